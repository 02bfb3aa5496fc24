"""Whether 06/07/2019 is the 6th of July or June 7: what a publisher's other dates show."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta

from summarizer.text.publishers import publisher_of
from summarizer.types import Article, DateReading, DayOrder, Notice, PublicationDate

__all__ = ["are_twins", "doubts", "in_order", "in_usual_order", "other_order", "usual_order"]


def other_order(found: PublicationDate) -> DateReading | None:
    """The reading of a doubtful date in the other order; None for a date without that doubt."""
    return next((other for other in found.alternatives if are_twins(found, other)), None)


def usual_order(dates: Iterable[PublicationDate]) -> DayOrder | None:
    """The order that a publisher's dates show, by those that can be read in one way only.

    None when none does, or both orders do equally often.
    """
    votes = {"day": 0, "month": 0}
    for found in dates:
        if found.order is not None and other_order(found) is None:
            votes[found.order] += 1
    if votes["day"] == votes["month"]:
        return None
    return "day" if votes["day"] > votes["month"] else "month"


def in_order(found: PublicationDate, order: DayOrder | None) -> PublicationDate:
    """A doubtful date read in `order`, with the doubt kept as alternative; any other as it is."""
    twin = other_order(found)
    if twin is None or twin.order != order:
        return found
    first = DateReading(**{each.name: getattr(found, each.name) for each in fields(DateReading)})
    taken = {each.name: getattr(twin, each.name) for each in fields(DateReading)}
    rest = tuple(each for each in found.alternatives if each != twin)
    return PublicationDate(**taken, alternatives=(first, *rest))


def in_usual_order(articles: Sequence[Article]) -> list[Article]:
    """The articles, each doubtful date read as its publisher's other dates are."""
    dates: dict[str | None, list[PublicationDate]] = {}
    for article in articles:
        if article.date is not None:
            dates.setdefault(publisher_of(article), []).append(article.date)
    orders = {publisher: usual_order(found) for publisher, found in dates.items() if publisher}
    return [
        replace(each, date=in_order(each.date, orders.get(publisher_of(each) or "")))
        if each.date
        else each
        for each in articles
    ]


def doubts(found: PublicationDate | None) -> Sequence[Notice]:
    """What to say of 06/07/2019 when nothing on its page decides between June and July."""
    twin = None if found is None else other_order(found)
    if found is None or twin is None:
        return ()
    days = " or ".join(f"{day:%Y-%m-%d}" for day in sorted((_written(found), _written(twin))))
    message = f"its date can be read as {days}: nothing on the page tells which one is meant"
    return (Notice(code="date-ambiguous", message=message),)


def are_twins(one: DateReading | PublicationDate, other: DateReading | PublicationDate) -> bool:
    """Whether both are readings of one date with slashes: day and month change places."""
    if one.origin != other.origin or {one.order, other.order} != {"day", "month"}:
        return False
    mine, yours = _written(one), _written(other)
    return mine.year == yours.year and (mine.day, mine.month) == (yours.month, yours.day)


def _written(reading: DateReading | PublicationDate) -> date:
    """The day as the page told it."""
    shift = timedelta(minutes=reading.offset_minutes or 0)
    value = reading.value
    return (value + shift).date() if isinstance(value, datetime) else value
