"""The time of day beside a date, in its zone."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from summarizer.reading.calendar_words import ZONES

__all__ = ["CLOCK", "instant_near", "to_minutes"]

CLOCK = re.compile(
    # 14:05, 14.05, 14h05, 14 h 05, "1405 GMT", "2 p.m.", "14 Uhr"
    r"(?<![\d.:])(?P<h>[01]?\d|2[0-3])"
    r"(?:(?:[:.]|\s?h\s?)(?P<min>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    r"|(?P<close>[0-5]\d)(?=\s?(?:GMT|UTC|Z)\b)|(?=\s?(?:[ap]\.?m|Uhr|uur|h)\b))"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?:Uhr|uur|hs?|min)\b\.?)?"
    r"(?:\s*\(?(?P<named>UTC|GMT)?\s?(?P<sign>[+\-\u2212])(?P<oh>\d{1,2})(?::?(?P<om>\d{2}))?(?!\d)"
    r"|,?\s*\(?(?P<zone>[A-Z]{1,4}|МСК)\b)?",
    re.IGNORECASE,
)


def instant_near(
    text: str, span: tuple[int, int], day: date, room: tuple[int, int]
) -> datetime | None:
    """The instant, when a time with a zone stands within a few characters of the day.

    What stands outside `room` is said of something else.
    """
    start, end = span
    inside = CLOCK.search(text, start + 4, end) if ":" in text[start:end] else None
    behind = CLOCK.search(text, end, min(end + 40, room[1]))
    before = list(CLOCK.finditer(text, max(room[0], start - 40), start))
    for clock in [inside, behind, *before[-1:]]:
        zone = _zone(clock) if clock is not None else None
        if clock is not None and zone is not None:
            hour, minute = int(clock["h"]), int(clock["min"] or clock["close"] or 0)
            if clock["half"] and hour <= 12:
                hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
            return to_minutes(datetime.combine(day, time(hour, minute), zone))
    return None


def _zone(clock: re.Match[str]) -> tzinfo | None:
    if clock["sign"]:
        hours, minutes = int(clock["oh"]), int(clock["om"] or 0)
        offset = timedelta(hours=hours, minutes=minutes)
        # "14:05-16" is a span of hours, and no clock is further from Greenwich than 14 hours.
        whole = clock["named"] or (clock["om"] and len(clock["oh"]) == 2)
        if not whole or offset > timedelta(hours=14):
            return None
        return timezone(offset if clock["sign"] == "+" else -offset)
    return ZONES.get((clock["zone"] or "").upper())


def to_minutes(value: datetime) -> datetime | None:
    """The instant to the minute in its own zone; None where no calendar goes."""
    try:
        value.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return value.replace(second=0, microsecond=0)
