"""Questions: which articles, how long an answer, and how its sentences are chosen."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from summarizer.types.generation import Method, Policy
from summarizer.types.zones import known_zone, out_of_range, whole_day_from

__all__ = [
    "Budget",
    "BudgetUnit",
    "DateRange",
    "Order",
    "RankerOptions",
    "SummaryRequest",
    "Unseen",
    "since_when",
]

BudgetUnit = Literal["words", "sentences", "characters"]
Order = Literal["chronological", "salience"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A half-open range of instants in a reader's zone; either end may be open.

    An article of day precision lies inside when its calendar day, taken as a day of `zone`, begins
    inside; one of month or year precision when every day of it does.
    """

    start: datetime | None = None
    end: datetime | None = None
    #: IANA name
    zone: str = "UTC"
    #: of what lies inside only what a reader could not have seen
    unseen: "Unseen | None" = None

    @classmethod
    def between(
        cls,
        first: str | date | datetime | None,
        last: str | date | datetime | None,
        *,
        zone: str = "UTC",
    ) -> "DateRange":
        """The range from `first` to `last`: bare dates are whole days of `zone`, both included,
        while an instant is itself the (first, excluded last) end. Strings are ISO 8601; an instant
        without an offset is one of `zone`. `ValueError` says what is wrong.
        """
        place = known_zone(zone)
        start = None if first is None else _instant(first, place, days_later=0)
        end = None if last is None else _instant(last, place, days_later=1)
        if start is not None and end is not None and start >= end:
            raise ValueError(f"the range is empty: {first} is not before {last}")
        return cls(start=start, end=end, zone=zone)

    @property
    def first_day(self) -> date | None:
        """The first whole day inside; None when open."""
        return None if self.start is None else whole_day_from(self.start, ZoneInfo(self.zone))

    @property
    def last_day(self) -> date | None:
        """The last day that begins inside; None when open."""
        if self.end is None:
            return None
        return whole_day_from(self.end, ZoneInfo(self.zone)) - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """What a reader of a store could not have seen: what appeared, or came in, since then."""

    #: inside it, whenever first seen
    published: DateRange
    #: or first seen after this instant, whenever published
    seen: datetime
    #: content hashes of what was read nonetheless
    read: tuple[str, ...] = ()


def _instant(given: str | date | datetime, zone: ZoneInfo, *, days_later: int) -> datetime:
    """A UTC instant; a bare date is the midnight that begins it, or `days_later` it."""
    value = given
    try:
        if isinstance(value, str):
            bare = len(value.strip()) <= 10
            value = (date if bare else datetime).fromisoformat(value.strip())
        if isinstance(value, datetime):
            local = value if value.tzinfo else value.replace(tzinfo=zone)
        else:
            day = value + timedelta(days=days_later)
            local = datetime(day.year, day.month, day.day, tzinfo=zone)
        instant = local.astimezone(UTC)
        # what a range and what lies beside it have as first and last days
        whole_day_from(instant, zone)
    except OverflowError as error:
        raise ValueError(out_of_range(given)) from error
    except ValueError as error:
        message = f"{given!r} is no date; write 2019-06-30 or 2019-06-30T14:05:00+02:00"
        raise ValueError(message) from error
    return instant


def since_when(value: str, *, zone: str) -> datetime | str:
    """A day or an instant as the UTC instant that begins it, or a brief's id (`2019-06-30.UTC.1`)
    as it is; `ValueError` for anything else.
    """
    if value.strip()[10:11] == ".":
        return value.strip()
    start = DateRange.between(value, None, zone=zone).start
    assert start is not None  # noqa: S101  (a range from something has a start)
    return start


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long a summary may be: a word is a white-space token."""

    amount: int
    unit: BudgetUnit = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankerOptions:
    """How sentences are chosen, whatever the ranker."""

    #: a sentence that cannot stand alone is told only behind the one that it points back to, or
    #: with what it points to in brackets; a quotation is told whole or not at all
    standalone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """A question: which articles, how long, and how to choose and order the sentences."""

    budget: Budget
    topic: str | None = None
    dates: DateRange | None = None
    #: IANA name of the zone in which days are told; that of `dates`, or UTC, when None
    zone: str | None = None
    ranker: str = "learned"
    ranker_options: RankerOptions = RankerOptions()
    order: Order = "chronological"
    #: whether a model writes the text, and what becomes of its sentences that have no support
    method: Method = "extractive"
    policy: Policy = "replace"
    #: the id of a story, instead of topic and dates
    story: str | None = None
    #: tell only what articles published from this UTC instant on add to those before; or what
    #: those from the day of the brief of this id on, and those that came in after it was written,
    #: add to the brief
    since: datetime | str | None = None
    #: only articles in this language (ISO 639-1)
    language: str | None = None
    #: the most articles to read, best matches first
    max_articles: int = 100
    explain: bool = False

    @property
    def told_zone(self) -> str:
        """The zone in which days are told."""
        return self.zone or (self.dates.zone if self.dates else "UTC")
