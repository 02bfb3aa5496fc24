"""Timelines: what happened on which day, and how the day is known."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from summarizer.types.articles import Notice
from summarizer.types.dates import MentionPrecision
from summarizer.types.requests import DateRange
from summarizer.types.summaries import CitedArticle, Manifest, SummarySentence

__all__ = ["Timeline", "TimelineEntry", "TimelineRequest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRequest:
    """A question: which articles, and how long a timeline."""

    topic: str | None = None
    #: days of publication of stored articles
    dates: DateRange | None = None
    #: every sentence holds one of these words; any word of the topic where there are none
    keywords: tuple[str, ...] = ()
    #: how many days to tell; those that matter where None
    days: int | None = None
    sentences_per_day: int = 2
    #: only days from this one to that one, both included
    first: date | None = None
    last: date | None = None
    #: IANA name of the zone in which days are told
    zone: str = "UTC"
    language: str | None = None
    max_articles: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A day, or a week, month, quarter or year, and what happened then."""

    #: the (first) day
    date: date
    precision: MentionPrecision
    #: `stated` where an article names it, itself or relative to its own date ("on Sunday");
    #: `inferred` where it is the day of publication of what is told, or rests on a day that was
    #: guessed from a similar article
    basis: Literal["stated", "inferred"]
    #: how it is known, for a reader
    reason: str
    #: how many independent texts name it
    named: int
    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Entries in the order of their days."""

    entries: tuple[TimelineEntry, ...]
    articles: tuple[CitedArticle, ...]
    warnings: tuple[Notice, ...] = ()
    manifest: Manifest
