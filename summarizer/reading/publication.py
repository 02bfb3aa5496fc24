"""When an article was published: one reading out of several, and those that contradict it."""

from datetime import date, datetime, timedelta

from summarizer.types import DateReading, PublicationDate

__all__ = ["choose_date"]


def choose_date(readings: list[DateReading]) -> PublicationDate | None:
    """The first reading (they come best first), sharpened by those that agree, with the others.

    Readings agree when some zone makes them the same day; of two that do the one with a time wins.
    """
    if not readings:
        return None
    best = readings[0]
    agreeing = [reading for reading in readings if _agree(best, reading)]
    sharp = next((r for r in agreeing if r.precision == "minute"), None)
    chosen = (
        sharp
        if sharp is not None and best.origin != "given" and best.precision != "minute"
        else best
    )
    others: list[DateReading] = []
    for reading in readings:
        if not _agree(chosen, reading) and all(reading.value != other.value for other in others):
            others.append(reading)
    return PublicationDate(
        value=chosen.value,
        precision=chosen.precision,
        origin=chosen.origin,
        alternatives=tuple(others),
    )


def _agree(one: DateReading, other: DateReading) -> bool:
    if "year" in (one.precision, other.precision):
        return one.value.year == other.value.year
    if "month" in (one.precision, other.precision):
        return (one.value.year, one.value.month) == (other.value.year, other.value.month)
    return not _days(one).isdisjoint(_days(other))


def _days(reading: DateReading) -> set[date]:
    """The calendar days that it may be somewhere on earth."""
    if not isinstance(reading.value, datetime):
        return {reading.value}
    return {(reading.value + timedelta(hours=shift)).date() for shift in (-12, 0, 14)}
