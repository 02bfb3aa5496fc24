"""Publication dates out of short strings: metadata values, header lines, addresses.

A time counts only with its zone, which the reading keeps; without one the day is all that is known.
Of an ambiguous 06/07/2019 both readings come back, the likelier one first, and each says in which
order it was read: `publication` chooses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from summarizer.reading.calendar_words import MONTHS, WEEKDAYS, ZONES
from summarizer.reading.clocks import CLOCK, instant_near, to_minutes
from summarizer.types import DateOrigin, DateReading, DayOrder, Precision

__all__ = [
    "LABELLED_DATE",
    "find_dates",
    "is_date_line",
    "read_date",
    "read_url_date",
    "read_url_year",
    "strip_date",
]

#: the beginning of a line that says that it is a date
LABELLED_DATE = re.compile(r"^date\s+\d{4}-\d{2}-\d{2}\s+", re.IGNORECASE)
_YEARS = range(1700, 2101)
_MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4}|\d{2})(?![\d/])"),
    re.compile(r"(?<!\d)(?P<y>\d{4})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"),
    # what computers write: "Sun Jun 30 14:05:00 EDT 2019"
    re.compile(
        rf"\b(?P<n>{_MONTH_NAME})\s+(?P<d>\d{{1,2}})\s+[\d:]{{5,8}}(?:\s+(?:[A-Z]{{2,4}}|[+-]\d{{4}}))?"
        r"\s+(?P<y>\d{4})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<n>{_MONTH_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+|[-/])?(?P<n>{_MONTH_NAME})\.?,?"
        r"\s*(?:del?\s+|[-/])?(?P<y>\d{4})\b",
        re.IGNORECASE,
    ),
)
_DIGIT = re.compile(r"\d")
_MONTH_ONLY = re.compile(
    rf"^\W*(?:(?P<n>{_MONTH_NAME})\.?\s+(?P<y>\d{{4}})|(?P<y2>\d{{4}})-(?P<m>\d{{2}}))\W*$",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(r"^\s*(\d{4})\s*$")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)")
_EPOCH = re.compile(r"^\s*(1\d{9})(?:\d{3})?\s*$")
_URL_DAY = re.compile(
    rf"/(\d{{4}})[/-]?(\d{{1,2}}|{_MONTH_NAME})[/-](\d{{1,2}})(?=[/._-]|$)|/(\d{{4}})/(\d{{2}})(\d{{2}})/"
    r"|[/_-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?=\D|$)|[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)",
    re.IGNORECASE,
)
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?:[/-]?(0[1-9]|1[0-2]))?(?=[/_-])")
#: the zone's own way to write: an American clock, an American zone
_AMERICAN = re.compile(r"\b(?:[AP]M|E[SD]?T|P[SD]?T|[CM]DT)\b")
_BRITISH = re.compile(r"\b(?:BST|GMT)\b")
_FILLING = frozenset(
    "published publication publish updated update first last modified posted created issued"
    " date dated on at the of from to in as local time pm am p.m a.m edition news uhr stand"
    " veröffentlicht publié le mis à jour actualizado publicado hours hrs h et by and"
    " gepubliceerd op bijgewerkt".split()
)
_MODIFIED = re.compile(
    r"\b(?:updated?|modified|stand|mis à jour|actualizado|bijgewerkt|expires?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    #: likeliest first
    days: tuple[date, ...]
    #: the instants of `days`, if told with a time and its zone
    instants: tuple[datetime | None, ...]
    #: how `days` were read, for a date with slashes
    orders: tuple[DayOrder | None, ...]


def find_dates(text: str, origin: DateOrigin) -> list[DateReading]:
    """The dates of a header line, those of a last change left out unless there are no others."""
    found = list(_find(text[:400]))
    first = [
        item for item in found if not _MODIFIED.search(text[max(0, item.start - 24) : item.start])
    ]
    return [reading for item in first or found for reading in _readings(item, origin)]


def is_date_line(text: str) -> bool:
    """Whether the line says when, and nothing else."""
    found = list(_find(text)) if len(text) <= 200 else []
    if not found:
        return False
    rest = text
    for item in reversed(found):
        rest = rest[: item.start] + " " + rest[item.end :]
    rest = CLOCK.sub(" ", rest)
    words = re.findall(r"[^\W_]+(?:\.[^\W\d_]+)*", rest)
    return all(w.casefold() in _FILLING or w.casefold() in WEEKDAYS or w in ZONES for w in words)


def strip_date(text: str) -> str | None:
    """What a short line says beside its date ("Meridian Wire, 9 June 2019"); None without one."""
    found = list(_find(text)) if len(text) <= 200 else []
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
    value = _day(int(year), number, int(day))
    return [] if value is None else [DateReading(value=value, precision="day", origin="url")]


def read_url_year(url: str) -> list[DateReading]:
    """The year, or the month, that stands in the path of an address without a day."""
    match = _URL_YEAR.search(url[:2000])
    year, month = (int(match[1]), int(match[2] or 0)) if match is not None else (0, 0)
    value = _day(year, month or 1, 1)
    precision: Precision = "month" if month else "year"
    return [] if value is None else [DateReading(value=value, precision=precision, origin="url")]


def _find(text: str) -> Iterator[_Found]:
    if _DIGIT.search(text) is None:
        return
    taken: list[tuple[int, int]] = []
    matches = sorted(
        (m for pattern in _DAY for m in pattern.finditer(text)), key=lambda m: m.start()
    )
    for match in matches:
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        american = _AMERICAN.search(text) is not None and not _BRITISH.search(text)
        days = _days_of(match, american=american)
        if days:
            taken.append(match.span())
            instants = tuple(instant_near(text, match.span(), day) for day in days)
            yield _Found(*match.span(), tuple(days), instants, tuple(days.values()))


def _days_of(match: re.Match[str], *, american: bool) -> dict[date, DayOrder | None]:
    """The days that a match may mean, likeliest first, each with the order of its numbers."""
    groups = match.groupdict()
    year = int(groups["y"])
    year += 0 if len(groups["y"]) == 4 else 2000 if year < 70 else 1900
    if "a" not in groups:
        month = MONTHS[groups["n"].casefold()] if "n" in groups else int(groups["m"])
        only = _day(year, month, int(groups["d"]))
        return {} if only is None else {only: None}
    a, b = int(groups["a"]), int(groups["b"])
    readings: list[tuple[date | None, DayOrder]] = [
        (_day(year, b, a), "day"),
        (_day(year, a, b), "month"),
    ]
    if american:
        readings.reverse()
    found = [(day, order) for day, order in readings if day is not None]
    # 06/06/2019 is one day, and tells nothing about the order.
    return {found[0][0]: None} if a == b and found else dict(found)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _readings(found: _Found, origin: DateOrigin) -> Iterator[DateReading]:
    for day, instant, order in zip(found.days, found.instants, found.orders, strict=True):
        yield replace(_reading(instant or day, origin), order=order)


def _read_iso(value: str) -> date | datetime | None:
    compact = _COMPACT.match(value)
    if compact is not None and len(value) == 8:
        return _day(*map(int, compact.groups()))
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) <= 10:  # `2019-06-30`, `20190630`, `2019-W26-7`
        return moment.date() if moment.year in _YEARS and len(value) >= 8 else None
    if moment.year not in _YEARS:
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
    return to_minutes(moment) if moment.tzinfo is not None and moment.year in _YEARS else None


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
        first = _day(int(month["y"] or month["y2"]), number, 1)
        if first is not None:
            yield DateReading(value=first, precision="month", origin=origin)
        return
    year = _YEAR_ONLY.match(value)
    first = _day(int(year.group(1)), 1, 1) if year is not None else None
    if first is not None:
        yield DateReading(value=first, precision="year", origin=origin)
