"""Errors as problem details (RFC 9457): one table from our exceptions to status, type and title."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from typing import Any, NamedTuple, get_type_hints

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.allowed import allowed_methods
from api.field_errors import FieldError, field_errors
from summarizer.errors import (
    ArticleNotFoundError,
    BriefNotFoundError,
    GenerationError,
    InvalidRequestError,
    JudgeError,
    MissingExtraError,
    ModelBusyError,
    ModelTimeoutError,
    ModelUnavailableError,
    NoArticlesError,
    NotFoundError,
    StoreError,
    StoreUnavailableError,
    StoryNotFoundError,
    SummarizerError,
    UnreadableInputError,
)

__all__ = [
    "MEDIA_TYPE",
    "Problem",
    "ProblemError",
    "as_problem",
    "handle_problems",
    "problem_response",
    "unforeseen",
]

MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """What all problems of a type share; the type is `/problems/` and the name."""

    name: str
    status: int
    title: str
    #: for the reader instead of the exception's own words, which name a database or a file
    detail: str | None = None
    #: seconds after which trying again makes sense
    retry_after: int | None = None


_DATABASE = "The database cannot be used at the moment. The log of the server says why."
_MODEL = (
    "The model cannot be used at the moment. The log of the server says why; the method"
    " `extractive` needs none."
)
_JUDGE = "The model that judges cannot be used at the moment. The log of the server says why."
#: looked up along the class hierarchy of the exception
KINDS: Mapping[type[Exception], Kind] = {
    UnreadableInputError: Kind("unreadable-input", 422, "The input holds no article"),
    InvalidRequestError: Kind("invalid-request", 422, "The request cannot be answered as put"),
    ArticleNotFoundError: Kind("article-not-found", 404, "There is no such article"),
    BriefNotFoundError: Kind("brief-not-found", 404, "There is no such brief"),
    NoArticlesError: Kind("no-articles", 404, "No article matches"),
    StoryNotFoundError: Kind("story-not-found", 404, "There is no such story"),
    NotFoundError: Kind("not-found", 404, "Not found"),
    StoreUnavailableError: Kind(
        "store-unavailable", 503, "The database does not answer", _DATABASE, retry_after=5
    ),
    ModelBusyError: Kind("model-busy", 429, "Too many requests wait for the model"),
    ModelTimeoutError: Kind("model-timeout", 504, "The model did not finish in time"),
    ModelUnavailableError: Kind(
        "model-unavailable", 503, "The model cannot be used", _MODEL, retry_after=30
    ),
    GenerationError: Kind("generation-failed", 502, "The model gave no text that can be used"),
    MissingExtraError: Kind("model-unavailable", 503, "The model cannot be used", _MODEL),
    JudgeError: Kind("judge-failed", 503, "The judge gave no verdict", _JUDGE),
    StoreError: Kind("store-unusable", 503, "The database cannot be used", _DATABASE),
}
INVALID_REQUEST = KINDS[InvalidRequestError]
_UNFORESEEN = Kind("internal-error", 500, "Something went wrong here")


class Problem(BaseModel):
    """Problem details, RFC 9457."""

    type: str = Field(
        description="Stable: `/problems/NAME`, or `about:blank` when the title says all."
    )
    title: str
    status: int
    detail: str | None = None
    instance: str | None = Field(None, description="Names this very request; the log has it too.")
    errors: list[FieldError] | None = Field(None, description="The parts that are wrong.")
    nearest: list[date] | None = Field(
        None, description="Of `no-articles`: days before and after the range with articles."
    )


@dataclass(eq=False)
class ProblemError(Exception):
    """A problem that arises at this edge, not in the library."""

    kind: Kind
    detail: str
    errors: Iterable[FieldError] = ()
    headers: dict[str, str] = field(default_factory=dict)
    #: members beside those of RFC 9457, JSON-ready
    more: dict[str, Any] = field(default_factory=dict)


def _content(request: Request, error: ProblemError) -> str:
    """The problem as JSON."""
    kind = error.kind
    blank = not kind.name
    problem = Problem(
        type="about:blank" if blank else f"/problems/{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=error.detail,
        instance=request.scope.get("state", {}).get("request_urn"),
        errors=list(error.errors) or None,
    )
    # With escapes, so that whatever a request holds can be said back.
    return json.dumps({**problem.model_dump(exclude_none=True), **error.more})


def problem_response(request: Request, error: ProblemError) -> Response:
    """The answer for `error`."""
    kind = error.kind
    retry = {} if kind.retry_after is None else {"Retry-After": str(kind.retry_after)}
    content = _content(request, error)
    return Response(content, kind.status, {**retry, **error.headers}, MEDIA_TYPE)


def unforeseen(request_id: str) -> ProblemError:
    """What a reader is told of a fault that nobody foresaw: where to look for it, and no more."""
    detail = f"The log of the server has more under the request id {request_id}."
    return ProblemError(_UNFORESEEN, detail)


def as_problem(request: Request, error: Exception) -> str:
    """The error as the JSON of a problem, for an answer that has begun already; one that nobody
    foresaw is logged.
    """
    if isinstance(error, SummarizerError) and _kind_of(error) is not None:
        return _content(request, _of_library(request, error))
    request.state.log.error("failed", exc_info=error)
    return _content(request, unforeseen(request.state.request_urn.removeprefix("urn:uuid:")))


def handle_problems(app: FastAPI) -> None:
    """Make every error of `app` a problem, but for those that nobody foresaw (see `observing`)."""
    app.exception_handler(ProblemError)(_own)
    app.exception_handler(SummarizerError)(_library)
    app.exception_handler(RequestValidationError)(_parameters)
    app.exception_handler(HTTPException)(_framework)


async def _own(request: Request, error: ProblemError) -> Response:
    return problem_response(request, error)


async def _library(request: Request, error: SummarizerError) -> Response:
    return problem_response(request, _of_library(request, error))


def _kind_of(error: SummarizerError) -> Kind | None:
    return next((KINDS[cls] for cls in type(error).__mro__ if cls in KINDS), None)


def _of_library(request: Request, error: SummarizerError) -> ProblemError:
    kind = _kind_of(error)
    if kind is None:
        raise error
    if kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        request.state.log.error("problem", kind=kind.name, reason=str(error))
    pointer = getattr(error, "pointer", None)
    detail = kind.detail or str(error)
    errors = [FieldError(pointer=pointer, detail=detail)] if pointer is not None else []
    retry = getattr(error, "retry_after", None)
    headers = {} if retry is None else {"Retry-After": str(retry)}
    nearest = [day.isoformat() for day in getattr(error, "nearest", ())]
    return ProblemError(kind, detail, errors, headers, {"nearest": nearest} if nearest else {})


async def _parameters(request: Request, error: RequestValidationError) -> Response:
    # Locations begin with the part of the request, query or path, whose values are flat.
    found = [{**each, "loc": each["loc"][1:2]} for each in error.errors()]
    names = {each["loc"][0]: None for each in found}
    query = get_type_hints(request.scope["endpoint"]).get("query")
    errors = field_errors(found, names, query)
    detail = "; ".join(f"{each.pointer}: {each.detail}" for each in errors)
    return problem_response(request, ProblemError(INVALID_REQUEST, detail, errors))


async def _framework(request: Request, error: HTTPException) -> Response:
    kind = Kind("", error.status_code, HTTPStatus(error.status_code).phrase)
    headers = dict(error.headers or {})
    detail = f"{request.method} {request.url.path}: {error.detail}"
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(allowed_methods(request))
        detail = f"{request.method} is not among the methods of {request.url.path}"
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"there is nothing at {request.url.path}; /docs lists what there is"
    return problem_response(request, ProblemError(kind, detail, headers=headers))
