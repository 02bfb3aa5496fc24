"""Request bodies -> values. Parsed in threads, from the bytes: twenty megabytes would hold up the
event loop, and pydantic tells the line and column of what is not JSON.
"""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from api.dependencies import SettingsDep
from api.field_errors import field_errors
from api.problems import INVALID_REQUEST, Kind, ProblemError
from api.schemas import ArticlesBody, DocumentBody, at_most
from summarizer.errors import UnreadableInputError
from summarizer.reading import iter_lines, parse_line
from summarizer.types import Document

__all__ = ["JSON", "NDJSON", "HandedOver", "HandedOverDep", "json_body"]

JSON = "application/json"
NDJSON = "application/x-ndjson"
_LINES = (NDJSON, "application/jsonl", "application/x-jsonlines")
_UNSUPPORTED = Kind("unsupported-media-type", 415, "The body is of a type not read here")
_OBJECT: TypeAdapter[dict[str, object]] = TypeAdapter(dict[str, object])
_ARTICLES = TypeAdapter(ArticlesBody)
_ARTICLE = TypeAdapter(DocumentBody)
_MALFORMED = Kind("malformed-json", 400, "The body is no JSON")

Body = TypeVar("Body")
#: articles to keep; what could not even be parsed keeps its place
HandedOver = list[Document | UnreadableInputError]


async def _read(request: Request) -> bytes:
    return await request.body()


BytesDep = Annotated[bytes, Depends(_read)]


def json_body(kind: type[Body]) -> Callable[..., Body]:
    """A dependency that reads the body as `kind`."""
    adapter = TypeAdapter(kind)

    def parse(request: Request, body: BytesDep) -> Body:
        _media_type(request, JSON)
        return _parse(kind, adapter, body)

    return parse


def _handed_over(request: Request, body: BytesDep, settings: SettingsDep) -> HandedOver:
    if _media_type(request, JSON, *_LINES) == JSON:
        documents = _documents(body)
    else:
        documents = _lines(body, max_bytes=settings.max_body_bytes)
    at_most(settings.max_documents, documents, pointer="/articles")
    return documents


HandedOverDep = Annotated[HandedOver, Depends(_handed_over)]


def _media_type(request: Request, *known: str) -> str:
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given not in known:
        advice = f"send {' or '.join(known[:2])} and say so in the header Content-Type"
        raise ProblemError(_UNSUPPORTED, advice, headers={"Accept-Post": ", ".join(known)})
    return given


def _documents(body: bytes) -> HandedOver:
    """`{"articles": […]}` or a single article."""
    if "articles" in _parse(dict, _OBJECT, body):
        return [*_parse(ArticlesBody, _ARTICLES, body).articles]
    return [_parse(DocumentBody, _ARTICLE, body)]


def _lines(body: bytes, *, max_bytes: int) -> HandedOver:
    """An article a line; one without an id goes by its line."""
    return [
        _line(line or b"", f"line {number}")
        for number, line in iter_lines(BytesIO(body), max_bytes=max_bytes)
    ]


def _line(line: bytes, name: str) -> Document | UnreadableInputError:
    try:
        document = parse_line(line, name=name)
    except UnreadableInputError as error:
        return error
    if isinstance(document, Document):
        return replace(document, id=document.id or name)
    return UnreadableInputError(name, "holds several articles; send each on a line of its own")


def _parse(kind: type[Body], adapter: TypeAdapter[Body], body: bytes) -> Body:
    try:
        # Strict: "5" is no number and 1 no truth value, as the schema says.
        return adapter.validate_json(body, strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False, include_context=False)
        if errors[0]["type"] == "json_invalid":
            raise ProblemError(_MALFORMED, errors[0]["msg"]) from None
        found = field_errors(errors, from_json(body), kind)
        detail = "; ".join(f"{each.pointer or 'the body'}: {each.detail}" for each in found[:10])
        raise ProblemError(INVALID_REQUEST, detail, found) from None
