"""Values -> responses, and the values that the library lacks. Written in the thread that made the
value, not on the event loop.
"""

from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any

from fastapi.responses import Response
from pydantic import TypeAdapter

from summarizer.types import BriefInfo, IngestOutcome

__all__ = ["BriefList", "IngestReport", "answer", "as_json", "as_members"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of the articles handed over, in their order."""

    outcomes: tuple[IngestOutcome, ...]
    added: int
    updated: int
    unchanged: int
    failed: int

    @classmethod
    def of(cls, outcomes: tuple[IngestOutcome, ...]) -> "IngestReport":
        """The outcomes, counted."""
        statuses = [outcome.status for outcome in outcomes]
        return cls(
            outcomes=outcomes,
            added=statuses.count("added"),
            updated=statuses.count("updated"),
            unchanged=statuses.count("unchanged"),
            failed=statuses.count("failed"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefList:
    """Saved briefs, newest day first, newest edition first."""

    items: tuple[BriefInfo, ...]


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


def as_json(value: Any) -> str:
    """The value as one line of JSON."""
    text: bytes = _adapter(type(value)).dump_json(value)  # type: ignore[arg-type]
    return text.decode()


def as_members(value: Any) -> dict[str, Any]:
    """The value's fields, JSON-ready, to stand beside others in an answer."""
    adapter = _adapter(type(value))  # type: ignore[arg-type]
    members: dict[str, Any] = adapter.dump_python(value, mode="json")
    return members
