"""When things were published, and when what they tell of was: dates and how they are known."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

__all__ = [
    "DateMention",
    "DateOrigin",
    "DateReading",
    "DayOrder",
    "EntryDate",
    "MentionOrigin",
    "MentionPrecision",
    "Precision",
    "PublicationDate",
    "SentenceDate",
    "SentenceDateOrigin",
]

Precision = Literal["minute", "day", "month", "year"]
#: What a text names is sometimes a week ("last week") or a quarter ("the first quarter of 2019").
MentionPrecision = Literal["day", "week", "month", "quarter", "year"]
#: Where a publication date was found: in the page's own markup or feed, in the first lines of the
#: text, in the dateline that opens the running text ("SEOUL, June 30 (Agency) -"), in the address,
#: worked out from other evidence, or handed over beside the text.
DateOrigin = Literal["metadata", "header", "dateline", "url", "inferred", "given"]
#: How 06/07/2019 was read: the day first (6 July) or the month (June 7).
DayOrder = Literal["day", "month"]
#: How a text's date is known: it is named itself, or relative to the publication or to a date named
#: before it ("on Sunday", "three days later"), or relative to a day that was itself inferred.
MentionOrigin = Literal["stated", "relative", "inferred"]
#: How a sentence got its date: as a mention (`stated`, `relative`, `inferred`), or it takes over
#: the article's own date (`published`; `inferred` when that was worked out from other articles), or
#: the time the article was first seen.
SentenceDateOrigin = Literal["stated", "relative", "inferred", "published", "first_seen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """One way to read when an article was published."""

    #: a `date` when only the day is known, else a UTC instant
    value: date | datetime
    precision: Precision
    origin: DateOrigin
    #: minutes east of UTC in which the page told the instant; None for a day, or when not told
    offset_minutes: int | None = None
    #: how a date written with slashes was read; None for every other form
    order: DayOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDate:
    """When an article was published, where that was found, and what else was found."""

    #: a `date` when only the day is known, else a UTC instant
    value: date | datetime
    precision: Precision
    origin: DateOrigin
    #: minutes east of UTC in which the page told the instant; None for a day, or when not told
    offset_minutes: int | None = None
    #: how a date written with slashes was read; None for every other form
    order: DayOrder | None = None
    #: readings that contradict `value`, best first
    alternatives: tuple[DateReading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDate:
    """When a stretch of an article was written, such as an entry of a liveblog."""

    #: `[start, end)` of the cleaned text
    start: int
    end: int
    date: PublicationDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date named in a text, resolved. `value` is the (first) day meant."""

    start: int
    end: int
    text: str
    value: date
    precision: MentionPrecision
    origin: MentionOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceDate:
    """The date that a summary sentence tells of, and how it is known."""

    value: date | datetime
    precision: Precision
    origin: SentenceDateOrigin
