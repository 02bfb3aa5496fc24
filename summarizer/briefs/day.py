"""The day that a brief is about."""

from datetime import date, datetime, timedelta
from hashlib import blake2b
from zoneinfo import ZoneInfo

from summarizer.types import BriefKey, DateRange

__all__ = ["brief_id", "is_over", "window", "yesterday"]

#: characters of a topic in an id
_LONGEST = 60


def yesterday(now: datetime, zone: str) -> date:
    """The last whole day in `zone` at the instant `now`."""
    return now.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)


def window(key: BriefKey) -> DateRange:
    """The brief's day as a range: 23 to 25 hours long where the clocks change."""
    return DateRange.between(key.day, key.day, zone=key.zone)


def is_over(key: BriefKey, now: datetime) -> bool:
    """True when no more articles of the brief's day can be published."""
    return now.astimezone(ZoneInfo(key.zone)).date() > key.day


def brief_id(key: BriefKey, edition: int) -> str:
    """Readable and unique: `2019-06-30.Europe-Berlin.2`, with its topic where it has one.

    A topic that is changed to be readable in an address gets a digest, or "C++" would be "c".
    """
    parts = [key.day.isoformat(), key.zone.replace("/", "-")]
    if key.topic:
        plain = "".join(c if c.isalnum() else "-" for c in key.topic.casefold()).strip("-")
        digest = blake2b(key.topic.encode(), digest_size=4).hexdigest()
        readable = plain == key.topic and len(plain) <= _LONGEST
        parts.append(plain if readable else f"{plain[:_LONGEST]}-{digest}")
    return ".".join([*parts, str(edition)])
