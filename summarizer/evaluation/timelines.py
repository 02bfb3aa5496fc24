"""Timelines against those that journalists wrote of the same articles, beside three baselines.

The number of days and of sentences for each day (the mean, rounded) are those of the reference, and
so is the span of days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from summarizer.evaluation.bootstrap import RESAMPLES, SEED, Interval, draws, interval
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.timeline_measure import Agreement, TimelineMeasure
from summarizer.evaluation.timeline_references import ReferenceTimeline
from summarizer.evaluation.timeline_systems import OURS, SYSTEMS
from summarizer.service.inline import documents_in_hand
from summarizer.service.timelines import Told, told_articles
from summarizer.stories.timelines import Entry
from summarizer.types import TimelineRequest

__all__ = ["SystemScore", "TimelineReport", "TimelineScore", "evaluate_timelines"]

_FIGURES = ("rouge_1", "rouge_2", "dates")


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


def evaluate_timelines(
    timelines: Sequence[ReferenceTimeline], data: Data, stop_words: frozenset[str] | None
) -> TimelineReport:
    """The scores of what ships and of the baselines."""
    measure = TimelineMeasure(stop_words or ())
    found: dict[str, list[Agreement]] = {name: [] for name in SYSTEMS}
    for timeline in timelines:
        held = documents_in_hand(timeline.documents, None)
        request = timeline.request
        told = told_articles(request, held.articles, held.prepared)
        for name, system in SYSTEMS.items():
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
