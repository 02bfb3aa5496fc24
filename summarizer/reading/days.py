"""Days of the calendar in short strings, with the time that stands beside each.

Of an ambiguous 06/07/2019 both readings come back, the likelier one first. What is said of one day
of a line ("updated: 15:10 BST") tells nothing about another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from summarizer.reading.calendar_words import MONTHS
from summarizer.reading.clocks import instant_near
from summarizer.reading.header_words import LABEL
from summarizer.types import DayOrder

__all__ = ["MONTH_NAME", "YEARS", "FoundDay", "day_of", "find_days"]

#: no article was published in others
YEARS = range(1700, 2101)
MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4}|\d{2})(?![\d/])"),
    re.compile(r"(?<!\d)(?P<y>\d{4})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"),
    # what computers write: "Sun Jun 30 14:05:00 EDT 2019"
    re.compile(
        rf"\b(?P<n>{MONTH_NAME})\s+(?P<d>\d{{1,2}})\s+[\d:]{{5,8}}(?:\s+(?:[A-Z]{{2,4}}|[+-]\d{{4}}))?"
        r"\s+(?P<y>\d{4})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<n>{MONTH_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[.º°])?\s*(?:de\s+|of\s+|[-/])?"
        rf"(?P<n>{MONTH_NAME})\.?,?\s*(?:del?\s+|[-/])?(?P<y>\d{{4}})\b",
        re.IGNORECASE,
    ),
)
_DIGIT = re.compile(r"\d")
#: the zone's own way to write: an American clock, an American zone
_AMERICAN = re.compile(r"\b(?:[AP]M|E[SD]?T|P[SD]?T|[CM]DT)\b")
_BRITISH = re.compile(r"\b(?:BST|GMT)\b")

_Days = dict[date, DayOrder | None]
#: where a label begins, and whether it tells of a change
_Label = tuple[int, bool]


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day at `[start, end)` of the string, in each of the ways in which it can be read."""

    start: int
    end: int
    #: likeliest first
    days: tuple[date, ...]
    #: the instants of `days`, if told with a time and its zone
    instants: tuple[datetime | None, ...]
    #: how `days` were read, for a date with slashes
    orders: tuple[DayOrder | None, ...]
    #: whether a word before it says that something changed then
    changed: bool


@lru_cache(maxsize=1_000)  # several rules ask about one line
def find_days(text: str) -> tuple[FoundDay, ...]:
    """The days that the string names, in order."""
    matches = list(_matches(text)) if _DIGIT.search(text) else []
    labels = [
        (label.start(), label["changed"] is not None)
        for label in (LABEL.finditer(text) if matches else ())
    ]
    borders = [0, *(at for match, _ in matches for at in match.span()), len(text)]
    found: list[FoundDay] = []
    for (match, days), low, high in zip(matches, borders[::2], borders[3::2], strict=False):
        changed, room = _told_of(labels, match.span(), (low, high))
        instants = tuple(instant_near(text, match.span(), day, room) for day in days)
        orders = tuple(days.values())
        found.append(FoundDay(*match.span(), tuple(days), instants, orders, changed))
    return tuple(found)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; None when no calendar has it, or it is none of `YEARS`."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _matches(text: str) -> Iterator[tuple[re.Match[str], _Days]]:
    """What looks like a day and is one, in order, without overlap."""
    american = _AMERICAN.search(text) is not None and not _BRITISH.search(text)
    found = sorted((m for pattern in _DAY for m in pattern.finditer(text)), key=lambda m: m.start())
    end = 0
    for match in found:
        days = _days_of(match, american=american) if match.start() >= end else {}
        if days:
            end = match.end()
            yield match, days


def _told_of(
    labels: Sequence[_Label], span: tuple[int, int], room: tuple[int, int]
) -> tuple[bool, tuple[int, int]]:
    """Whether the day is that of a change, and the stretch of what is said of it.

    `room` reaches to the days beside it. The last label before the day says what it is; one of the
    other kind begins or ends what is said of something else.
    """
    before = [label for label in labels if room[0] <= label[0] < span[0]]
    changed = bool(before) and before[-1][1]
    others = [at for at, kind in before if kind != changed]
    start = min(at for at, _ in before if at > others[-1]) if others else room[0]
    behind = (at for at, kind in labels if span[1] <= at < room[1] and kind != changed)
    return changed, (start, next(behind, room[1]))


def _days_of(match: re.Match[str], *, american: bool) -> _Days:
    """The days that a match may mean, likeliest first, each with the order of its numbers."""
    groups = match.groupdict()
    year = int(groups["y"])
    year += 0 if len(groups["y"]) == 4 else 2000 if year < 70 else 1900
    if "a" not in groups:
        month = MONTHS[groups["n"].casefold()] if "n" in groups else int(groups["m"])
        only = day_of(year, month, int(groups["d"]))
        return {} if only is None else {only: None}
    a, b = int(groups["a"]), int(groups["b"])
    readings: list[tuple[date | None, DayOrder]] = [
        (day_of(year, b, a), "day"),
        (day_of(year, a, b), "month"),
    ]
    if american:
        readings.reverse()
    found = [(day, order) for day, order in readings if day is not None]
    # 06/06/2019 is one day, and tells nothing about the order.
    return {found[0][0]: None} if a == b and found else dict(found)
