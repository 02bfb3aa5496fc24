"""What comes back: the library's types, or its errors."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

import httpx2
from pydantic import TypeAdapter, ValidationError

from summarizer.client.retrying import BUSY
from summarizer.errors import (
    InvalidRequestError,
    NoArticlesError,
    NotFoundError,
    RemoteError,
    ServiceUnavailableError,
    SummarizerError,
    UnauthorizedError,
)

_MISSING = (
    "/problems/article-not-found",
    "/problems/brief-not-found",
    "/problems/story-not-found",
)

__all__ = ["error_of", "parsed", "problem_error", "problem_of"]

Result = TypeVar("Result")


def problem_of(response: httpx2.Response) -> dict[str, Any]:
    """The problem details in an answer; empty when there are none."""
    if not response.headers.get("Content-Type", "").startswith("application/problem+json"):
        return {}
    try:
        problem = response.json()
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def error_of(
    response: httpx2.Response, address: str, missing: NotFoundError | None
) -> SummarizerError:
    """Our exception for an answer that is no result."""
    problem = problem_of(response)
    problem.setdefault("title", response.reason_phrase)
    return _error(problem, response.status_code, address, missing)


def problem_error(data: str, address: str) -> SummarizerError:
    """Our exception for a problem that came as the last event of an answer."""
    try:
        problem = json.loads(data)
    except ValueError:
        problem = None
    if not isinstance(problem, dict):
        problem = {}
    status = problem.get("status")
    return _error(problem, status if isinstance(status, int) else 500, address, None)


def _error(
    problem: Mapping[str, Any], status: int, address: str, missing: NotFoundError | None
) -> SummarizerError:
    kind, title = str(problem.get("type")), str(problem.get("title") or "")
    detail = str(problem.get("detail") or "")
    pointers = _pointers(problem)
    if status in (401, 403):
        return UnauthorizedError(f"{address} asks for an API key: {detail or title}")
    if status in BUSY:
        return ServiceUnavailableError(f"{address} is busy or not ready ({status}): {detail}")
    if kind == "/problems/no-articles":
        return NoArticlesError(detail, _nearest(problem))
    if kind in _MISSING and missing:
        return missing
    if status == 422:
        return InvalidRequestError(detail, pointer=pointers[0] if pointers else None)
    return RemoteError(status, title, detail, pointers)


def _pointers(problem: Mapping[str, Any]) -> list[str]:
    errors = problem.get("errors")
    items = errors if isinstance(errors, list) else []
    found = (item.get("pointer") for item in items if isinstance(item, dict))
    return [pointer for pointer in found if isinstance(pointer, str)]


def _nearest(problem: Mapping[str, Any]) -> list[date]:
    days = problem.get("nearest")
    try:
        return [date.fromisoformat(day) for day in days] if isinstance(days, list) else []
    except (TypeError, ValueError):
        return []


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def parsed(kind: type[Result], response: httpx2.Response) -> Result:
    """The answer's body as a `kind`; `RemoteError` when it is none."""
    # Only `validate_json` tells midnight from a day: a Python value of either fits both.
    try:
        result: Result = _adapter(kind).validate_json(response.content)  # type: ignore[arg-type]
    except ValidationError as error:
        detail = "the answer is not of this API, or of another version of it"
        raise RemoteError(response.status_code, "Not understood", detail) from error
    return result
