"""Timelines: a story told by its dates."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from summarizer.types.articles import Notice
from summarizer.types.dates import MentionPrecision
from summarizer.types.requests import DateRange
from summarizer.types.summaries import CitedArticle, SummarySentence

__all__ = [
    "EntryOrigin",
    "Timeline",
    "TimelineEntry",
    "TimelineManifest",
    "TimelineRequest",
]

#: How the date of an entry is known, best first: its sentence names it itself (`stated`), or as
#: seen from the day of its article ("on Sunday", `relative`), or opens an article of that day or of
#: the next (`published`), or rests on a day of publication that was worked out (`inferred`).
EntryOrigin = Literal["stated", "relative", "published", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRequest:
    """A question for a timeline: of which articles, of which days, and how long."""

    topic: str | None = None
    #: more words that sentences should hold one of, beside those of the topic
    keywords: tuple[str, ...] = ()
    #: the days that may be told; without documents, also those on which articles were published
    dates: DateRange | None = None
    #: how many days are told; None tells those that stand out
    days: int | None = None
    sentences_per_date: int = 1
    #: IANA name of the zone in which days are meant; that of `dates`, or UTC, when None
    zone: str | None = None
    #: only articles in this language (ISO 639-1)
    language: str | None = None
    #: the most stored articles to read, best matches first
    max_articles: int = 100

    @property
    def told_zone(self) -> str:
        """The zone in which days are told."""
        return self.zone or (self.dates.zone if self.dates else "UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What is told of a day, of days in a row that one sentence names together, or of a month, a
    quarter or a year.
    """

    #: the (first) day meant
    date: dt.date
    #: the last day meant: the same for one day
    until: dt.date
    precision: MentionPrecision
    origin: EntryOrigin
    #: for a reader: whether the date is written there, or was worked out
    known: Literal["stated", "inferred"]
    #: one line for a person: by which words, and of which day's article
    reason: str
    #: best first
    sentences: tuple[SummarySentence, ...]
    #: how many texts speak of the date; copies of one count once
    texts: int
    #: how much the date matters, relative to the one that matters most
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineManifest:
    """Everything that decides the bytes of a timeline."""

    version: str
    prepared_version: int
    parameters: dict[str, str | int | float | bool | None]
    #: content hashes of the articles, sorted
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A story by its dates, in their order, each cited."""

    entries: tuple[TimelineEntry, ...]
    articles: tuple[CitedArticle, ...]
    warnings: tuple[Notice, ...] = ()
    manifest: TimelineManifest

    @property
    def sentences(self) -> tuple[SummarySentence, ...]:
        """Those of all entries, in order."""
        return tuple(sentence for entry in self.entries for sentence in entry.sentences)
