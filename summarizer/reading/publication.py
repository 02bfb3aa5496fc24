"""When an article was published: one reading out of several, and those that contradict it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from summarizer.text.day_orders import are_twins
from summarizer.types import DateReading, DayOrder, PublicationDate

__all__ = ["choose_date", "day_order", "order_of_host"]

#: where 06/07/2019 is the 6th of July (top-level domains of English-speaking countries)
_DAY_FIRST = frozenset("uk ie au nz in za sg my pk ng ke hk eu".split())
#: where it is June 7
_MONTH_FIRST = frozenset("us gov mil ph".split())


def choose_date(
    readings: Sequence[DateReading], *, prefer: DayOrder | None = None, sure: bool = False
) -> PublicationDate | None:
    """The first reading (they come best first), sharpened by those that agree, with the others.

    Readings agree when some zone makes them the same day; of two that do the one with a time wins.
    A date like 06/07/2019 comes with both its readings. Another date of the page that agrees with
    one of them decides; else `prefer` (what the publisher's other dates use, what is usual where it
    is) comes first and the doubt is kept as alternative, unless `prefer` is `sure`.
    """
    readings = _settled(readings, prefer, sure=sure)
    if not readings:
        return None
    best = readings[0]
    agreeing = [reading for reading in readings if _agree(best, reading)]
    sharp = next((r for r in agreeing if r.precision == "minute"), None)
    blunt = best.origin != "given" and best.precision != "minute"
    chosen = sharp if sharp is not None and blunt else best
    others: list[DateReading] = []
    for reading in readings:
        if not _agree(chosen, reading) and all(reading.value != other.value for other in others):
            others.append(reading)
    return PublicationDate(
        value=chosen.value,
        precision=chosen.precision,
        origin=chosen.origin,
        offset_minutes=chosen.offset_minutes,
        order=chosen.order,
        alternatives=tuple(others),
    )


def day_order(
    language: str | None, url: str | None, usual: DayOrder | None
) -> tuple[DayOrder | None, bool]:
    """What comes first in 06/07/2019, and whether that is sure.

    It is in every language but English, where the publisher's usual order is the best hint and its
    country the next.
    """
    if language not in (None, "en"):
        return "day", True
    return usual or order_of_host(url), False


def order_of_host(url: str | None) -> DayOrder | None:
    """What is usual in the country of an address; None for those of no country."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    country = host.rpartition(".")[2]
    return "day" if country in _DAY_FIRST else "month" if country in _MONTH_FIRST else None


def _settled(
    readings: Sequence[DateReading], prefer: DayOrder | None, *, sure: bool
) -> list[DateReading]:
    """The readings, each pair of an ambiguous date in its best order or without its wrong half."""
    settled: list[DateReading] = []
    pending = list(readings)
    while pending:
        one = pending.pop(0)
        if pending and are_twins(one, pending[0]):
            pair = (one, pending.pop(0))
            settled.extend(_settle(pair, [*settled, *pending], prefer, sure=sure))
        else:
            settled.append(one)
    return settled


def _settle(
    pair: tuple[DateReading, DateReading],
    others: Sequence[DateReading],
    prefer: DayOrder | None,
    *,
    sure: bool,
) -> tuple[DateReading, ...]:
    clear = [other for other in others if other.precision in ("day", "minute")]
    clear = [other for other in clear if not any(are_twins(other, more) for more in others)]
    backed = [one for one in pair if any(_agree(one, other) for other in clear)]
    shown = {other.order for other in clear} - {None}
    if len(backed) == 1:
        return (backed[0],)
    if len(shown) == 1:
        prefer, sure = next(iter(shown)), True
    first, second = sorted(pair, key=lambda one: one.order != prefer) if prefer else pair
    return (first,) if sure and first.order == prefer else (first, second)


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
