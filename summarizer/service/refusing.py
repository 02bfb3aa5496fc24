"""Requests that cannot be answered as put: `InvalidRequestError` with the pointer of a field."""

from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from summarizer.errors import InvalidRequestError, UnknownNameError
from summarizer.text.tokens import stem_hashes
from summarizer.types import (
    BudgetUnit,
    DateRange,
    Method,
    Order,
    Policy,
    SummaryRequest,
    TimelineRequest,
    known_zone,
)
from summarizer.types.zones import out_of_range, whole_day_from

__all__ = ["check_request", "check_timeline", "check_topic", "check_zone"]


def check_request(request: SummaryRequest) -> None:
    """What the types cannot hold: values that come from outside unchecked."""
    if request.budget.amount < 1:
        raise InvalidRequestError("a length is 1 or more", pointer="/length")
    if request.max_articles < 1:
        raise InvalidRequestError("read at least 1 article", pointer="/max_articles")
    for name, value, known in (
        ("order", request.order, get_args(Order)),
        ("length", request.budget.unit, get_args(BudgetUnit)),
        ("method", request.method, get_args(Method)),
        ("policy", request.policy, get_args(Policy)),
    ):
        if value not in known:
            raise UnknownNameError(name, value, known, pointer=f"/{name}")
    if request.story is not None and (request.since is not None or request.dates is not None):
        message = "a story is its own choice of articles: leave out dates and since"
        raise InvalidRequestError(message, pointer="/story_id")
    check_zone(request.told_zone)
    _check_dates(request.dates)
    if isinstance(request.since, datetime):
        _check_instant(request.since, request.told_zone, pointer="/since")


def check_topic(topic: str | None) -> None:
    """A topic holds a word."""
    if topic is not None and not len(stem_hashes(topic)):
        raise InvalidRequestError("the topic holds no word", pointer="/topic")


def check_timeline(request: TimelineRequest) -> None:
    """As `check_request`, for timelines."""
    if request.days is not None and request.days < 1:
        raise InvalidRequestError("tell at least 1 day", pointer="/dates")
    if request.sentences_per_date < 1:
        raise InvalidRequestError("a date has 1 sentence or more", pointer="/sentences_per_date")
    if request.max_articles < 1:
        raise InvalidRequestError("read at least 1 article", pointer="/max_articles")
    check_zone(request.told_zone)
    _check_dates(request.dates)


def check_zone(zone: str) -> None:
    """There is such a zone."""
    try:
        known_zone(zone)
    except ValueError as error:
        raise InvalidRequestError(str(error), pointer="/tz") from error


def _check_dates(dates: DateRange | None) -> None:
    """A range that nobody read (`DateRange.between` does this) may hold any instants."""
    if dates is None:
        return
    check_zone(dates.zone)
    for instant, pointer in ((dates.start, "/date_from"), (dates.end, "/date_to")):
        if instant is not None:
            _check_instant(instant, dates.zone, pointer=pointer)


def _check_instant(instant: datetime, zone: str, *, pointer: str) -> None:
    if instant.tzinfo is None:
        raise InvalidRequestError("a time needs its zone", pointer=pointer)
    try:
        whole_day_from(instant, ZoneInfo(zone))
    except OverflowError as error:
        raise InvalidRequestError(out_of_range(instant.isoformat()), pointer=pointer) from error
