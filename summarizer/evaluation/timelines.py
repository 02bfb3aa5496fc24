"""Timelines against those that journalists wrote of the same articles, beside three baselines.

The number of days and of sentences for each day (the mean, rounded) are those of the reference, and
so is the span of days. The baselines choose other dates, with the same choice of sentences, or
other sentences, for the same dates.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.bootstrap import RESAMPLES, SEED, Interval, draws, interval
from summarizer.evaluation.datasets import Data, read_items
from summarizer.evaluation.timeline_measure import Agreement, TimelineMeasure
from summarizer.service.inline import documents_in_hand
from summarizer.service.timelines import Told, plan_of, told_articles
from summarizer.stories.timelines import Entry, Period, choose_entries
from summarizer.stories.timelines.candidates import Candidates
from summarizer.types import DateRange, Document, TimelineRequest

__all__ = [
    "ReferenceTimeline",
    "SystemScore",
    "TimelineReport",
    "TimelineScore",
    "evaluate_timelines",
    "read_stop_words",
    "read_timelines",
]

Days = Mapping[date, Sequence[str]]
#: what a system tells of the articles
System = Callable[[Told, TimelineRequest], Sequence[Entry]]
OURS = "timeline"
_FIGURES = ("rouge_1", "rouge_2", "dates")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceTimeline:
    """Articles, the words of their topic, and a timeline that a person wrote."""

    id: str
    documents: tuple[Document, ...]
    keywords: tuple[str, ...]
    days: Days

    @property
    def request(self) -> TimelineRequest:
        """The question that the reference answers."""
        sentences = sum(len(each) for each in self.days.values())
        return TimelineRequest(
            keywords=self.keywords,
            dates=DateRange.between(min(self.days), max(self.days)),
            days=len(self.days),
            sentences_per_date=max(1, round(sentences / len(self.days))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemScore:
    """Means over timelines."""

    system: str
    rouge_1: Interval
    rouge_2: Interval
    dates: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineScore:
    """What one timeline reaches."""

    id: str
    articles: int
    days: int
    sentences_per_date: int
    agreement: Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineReport:
    """The scores on one data set."""

    data: Data
    timelines: int
    #: how many words were left out; None where none were given: not the protocol's figures then
    stop_words: int | None
    #: of the bootstrap
    resamples: int
    seed: int
    scores: tuple[SystemScore, ...]
    #: of what ships, timeline by timeline
    each: tuple[TimelineScore, ...]


def read_timelines(paths: Iterable[Path]) -> tuple[list[ReferenceTimeline], Data]:
    """The timelines of files of `{"id", "articles", "keywords", "timelines"}`."""
    items, data = read_items(paths, {"articles": list, "timelines": list})
    found = []
    for number, item in enumerate(items, start=1):
        name = str(item.get("id") or number)
        several = len(item["timelines"]) > 1
        for place, timeline in enumerate(item["timelines"], start=1):
            found.append(
                ReferenceTimeline(
                    id=f"{name}-{place}" if several else name,
                    documents=tuple(_document(each) for each in item["articles"]),
                    keywords=tuple(str(each) for each in item.get("keywords") or ()),
                    days=_days(timeline, name),
                )
            )
    return found, data


def read_stop_words(path: Path) -> frozenset[str]:
    """The words of a file, one a line."""
    try:
        return frozenset(path.read_text(encoding="utf-8").lower().split())
    except OSError as error:
        raise UnreadableInputError.of_system(str(path), error) from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(str(path), f"is not UTF-8 (byte {error.start})") from error


def evaluate_timelines(
    timelines: Sequence[ReferenceTimeline], data: Data, stop_words: frozenset[str] | None
) -> TimelineReport:
    """The scores of what ships and of the baselines."""
    measure = TimelineMeasure(stop_words or ())
    found: dict[str, list[Agreement]] = {name: [] for name in _SYSTEMS}
    for timeline in timelines:
        held = documents_in_hand(timeline.documents, None)
        request = timeline.request
        told = told_articles(request, held.articles, held.prepared)
        for name, system in _SYSTEMS.items():
            days = _told_days(system(told, request), told, request)
            found[name].append(measure.agreement(days, timeline.days))
    return TimelineReport(
        data=data,
        timelines=len(timelines),
        stop_words=None if stop_words is None else len(stop_words),
        resamples=RESAMPLES,
        seed=SEED,
        scores=tuple(_score(name, each) for name, each in found.items()),
        each=tuple(
            TimelineScore(
                id=timeline.id,
                articles=len(timeline.documents),
                days=len(timeline.days),
                sentences_per_date=timeline.request.sentences_per_date,
                agreement=agreement,
            )
            for timeline, agreement in zip(timelines, found[OURS], strict=True)
        ),
    )


def _document(item: Any) -> Document:
    fields = item if isinstance(item, dict) else {}
    kept = {
        name: fields[name]
        for name in ("id", "title", "text", "html", "date", "source", "url")
        if isinstance(fields.get(name), str)
    }
    return Document(**kept)


def _days(timeline: Any, name: str) -> dict[date, tuple[str, ...]]:
    try:
        days = {
            date.fromisoformat(day): tuple(str(each) for each in sentences)
            for day, sentences in timeline
        }
    except (TypeError, ValueError) as error:
        raise UnreadableInputError(name, "has no timeline of days and sentences") from error
    if not days:
        raise UnreadableInputError(name, "has a timeline without a day")
    return days


def _told_days(
    entries: Sequence[Entry], told: Told, request: TimelineRequest
) -> dict[date, list[str]]:
    """The sentences of each day, no more of either than were asked for."""
    ranked = sorted(entries, key=lambda entry: (-entry.score, entry.period.start))
    days = {
        entry.period.start + timedelta(days=after): [
            _text(row, told) for row in entry.rows[: request.sentences_per_date]
        ]
        for entry in ranked
        for after in range((entry.until - entry.period.start).days + 1)
    }
    return dict(list(days.items())[: request.days])


def _text(row: int, told: Told) -> str:
    place, index = int(told.pool.article[row]), int(told.pool.index[row])
    start, end = told.prepared[place].spans[index].tolist()
    return told.articles[place].text[start:end]


def _score(system: str, found: Sequence[Agreement]) -> SystemScore:
    drawn = draws(len(found))
    figures = {
        name: interval(np.array([getattr(each, name) for each in found]), drawn)
        for name in _FIGURES
    }
    return SystemScore(system=system, **figures)


def _ours(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    return choose_entries(told.evidence, plan_of(request, longer=False))


def _random(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    """Any sentences that mention the dates that ours tells, or open what was published then."""
    draw = np.random.default_rng(SEED)
    candidates = Candidates(told.evidence)
    found = []
    for entry in _ours(told, request):
        rows = draw.permutation(candidates.of(entry.period))
        found.append(replace(entry, rows=tuple(rows[: request.sentences_per_date].tolist())))
    return found


def _by_publication(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    counts = Counter(day for day in told.days if day is not None)
    return _by_counts(counts, told, request)


def _by_mentions(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    article = told.pool.article
    pairs = {
        (int(article[each.row]), each.period.start)
        for each in told.evidence.mentions
        if each.period.precision == "day" and each.words is not None
    }
    return _by_counts(Counter(day for _, day in pairs), told, request)


def _by_counts(counts: Counter[date], told: Told, request: TimelineRequest) -> Sequence[Entry]:
    scores = {Period(start=day, precision="day"): float(count) for day, count in counts.items()}
    return choose_entries(told.evidence, plan_of(request, longer=False), scores)


_SYSTEMS: dict[str, System] = {
    OURS: _ours,
    "random sentences": _random,
    "publication counts": _by_publication,
    "mention counts": _by_mentions,
}
