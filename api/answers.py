"""Values -> responses. Written in the thread that made the value, not on the event loop."""

from functools import cache
from http import HTTPStatus
from typing import Any

from fastapi.responses import Response
from pydantic import TypeAdapter

__all__ = ["answer", "as_members"]


# mypy takes a class's own `__hash__` for that of its instances: hence the ignores.
@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def answer(
    value: Any, *, status: int = HTTPStatus.OK, headers: dict[str, str] | None = None
) -> Response:
    """The value as JSON, its keys in the order of its fields: equal values, equal bytes."""
    content = _adapter(type(value)).dump_json(value)  # type: ignore[arg-type]
    return Response(content, status, headers, "application/json")


def as_members(value: Any) -> dict[str, Any]:
    """The value's fields, JSON-ready, to stand beside others in an answer."""
    adapter = _adapter(type(value))  # type: ignore[arg-type]
    members: dict[str, Any] = adapter.dump_python(value, mode="json")
    return members
