"""A topic told by date: which days matter, and what happened on each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer import __version__
from summarizer.errors import InvalidRequestError
from summarizer.extractive.answer import cited_articles
from summarizer.extractive.assembly import Assembly
from summarizer.extractive.dating import published_day
from summarizer.prepared import VERSION, Pool, Prepared
from summarizer.protocols import Store
from summarizer.selection.outcome import Pick, Selection
from summarizer.selection.similarity import weighted_rows
from summarizer.selection.stacking import stack
from summarizer.service.finding import Wanted, choose_articles
from summarizer.service.inline import readable
from summarizer.service.preparing import prepared_form
from summarizer.service.stored import OnceRead
from summarizer.stories.copies import copy_groups
from summarizer.stories.timelines.candidates import OPENING, candidates
from summarizer.stories.timelines.choosing import Choosing
from summarizer.stories.timelines.days import day_scores
from summarizer.stories.timelines.guessing import guessed_days
from summarizer.stories.timelines.naming import Naming, namings
from summarizer.text.tokens import stem_hashes
from summarizer.types import (
    Article,
    ArticleInfo,
    Budget,
    Document,
    Manifest,
    MentionPrecision,
    Notice,
    SentenceDate,
    SummarySentence,
    Timeline,
    TimelineEntry,
    TimelineRequest,
)

__all__ = ["timeline_of_documents", "timeline_of_stored"]

#: where it is not said how many days to tell: those worth so much of the best one, at most
_SHARE, _MOST = 0.2, 30
#: a period as read off the calendar, and the day that it begins with
_Period = tuple[date, MentionPrecision]
#: not weeks: "last week" is mostly when somebody said something
_COARSE: tuple[MentionPrecision, ...] = ("month", "quarter", "year")


def timeline_of_documents(
    request: TimelineRequest,
    documents: Sequence[Document | Article],
    warnings: Sequence[Notice] = (),
) -> Timeline:
    """The timeline of the documents that can be read; the others are warnings."""
    articles, found = readable(documents)
    texts = {article.id: article for article in articles}
    if len(texts) < len(articles):
        raise InvalidRequestError("two documents have the same id", pointer="/documents")
    prepared = [prepared_form(article) for article in articles]
    return _Telling(
        request=request,
        articles=[article.info for article in articles],
        prepared=prepared,
        read=lambda info: texts[info.id],
        expect=lambda _: None,
        warnings=(*warnings, *found),
    ).timeline()


def timeline_of_stored(store: Store, request: TimelineRequest) -> Timeline:
    """The timeline of the stored articles that the request finds; `NoArticlesError`."""
    wanted = Wanted(
        topic=request.topic,
        dates=request.dates,
        language=request.language,
        limit=request.max_articles,
    )
    found = choose_articles(store, wanted)
    read = OnceRead(store)
    return _Telling(
        request=request,
        articles=found.articles,
        prepared=found.prepared,
        read=read,
        expect=read.expect,
        warnings=found.warnings,
    ).timeline()


@dataclass(frozen=True, kw_only=True)
class _Telling:
    """Articles, and what is worked out of them on the way to a timeline."""

    request: TimelineRequest
    articles: Sequence[ArticleInfo]
    prepared: Sequence[Prepared]
    read: Callable[[ArticleInfo], Article]
    expect: Callable[[Sequence[ArticleInfo]], object]
    warnings: Sequence[Notice]

    def timeline(self) -> Timeline:
        """The entries in the order of their days."""
        chosen = self._chosen()
        entries = [
            self._entry(period, sentences) for period, sentences in self._told(chosen).items()
        ]
        entries.sort(key=lambda entry: (entry.date, _COARSE.index(entry.precision)
                                        if entry.precision in _COARSE else -1))  # fmt: skip
        nothing = Notice(code="no-dates", message="No sentence speaks of a day that can be told.")
        return Timeline(
            entries=tuple(entries),
            articles=cited_articles(self.articles, self._groups),
            warnings=(*self.warnings, *(() if entries else (nothing,))),
            manifest=self._manifest(),
        )

    @cached_property
    def _groups(self) -> tuple[int, ...]:
        return copy_groups(self.prepared)

    @cached_property
    def _pool(self) -> Pool:
        return stack(self.prepared, self._groups)

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        self.expect(self.articles)
        return tuple(self.read(info).text for info in self.articles)

    @cached_property
    def _published(self) -> list[date | None]:
        """The day of each article as far as it is known."""
        return [published_day(info, self.request.zone) for info in self.articles]

    @cached_property
    def _guessed(self) -> list[date | None]:
        return guessed_days(self.prepared, self._texts, self._published)

    @cached_property
    def _namings(self) -> list[tuple[Naming, ...]]:
        """The dates that each article speaks of."""
        return [
            namings(text, form, published=known or guess, inferred=known is None)
            for text, form, known, guess in zip(
                self._texts, self.prepared, self._published, self._guessed, strict=True
            )
        ]

    @cached_property
    def _starts(self) -> dict[int, int]:
        """The pool's row that each article begins with."""
        sizes = [len(self.prepared[given]) for given in self._pool.given.tolist()]
        starts = np.cumsum([0, *sizes])
        return dict(zip(self._pool.given.tolist(), starts.tolist(), strict=False))

    @cached_property
    def _rows(self) -> dict[_Period, dict[int, Naming]]:
        """For each period the rows that name it, and how."""
        found: dict[_Period, dict[int, Naming]] = {}
        for given in self._pool.given.tolist():
            for naming in self._namings[given]:
                row = self._starts[given] + naming.sentence
                found.setdefault((naming.day, naming.precision), {}).setdefault(row, naming)
        return found

    def _chosen(self) -> dict[_Period, list[int]]:
        """The rows told for each period."""
        request = self.request
        scores = self._scores("day")
        days = sorted(scores, key=lambda day: (-scores[day], day))
        least = 0.0
        many = request.days
        if many is None:
            least = _SHARE * max(scores.values(), default=0.0)
            days, many = [day for day in days if scores[day] >= least], _MOST
        named = {day: sorted(self._rows[day, "day"]) for day in days}
        known = [self._published[given] for given in self._pool.given.tolist()]
        choosing = Choosing(
            vectors=weighted_rows(self._pool),
            about=self._about(),
            opening=self._pool.index < OPENING,
        )
        found = choosing.entries(
            days,
            candidates(self._pool, days, named, known),
            many=many,
            sentences=request.sentences_per_day,
        )
        told: dict[_Period, list[int]] = {(day, "day"): rows for day, rows in found.items()}
        least = max(least, min((scores[day] for day in found), default=0.0))
        for precision in _COARSE:
            told |= self._coarse(precision, choosing, least, [*told])
        return told

    def _coarse(
        self,
        precision: MentionPrecision,
        choosing: Choosing,
        least: float,
        told: Sequence[_Period],
    ) -> dict[_Period, list[int]]:
        """Months, quarters or years that matter as much as the days that are told, where no
        day in them is.
        """
        scores = self._scores(precision)
        begun = {_beginning(day, precision) for day, _ in told}
        periods = [
            day
            for day in sorted(scores, key=lambda day: (-scores[day], day))
            if scores[day] >= least and _beginning(day, precision) not in begun
        ]
        rows = {day: self._fitting(sorted(self._rows[day, precision])) for day in periods}
        found = choosing.entries(
            periods, rows, many=len(periods), sentences=self.request.sentences_per_day
        )
        return {(day, precision): chosen for day, chosen in found.items()}

    def _fitting(self, rows: Sequence[int]) -> NDArray[np.intp]:
        named = {date.min: rows}
        none: list[date | None] = [None] * len(self._pool.given)
        return candidates(self._pool, [date.min], named, none)[date.min]

    def _scores(self, precision: MentionPrecision) -> dict[date, float]:
        """What each day (or the first day of each longer period) is worth, inside the days asked
        for.
        """
        first, last = self.request.first or date.min, self.request.last or date.max
        scores = day_scores(
            [self._namings[given] for given in self._pool.given.tolist()],
            [self._published[given] for given in self._pool.given.tolist()],
            self._pool.group.tolist(),
            precision=precision,
        )
        return {day: score for day, score in scores.items() if first <= day <= last}

    def _about(self) -> NDArray[np.bool_]:
        """[n] which rows hold a keyword, or a word of the topic, there or in the title."""
        pool = self._pool
        words = " ".join(self.request.keywords) or self.request.topic or ""
        languages = sorted({info.language or "" for info in self.articles})
        stems = [stem_hashes(words, each or None) for each in languages] if words else []
        columns = np.flatnonzero(
            np.isin(pool.unigram_hashes, np.concatenate([np.zeros(0, np.uint64), *stems]))
        )
        if not len(columns):
            return np.ones(len(pool), dtype=bool)
        held = np.asarray((pool.unigrams[:, columns] > 0).sum(axis=1)).ravel() > 0
        if self.request.keywords:
            return held
        titled = np.asarray((pool.titles[:, columns] > 0).sum(axis=1)).ravel() > 0
        return held | titled[pool.article]

    def _told(
        self, chosen: Mapping[_Period, Sequence[int]]
    ) -> dict[_Period, list[tuple[int, SummarySentence]]]:
        """The sentences of each period, with their rows."""
        rows = [row for told in chosen.values() for row in told]
        # gains only keep the order
        picks = tuple(Pick(row=row, gain=float(len(rows) - n)) for n, row in enumerate(rows))
        sentences = Assembly(
            selection=Selection(picks=picks),
            pool=self._pool,
            articles=self.articles,
            prepared=self.prepared,
            read=self.read,
            expect=self.expect,
            zone=self.request.zone,
        ).sentences("salience")
        pairs = iter(zip(rows, sentences, strict=True))
        return {period: [next(pairs) for _ in told] for period, told in chosen.items()}

    def _entry(self, period: _Period, told: Sequence[tuple[int, SummarySentence]]) -> TimelineEntry:
        day, precision = period
        named = self._rows.get(period, {})
        origins = {naming.origin for naming in named.values()}
        texts = {int(self._pool.group[self._pool.article[row]]) for row in named}
        stated = bool(origins & {"stated", "relative"})
        origin = next(
            (each for each in ("stated", "relative", "inferred") if each in origins), "published"
        )
        date_told = SentenceDate(value=day, precision="day", origin=origin)  # type: ignore[arg-type]
        return TimelineEntry(
            date=day,
            precision=precision,
            basis="stated" if stated else "inferred",
            reason=_REASONS[origin],
            named=len(texts),
            sentences=tuple(
                replace(
                    sentence, date=date_told if precision == "day" else sentence.date, score=0.0
                )
                for _, sentence in told
            ),
        )

    def _manifest(self) -> Manifest:
        request = self.request
        dates = request.dates
        return Manifest(
            version=__version__,
            prepared_version=VERSION,
            ranker="timeline",
            order="chronological",
            budget=Budget(amount=request.sentences_per_day, unit="sentences"),
            parameters={
                "topic": request.topic,
                "keywords": " ".join(request.keywords) or None,
                "days": request.days,
                "sentences_per_day": request.sentences_per_day,
                "first": str(request.first) if request.first else None,
                "last": str(request.last) if request.last else None,
                "date_from": dates.start.isoformat() if dates and dates.start else None,
                "date_to": dates.end.isoformat() if dates and dates.end else None,
                "zone": request.zone,
                "language": request.language,
                "max_articles": request.max_articles,
            },
            documents=tuple(sorted(info.content_hash for info in self.articles)),
        )


_REASONS = {
    "stated": "named in the text",
    "relative": "told in the text, counted from the day of publication",
    "inferred": "counted from the day of a similar article: this one is undated",
    "published": "the day on which, or before which, the article appeared",
}


def _beginning(day: date, precision: MentionPrecision) -> date:
    """The first day of the period that holds the day."""
    if precision == "month":
        return day.replace(day=1)
    if precision == "quarter":
        return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    return day.replace(month=1, day=1)
