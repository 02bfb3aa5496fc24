"""The vocabulary of requests: topics, zones, moments, lengths; and ranges of dates made of them."""

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from summarizer.errors import InvalidRequestError
from summarizer.extractive.rankers import RANKERS
from summarizer.types import BudgetUnit, DateRange, known_zone, since_when

__all__ = [
    "Count",
    "Day",
    "Language",
    "Length",
    "Method",
    "Moment",
    "RankerName",
    "Since",
    "StoryId",
    "Topic",
    "Zone",
    "date_range",
    "since",
]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}],
    "examples": ["2019-06-30"],
}


def _iso_day(value: object) -> object:
    """The day in a string; pydantic alone would also read `0`, as seconds since 1970."""
    if not isinstance(value, str):
        return value
    if not _DAY.fullmatch(value):
        raise ValueError("a day is written as 2019-06-30")
    return dt.date.fromisoformat(value)


def _whole(value: object) -> object:
    """57 for 57.0, which JSON Schema takes for an integer."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _one_unit(value: object) -> object:
    if isinstance(value, dict) and len(value) != 1:
        raise ValueError("give exactly one of words, sentences and characters")
    return value


#: any words; nothing in them is an operator
Topic = Annotated[str, Field(min_length=1, max_length=1000, examples=["summit Korea"])]
#: an IANA name
Zone = Annotated[
    str,
    AfterValidator(lambda name: known_zone(name).key),
    Field(examples=["UTC", "Europe/Berlin", "Asia/Seoul"]),
]
#: a day, whole in its zone, or an instant; read by `date_range`
Moment = Annotated[str, WithJsonSchema(_MOMENT_SCHEMA)]
#: the schema leaves out what a server without a model refuses
Method = Annotated[
    Literal["auto", "extractive", "abstractive"],
    WithJsonSchema({"type": "string", "enum": ["auto", "extractive"]}),
]
#: checked by the library, which knows the names
RankerName = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted(RANKERS)})]
#: a day, an instant or a brief's id; read by `since`
Since = Annotated[
    str, Field(max_length=200, examples=["2019-06-30T08:00:00+02:00", "2019-06-30.Europe-Berlin.1"])
]
#: an id that a story has, or had before
StoryId = Annotated[
    str,
    Field(min_length=1, max_length=200, examples=["0f1e2d3c4b5a6978.2019-06-29.2019-06-30.UTC"]),
]
Day = Annotated[dt.date, BeforeValidator(_iso_day)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$", examples=["en"])]
Count = Annotated[int, Field(ge=1, le=1_000_000), BeforeValidator(_whole)]
#: one unit and how many of it
Length = Annotated[
    dict[BudgetUnit, Count],
    BeforeValidator(_one_unit),
    Field(min_length=1, max_length=1, examples=[{"words": 120}]),
]


def date_range(first: str | None, last: str | None, *, zone: str) -> DateRange | None:
    """The range, None without ends; `InvalidRequestError` points at the end that is wrong."""
    if first is None and last is None:
        return None
    _checked(first, None, zone, "/date_from")
    _checked(None, last, zone, "/date_to")
    return _checked(first, last, zone, "/date_from")


def since(value: str | None, *, zone: str) -> dt.datetime | str | None:
    """The instant, or the brief's id; `InvalidRequestError` for anything else."""
    if value is None:
        return None
    try:
        return since_when(value, zone=zone)
    except ValueError as error:
        message = f"{value!r} is no day, no instant and no brief's id; write 2019-06-30T14:05+02:00"
        raise InvalidRequestError(message, pointer="/since") from error


def _checked(first: str | None, last: str | None, zone: str, pointer: str) -> DateRange:
    try:
        return DateRange.between(first, last, zone=zone)
    except ValueError as error:
        raise InvalidRequestError(str(error), pointer=pointer) from error
