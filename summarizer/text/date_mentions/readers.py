"""What a match means: readers that every grammar shares. Groups are named alike in all patterns."""

import re
from collections.abc import Iterator
from datetime import date

from summarizer.text.date_mentions.reckoning import (
    beginning,
    day_of,
    nearest_year,
    of_month,
    shifted,
    weekday_near,
)
from summarizer.text.date_mentions.rules import Found, Setting
from summarizer.types import MentionPrecision

__all__ = [
    "ANCHORED",
    "ago",
    "calendar_day",
    "day_word",
    "later",
    "month",
    "neighbour_day",
    "ordinal_day",
    "period",
    "quarter",
    "slashed_day",
    "weekday",
    "weekend",
    "year",
]

_PRECISION: dict[str, MentionPrecision] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
#: from the coarsest
_COARSENESS = ("year", "quarter", "month", "week", "day")
#: further than this nobody counts in days, weeks, months or years
_FARTHEST = 200


def calendar_day(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """Days of a month: `day` … `fourth`, `month`, maybe `year`, or `of` for "of last year"."""
    groups = match.groupdict()
    number = _month_number(groups["month"], setting)
    year, stated = _year_named(groups, setting, number)
    if year is None and setting.published is not None:
        ahead = _looks_ahead(match, setting)
        year = nearest_year(number, setting.published, looks_ahead=ahead)
    for key in ("day", "second", "third", "fourth"):
        value = day_of(year, number, int(groups[key])) if year and groups.get(key) else None
        if value is not None:
            yield Found(value, "day", stated=stated)


def slashed_day(match: re.Match[str], _: Setting) -> Iterator[Found]:
    """The day of 30/06/2019, in a language that puts the day first."""
    value = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    if value is not None:
        yield Found(value, "day", stated=True)


def month(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """A month with its year, or the one that `which` (or `post`, behind it) points at."""
    groups = match.groupdict()
    number = _month_number(groups["month"], setting)
    year, stated = _year_named(groups, setting, number)
    if year is None and setting.published is not None:
        which = _which(groups, setting)
        ahead = which is None and _looks_ahead(match, setting)
        year = _month_year(which, number, setting.published, looks_ahead=ahead)
    value = day_of(year, number, 1) if year else None
    if value is not None:
        yield Found(value, "month", stated=stated)


def weekday(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """The weekday nearest to the publication that the words mean."""
    if setting.published is None:
        return
    groups = match.groupdict()
    which = _which(groups, setting)
    number = setting.words.weekdays[match["weekday"].lower()]
    week = (groups.get("week") or groups.get("week_post") or "").lower()
    if week:
        weeks = {"last": -7, "next": 7}.get(setting.words.which[week], 0)
        yield from _shift(setting.published, weeks + number - setting.published.weekday(), "day")
        return
    ahead = which != "last" and _looks_ahead(match, setting)
    count = weekday_near(number, setting.published, which, looks_ahead=ahead)
    yield from _shift(setting.published, count, "day")


def weekend(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """Saturday and Sunday: on a Sunday "the weekend" is the one that ends, "last weekend" the one
    before; "this weekend" lies ahead from Wednesday on.
    """
    if setting.published is None:
        return
    which = _which(match.groupdict(), setting)
    today = setting.published.weekday()
    ahead = which != "last" and _looks_ahead(match, setting)
    ahead = (ahead and today < 5) or (which == "this" and 2 <= today < 5)
    count = weekday_near(
        5, setting.published, None if which == "this" else which, looks_ahead=ahead
    )
    count -= 7 if which == "last" and today == 6 else 0
    yield from _shift(setting.published, count, "day")
    yield from _shift(setting.published, count + 1, "day")


def day_word(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """Yesterday, today, tomorrow and their like."""
    if setting.published is not None:
        word = match["word"].lower().replace("’", "'").replace("\xa0", " ").replace("\u202f", " ")
        yield from _shift(setting.published, setting.words.days[word], "day")


def ordinal_day(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """The day of "on the 30th"."""
    if setting.published is not None:
        ahead = _looks_ahead(match, setting)
        value = of_month(int(match["day"]), setting.published, looks_ahead=ahead)
        if value is not None:
            yield Found(value, "day")


def ago(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """So many days, weeks, months or years before (or, with `coming`, after) the publication."""
    if setting.published is not None:
        sign = 1 if match.groupdict().get("coming") else -1
        yield from _shift(setting.published, sign * _count(match, setting), _unit(match, setting))


def later(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """So many units after (`later`) or before the date named last.

    Of a month one can't say which day comes three days later: what is finer than its anchor is no
    mention. Without an anchor only what lies weeks or more "earlier" counts, from the publication
    ("up 5 percent from a year earlier").
    """
    unit, sign = _unit(match, setting), 1 if match.groupdict().get("later") else -1
    count = sign * _count(match, setting)
    anchor = setting.anchor
    if anchor is None:
        if setting.published is not None and sign < 0 and unit != "day":
            yield from _shift(setting.published, count, unit)
    elif _COARSENESS.index(anchor.precision) >= _COARSENESS.index(unit):
        yield from _shift(anchor.value, count, unit)


def neighbour_day(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """The day (week, …) after or before the date named last, or that one."""
    groups = match.groupdict()
    count = 1 if groups.get("after") else -1 if groups.get("before") else 0
    unit, anchor = _unit(match, setting), setting.anchor
    if anchor is not None and _COARSENESS.index(anchor.precision) >= _COARSENESS.index(unit):
        yield from _shift(anchor.value, count, unit)


def period(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """Last, this or next week, month or year."""
    count = {"last": -1, "next": 1}.get(_which(match.groupdict(), setting) or "", 0)
    if setting.published is not None:
        yield from _shift(setting.published, count, _unit(match, setting))


def year(match: re.Match[str], _: Setting) -> Iterator[Found]:
    """A year, or both ends of a range of years."""
    last = match.groupdict().get("last_year")
    yield Found(date(int(match["year"]), 1, 1), "year", stated=True)
    if last is not None and int(match["year"]) < int(last) <= int(match["year"]) + 100:
        yield Found(date(int(last), 1, 1), "year", stated=True)


def quarter(match: re.Match[str], setting: Setting) -> Iterator[Found]:
    """A quarter of a year; its value is the first day."""
    written = match["quarter"].lower()
    number = int(written) if written.isdigit() else setting.words.numbers[written]
    yield Found(date(int(match["year"]), 3 * number - 2, 1), "quarter", stated=True)


#: what they find rests on the date named last, where there is one
ANCHORED = (later, neighbour_day)


def _shift(day: date, count: int, unit: str) -> Iterator[Found]:
    value = shifted(day, count, unit) if abs(count) <= _FARTHEST else None
    if value is not None:
        yield Found(beginning(value, _PRECISION[unit]), _PRECISION[unit])


def _month_number(written: str, setting: Setting) -> int:
    return int(written) if written.isdigit() else setting.words.months[written.rstrip(".").lower()]


def _year_named(
    groups: dict[str, str | None], setting: Setting, number: int
) -> tuple[int | None, bool]:
    """The year as written ('18 is 2018), that of "of last year", or that which the end of a range
    lends to its beginning; and whether the text names it.
    """
    written = groups.get("year")
    if written:
        return int(written) if len(written) == 4 else 2000 + int(written), True
    of_year = (groups.get("of") or groups.get("of_post") or "").lower()
    if of_year and setting.published is not None:
        step = {"last": -1, "next": 1}.get(setting.words.which[of_year], 0)
        return setting.published.year + step, False
    end = setting.following
    if end is not None:  # "from December 30 to January 2, 2018" begins the year before
        return end.value.year - (number > end.value.month), end.stated
    return None, False


def _month_year(which: str | None, number: int, published: date, *, looks_ahead: bool) -> int:
    if which == "last":
        return published.year - (number >= published.month)
    if which == "next":
        return published.year + (number <= published.month)
    if which == "this":
        return published.year
    return nearest_year(number, published, looks_ahead=looks_ahead)


def _which(groups: dict[str, str | None], setting: Setting) -> str | None:
    """Last, this or next, as the word before the noun or behind it says."""
    words = [(groups.get(key) or "").lower() for key in ("which", "post")]
    return next((setting.words.which[word] for word in words if word in setting.words.which), None)


def _count(match: re.Match[str], setting: Setting) -> int:
    written = (match.groupdict().get("count") or "1").lower()
    return int(written) if written.isdigit() else setting.words.numbers[written]


def _unit(match: re.Match[str], setting: Setting) -> str:
    return setting.words.units[match["unit"].lower()]


def _looks_ahead(match: re.Match[str], setting: Setting) -> bool:
    return setting.words.looks_ahead(match.string, match.start(), match.end())
