"""Publication dates out of short strings: metadata values, header lines, addresses.

A time counts only with its zone, which the reading keeps; without one the day is all that is known.
Of an ambiguous 06/07/2019 both readings come back, the likelier one first, and each says in which
order it was read: `publication` chooses.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from summarizer.reading.calendar_words import MONTHS, WEEKDAYS, ZONES
from summarizer.reading.clocks import CLOCK, to_minutes
from summarizer.reading.days import MONTH_NAME, YEARS, FoundDay, day_of, find_days
from summarizer.reading.header_words import BYLINE, FILLING, LABEL, SENDER
from summarizer.types import DateOrigin, DateReading, Precision

__all__ = [
    "LABELLED_DATE",
    "dates_of_lines",
    "find_dates",
    "is_date_line",
    "read_date",
    "read_url_date",
    "read_url_year",
    "strip_date",
    "tells_when",
]

#: the beginning of a line that says that it is a date
LABELLED_DATE = re.compile(r"^date\s+\d{4}-\d{2}-\d{2}\s+", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    rf"^\W*(?:(?P<n>{MONTH_NAME})\.?\s+(?P<y>\d{{4}})|(?P<y2>\d{{4}})-(?P<m>\d{{2}}))\W*$",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(r"^\s*(\d{4})\s*$")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)")
_EPOCH = re.compile(r"^\s*(1\d{9})(?:\d{3})?\s*$")
_URL_DAY = re.compile(
    rf"/(\d{{4}})[/-]?(\d{{1,2}}|{MONTH_NAME})[/-](\d{{1,2}})(?=[/._-]|$)|/(\d{{4}})/(\d{{2}})(\d{{2}})/"
    r"|[/_-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?=\D|$)|[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)",
    re.IGNORECASE,
)
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?:[/-]?(0[1-9]|1[0-2]))?(?=[/_-])")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W\d_]+)*")
#: what parts a name from the date before or behind it
_PARTED = (re.compile(r"[,|·•–—/:-]\s*$"), re.compile(r"\s*[,|·•–—/:-]"))
#: words of a line that tells when, of a byline beside its dates, of names that stand with one
_MOST_WORDS = 24
_LONGEST_BYLINE = 14
_MOST_NAMES = 5


def find_dates(text: str, origin: DateOrigin) -> list[DateReading]:
    """The dates of a header line; of a last change, the days when there are no others."""
    return dates_of_lines([text], origin)


def dates_of_lines(lines: Iterable[str], origin: DateOrigin) -> list[DateReading]:
    """The dates of header lines in their order; of a last change, the days when no line has others.

    The time of a change is not that of the publication, even on the same day.
    """
    found = [item for line in lines for item in find_days(line[:400])]
    published = [item for item in found if not item.changed]
    return [reading for item in published or found for reading in _readings(item, origin)]


def is_date_line(text: str) -> bool:
    """Whether the line says when, and nothing else."""
    found = find_days(text) if len(text) <= 200 else ()
    return bool(found) and not list(_words_beside(text, found))


def tells_when(text: str) -> bool:
    """Whether a line near a headline says when the article appeared, whatever it says beside.

    A byline does, a label ("Published in Politics on …"), and names that a comma or a bar parts
    from a date ("Hafen-Kurier | 03.05.2019"); the date in a teaser or a caption tells nothing.
    """
    found = find_days(text) if len(text) <= 200 and text.count(" ") <= _MOST_WORDS else ()
    beside = list(_words_beside(text, found)) if found else []
    if not beside:
        return bool(found)
    if text.endswith((".", "!", "?")) or len(beside) > _LONGEST_BYLINE:
        return False
    loose = sum(not word[0].isupper() for word in beside)
    if BYLINE.match(text) or SENDER.search(text) or (LABEL.search(text) and loose <= 1):
        return True
    before, behind = _PARTED
    parted = before.search(text[: found[0].start]) or behind.match(text, found[-1].end)
    return parted is not None and not loose and len(beside) <= _MOST_NAMES


def _words_beside(text: str, found: Sequence[FoundDay]) -> Iterator[str]:
    """The words of a line that are neither of its dates, nor belong to any date."""
    rest = text
    for item in reversed(found):
        rest = rest[: item.start] + " " + rest[item.end :]
    for word in _WORD.findall(CLOCK.sub(" ", rest)):
        small = word.casefold()
        if small not in FILLING and small not in WEEKDAYS and word not in ZONES:
            yield word


def strip_date(text: str) -> str | None:
    """What a short line says beside its date ("Meridian Wire, 9 June 2019"); None without one."""
    found = find_days(text) if len(text) <= 200 else ()
    if len(found) != 1:
        return None
    return f"{text[: found[0].start]} {text[found[0].end :]}".strip(" ,|·•–—-")


def read_date(value: str, origin: DateOrigin) -> list[DateReading]:
    """The readings of a string that is a date as a whole, likeliest first; none when it is none."""
    value = value.strip()[:100]
    exact = _read_iso(value) or _read_epoch(value) or _read_mail(value)
    if exact is not None:
        return [_reading(exact, origin)]
    return find_dates(value, origin) or list(_read_coarse(value, origin))


def read_url_date(url: str) -> list[DateReading]:
    """The day that stands in the path of an address."""
    match = _URL_DAY.search(url[:2000])
    if match is None:
        return []
    year, month, day = (group for group in match.groups() if group is not None)
    number = MONTHS.get(month.casefold()) or (int(month) if month.isdigit() else 0)
    value = day_of(int(year), number, int(day))
    return [] if value is None else [DateReading(value=value, precision="day", origin="url")]


def read_url_year(url: str) -> list[DateReading]:
    """The year, or the month, that stands in the path of an address without a day."""
    match = _URL_YEAR.search(url[:2000])
    year, month = (int(match[1]), int(match[2] or 0)) if match is not None else (0, 0)
    value = day_of(year, month or 1, 1)
    precision: Precision = "month" if month else "year"
    return [] if value is None else [DateReading(value=value, precision=precision, origin="url")]


def _readings(found: FoundDay, origin: DateOrigin) -> Iterator[DateReading]:
    for day, instant, order in zip(found.days, found.instants, found.orders, strict=True):
        exact = None if found.changed else instant
        yield replace(_reading(exact or day, origin), order=order)


def _read_iso(value: str) -> date | datetime | None:
    compact = _COMPACT.match(value)
    if compact is not None and len(value) == 8:
        return day_of(*map(int, compact.groups()))
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) <= 10:  # `2019-06-30`, `20190630`, `2019-W26-7`
        return moment.date() if moment.year in YEARS and len(value) >= 8 else None
    if moment.year not in YEARS:
        return None
    return moment.date() if moment.tzinfo is None else to_minutes(moment)


def _read_mail(value: str) -> datetime | None:
    """The instant of an RFC 2822 date; None without a zone that mail knows.

    Header lines ("30 June 2019 14:05 CST") look alike; mail writes seconds, or the weekday first.
    """
    if value.count(":") != 2 and value[3:4] != ",":
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return to_minutes(moment) if moment.tzinfo is not None and moment.year in YEARS else None


def _read_epoch(value: str) -> datetime | None:
    """The instant of seconds (or milliseconds) since 1970, as some publishing systems write it."""
    match = _EPOCH.match(value)
    seconds = 0 if match is None else int(match.group(1))
    return None if match is None else datetime.fromtimestamp(seconds - seconds % 60, UTC)


def _reading(value: date | datetime, origin: DateOrigin) -> DateReading:
    if not isinstance(value, datetime):
        return DateReading(value=value, precision="day", origin=origin)
    shift = value.utcoffset()
    return DateReading(
        value=value.astimezone(UTC),
        precision="minute",
        origin=origin,
        offset_minutes=None if shift is None else round(shift.total_seconds() / 60),
    )


def _read_coarse(value: str, origin: DateOrigin) -> Iterator[DateReading]:
    month = _MONTH_ONLY.match(value)
    if month is not None:
        number = MONTHS[month["n"].casefold()] if month["n"] else int(month["m"])
        first = day_of(int(month["y"] or month["y2"]), number, 1)
        if first is not None:
            yield DateReading(value=first, precision="month", origin=origin)
        return
    year = _YEAR_ONLY.match(value)
    first = day_of(int(year.group(1)), 1, 1) if year is not None else None
    if first is not None:
        yield DateReading(value=first, precision="year", origin=origin)
