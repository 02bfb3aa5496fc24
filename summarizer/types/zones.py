"""Time zones by their names, and where their days begin."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["known_zone", "out_of_range", "whole_day_from"]

#: folders of the same zones with other clocks, which no list of zones names
_OTHER_CLOCKS = ("posix/", "right/", "posixrules")


def known_zone(name: str) -> ZoneInfo:
    """The zone of an IANA name; `ValueError` says that there is none of that name."""
    message = f"there is no time zone {name!r}; use an IANA name such as Europe/Berlin"
    if name.startswith(_OTHER_CLOCKS):
        raise ValueError(message)
    try:
        return ZoneInfo(name)
    # a name is a path to the reader of zones, which may lead outside, or to a folder
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(message) from error


def whole_day_from(instant: datetime, zone: ZoneInfo) -> date:
    """The first day of the zone that begins at the instant or after it.

    `OverflowError` at the very ends of the calendar, where there is no such day or none before it.
    """
    day = instant.astimezone(zone).date()
    # compared as instants: where the clocks skip midnight, a day begins at one o'clock
    begins = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    day = day if instant == begins else day + timedelta(days=1)
    _ = day - timedelta(days=1)
    return day


def out_of_range(given: object) -> str:
    """What is said of a time for which `whole_day_from` finds no day."""
    return f"{given} is out of range: the days to ask for are 0001-01-02 to 9999-12-30"
