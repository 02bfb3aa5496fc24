"""Publication dates out of short strings: metadata values, header lines, addresses.

A time counts only with its zone; without one the day is all that is known. Of an ambiguous
06/07/2019 both readings come back, the likelier one first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from summarizer.reading.calendar_words import MONTHS, WEEKDAYS, ZONES
from summarizer.types import DateOrigin, DateReading, Precision

__all__ = [
    "LABELLED_DATE",
    "find_dates",
    "is_date_line",
    "read_date",
    "read_url_date",
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
    re.compile(
        rf"\b(?P<n>{_MONTH_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s*(?:de\s+|-)?(?P<n>{_MONTH_NAME})\.?,?"
        r"\s*(?:de\s+|-)?(?P<y>\d{4})\b",
        re.IGNORECASE,
    ),
)
_TIME = re.compile(
    r"(?<![\d.:])(?P<h>[01]?\d|2[0-3])(?:[:.h](?P<min>[0-5]\d))(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*\(?(?P<sign>[+-])(?P<oh>\d{2}):?(?P<om>\d{2})|\s*\(?(?P<zone>[A-Z]{1,4})\b)?",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(
    rf"^\W*(?:(?P<n>{_MONTH_NAME})\.?\s+(?P<y>\d{{4}})|(?P<y2>\d{{4}})-(?P<m>\d{{2}}))\W*$",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(r"^\s*(\d{4})\s*$")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)")
_URL_DAY = re.compile(
    rf"/(\d{{4}})[/-](\d{{1,2}}|{_MONTH_NAME})[/-](\d{{1,2}})(?=[/._-]|$)"
    r"|[/_-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?=\D|$)|[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)",
    re.IGNORECASE,
)
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
    instant: datetime | None = None


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
    rest = _TIME.sub(" ", rest)
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
    exact = _read_iso(value) or _read_mail(value)
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


def _find(text: str) -> Iterator[_Found]:
    taken: list[tuple[int, int]] = []
    matches = sorted(
        (m for pattern in _DAY for m in pattern.finditer(text)), key=lambda m: m.start()
    )
    for match in matches:
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        us = re.search(r"\b(?:[AP]M|E[SD]?T|P[SD]?T|[CM]DT)\b", text) is not None
        days = _days_of(match, us=us)
        if days:
            taken.append(match.span())
            yield _Found(match.start(), match.end(), days, _instant(text, match, days[0]))


def _days_of(match: re.Match[str], *, us: bool) -> tuple[date, ...]:
    groups = match.groupdict()
    year = int(groups["y"])
    year += 0 if len(groups["y"]) == 4 else 2000 if year < 70 else 1900
    if "a" in groups:
        a, b = int(groups["a"]), int(groups["b"])
        pairs = [(a, b), (b, a)] if us else [(b, a), (a, b)]
    elif "n" in groups:
        pairs = [(MONTHS[groups["n"].casefold()], int(groups["d"]))]
    else:
        pairs = [(int(groups["m"]), int(groups["d"]))]
    days = (_day(year, month, day) for month, day in pairs)
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _instant(text: str, match: re.Match[str], day: date) -> datetime | None:
    """The instant, when a time with a zone stands within a few characters of the day."""
    behind = _TIME.search(text, match.end(), match.end() + 40)
    before = list(_TIME.finditer(text, max(0, match.start() - 40), match.start()))
    for clock in [behind, *before[-1:]]:
        zone = _zone(clock) if clock is not None else None
        if clock is not None and zone is not None:
            hour, minute = int(clock["h"]), int(clock["min"])
            if clock["half"] and hour <= 12:
                hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
            return _utc(datetime.combine(day, time(hour, minute), zone))
    return None


def _zone(clock: re.Match[str]) -> tzinfo | None:
    if clock["sign"]:
        hours, minutes = int(clock["oh"]), int(clock["om"])
        offset = timedelta(hours=hours, minutes=minutes)
        if offset >= timedelta(hours=24):
            return None
        return timezone(-offset if clock["sign"] == "-" else offset)
    return ZONES.get((clock["zone"] or "").upper())


def _utc(value: datetime) -> datetime | None:
    try:
        return value.astimezone(UTC).replace(second=0, microsecond=0)
    except (OverflowError, ValueError):
        return None


def _readings(found: _Found, origin: DateOrigin) -> Iterator[DateReading]:
    if found.instant is not None:
        yield DateReading(value=found.instant, precision="minute", origin=origin)
    for day in found.days[1:] if found.instant is not None else found.days:
        yield DateReading(value=day, precision="day", origin=origin)


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
    return _plausible(moment)


def _read_mail(value: str) -> datetime | None:
    """The instant of an RFC 2822 date; None without a zone that mail knows."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _utc(moment) if moment.tzinfo is not None and moment.year in _YEARS else None


def _plausible(moment: datetime) -> date | datetime | None:
    if moment.year not in _YEARS:
        return None
    return moment.date() if moment.tzinfo is None else _utc(moment)


def _reading(value: date | datetime, origin: DateOrigin) -> DateReading:
    precision: Precision = "minute" if isinstance(value, datetime) else "day"
    return DateReading(value=value, precision=precision, origin=origin)


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
