"""What pydantic finds wrong, told of the request as it was sent: pointers hold its keys only."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, Field

__all__ = ["FieldError", "field_errors", "json_pointer"]


class FieldError(BaseModel):
    """What is wrong with one part of the request."""

    pointer: str | None = Field(
        None, description="JSON pointer (RFC 6901) into the body, or `/` and the parameter's name."
    )
    detail: str


def json_pointer(location: Iterable[str | int]) -> str:
    """RFC 6901, of keys and places."""
    parts = (str(part) for part in location)
    return "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in parts)


def field_errors(
    errors: Iterable[Mapping[str, Any]], given: object, kind: object = None
) -> list[FieldError]:
    """The errors of `given`, parsed JSON that was to be a `kind`: one for each pointer, in order.

    Where several forms are allowed, a detail says what each of them asks for.
    """
    details: dict[str, list[str]] = {}
    for error in errors:
        pointer = json_pointer(_sent(error, given))
        details.setdefault(pointer, []).append(_detail(error, kind))
    return [FieldError(pointer=each, detail="; or: ".join(told)) for each, told in details.items()]


def _sent(error: Mapping[str, Any], given: object) -> list[str | int]:
    """The location without the names of union members and validators that pydantic puts in."""
    missing = error["loc"][-1:] if error["type"] == "missing" else ()
    kept: list[str | int] = []
    for part in error["loc"][: len(error["loc"]) - len(missing)]:
        keyed = isinstance(given, dict) and part in given
        if keyed or (isinstance(given, list) and isinstance(part, int)):
            given = given[part]  # type: ignore[index]
            kept.append(part)
    return [*kept, *missing]


def _detail(error: Mapping[str, Any], kind: object) -> str:
    message: str = error["msg"]
    if error["type"] != "extra_forbidden":
        return message.removeprefix("Value error, ")
    names = _names(kind, error["loc"][:-1])
    return f"there is no such name here; known are {', '.join(names)}" if names else message


def _names(kind: object, location: Iterable[str | int]) -> list[str]:
    """The names of the fields of the model at the location; empty where there is none."""
    fields = _fields(kind)
    for part in location:
        fields = _fields(fields.get(str(part)))
    return list(fields)


def _fields(kind: object) -> dict[str, Any]:
    """What each field of a model is, by its name in JSON; empty when `kind` is no model."""
    if not isinstance(kind, type) or not issubclass(kind, BaseModel):
        return {}
    return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
