"""Reckoning with days: nearest years, weekdays, weeks and shifts; None where no calendar goes."""

from calendar import monthrange
from datetime import date, timedelta

from summarizer.types import MentionPrecision

__all__ = ["beginning", "day_of", "nearest_year", "of_month", "shifted", "weekday_near"]

#: a month without a year lies at most this many months ahead, the rest of the year behind
_AHEAD = 3
#: the same where the words around look ahead
_FAR_AHEAD = 8


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; None when no calendar has it."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def nearest_year(month: int, published: date, *, looks_ahead: bool = False) -> int:
    """The year of the `month` that a text of that day means when it names none."""
    ahead = (month - published.month) % 12
    if ahead <= (_FAR_AHEAD if looks_ahead else _AHEAD):
        return published.year + (published.month + ahead > 12)
    return published.year - (published.month - (12 - ahead) < 1)


def of_month(day: int, published: date, *, looks_ahead: bool) -> date | None:
    """The day of "on the 30th": the last one so called, or the next one."""
    months = published.year * 12 + published.month - 1
    if looks_ahead:
        months += day < published.day
    else:
        months -= day > published.day
    return day_of(months // 12, months % 12 + 1, day)


def weekday_near(number: int, published: date, which: str | None, *, looks_ahead: bool) -> int:
    """How many days from the publication to the weekday (Monday is 0)."""
    back = (published.weekday() - number) % 7
    if which == "last":
        return -(back or 7)
    if which == "next":
        return 7 - back
    if looks_ahead:
        return (7 - back) % 7
    if which == "this":
        return number - published.weekday()
    return -back


def shifted(day: date, count: int, unit: str) -> date | None:
    """`day`, `count` units later; a day that the month lacks becomes its last."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None


def beginning(day: date, precision: MentionPrecision) -> date:
    """The first day of the week (Monday), month, quarter or year of `day`."""
    match precision:
        case "week":
            return shifted(day, -day.weekday(), "day") or day
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day
