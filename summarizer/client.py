"""Python client of the REST API: the library's own types over HTTP.

Imports neither numpy nor the rest of the library.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

import httpx2
from pydantic import TypeAdapter, ValidationError
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    retry_if_result,
    stop_after_attempt,
    wait_exponential_jitter,
)

from summarizer.errors import (
    ArticleNotFoundError,
    BriefNotFoundError,
    InvalidRequestError,
    NoArticlesError,
    NotFoundError,
    RemoteError,
    ServiceUnavailableError,
    SummarizerError,
    UnauthorizedError,
)
from summarizer.types import (
    Article,
    ArticleInfo,
    ArticlePage,
    Brief,
    BriefInfo,
    BriefKey,
    DateRange,
    Document,
    IngestOutcome,
    Summary,
    SummaryRequest,
)

__all__ = ["Client"]

Result = TypeVar("Result")
_JSON, _LINES = "application/json", "application/x-ndjson"
#: documents and bytes of one request; servers take 500 and 20 MB unless set otherwise
_BATCH, _BATCH_BYTES = 50, 4_000_000
_BUSY = (429, 503)
#: seconds; a server that asks for more is not waited for
_LONGEST_WAIT = 60.0
_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout)
#: the request may have arrived. Not a timeout while waiting: asking again adds to what is too much
_LOST = (httpx2.NetworkError, httpx2.RemoteProtocolError)
_BACKOFF = wait_exponential_jitter(multiplier=0.25, max=8, jitter=0.25)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcomes:
    outcomes: tuple[IngestOutcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Briefs:
    items: tuple[BriefInfo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """A request; `repeatable` when sending it twice does what sending it once does."""

    method: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    body: bytes | None = None
    media_type: str = _JSON
    repeatable: bool = True


class Client:
    """The API at `base_url`; use it as a context manager, or `close` it.

    Tries again, `retries` times at most, what found no connection or a server too busy (429, 503),
    ever later, and not before the server's `Retry-After`. `timeout` is in seconds.

    Errors: `ServiceUnavailableError`, `UnauthorizedError`, and as in the library
    `InvalidRequestError` (with its pointer) and `NotFoundError`; all else is a `RemoteError`.
    """

    def __init__(
        self,
        base_url: str = "http://127.0.0.1:8000",
        *,
        api_key: str | None = None,
        timeout: float = 30.0,
        retries: int = 4,
    ) -> None:
        self._http = httpx2.Client(base_url=base_url, timeout=timeout, headers=_headers(api_key))
        # For messages: without a password that the address may hold.
        self._address = str(self._http.base_url.copy_with(userinfo=b"")).rstrip("/")
        self._retries = retries
        self._sleep: Callable[[float], None] = time.sleep

    def __repr__(self) -> str:
        return f"Client({self._address!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def summarize(
        self, request: SummaryRequest, documents: Sequence[Document] | None = None
    ) -> Summary:
        """As `Summarizer.summarize`: of the documents, or of what the server keeps."""
        body = _question(request)
        if documents is not None:
            body["documents"] = [asdict(document) for document in documents]
        return self._get(Summary, _post("/v1/summarize", body))

    def ingest(self, documents: Iterable[Document]) -> tuple[IngestOutcome, ...]:
        """Keep documents, sent in batches: an outcome for each, in order.

        After an error, doing it again is safe: what was kept is `unchanged` then.
        """
        return tuple(
            replace(outcome, name=name)
            for batch in _batches(documents)
            for (name, _), outcome in zip(batch, self._ingest(batch), strict=True)
        )

    def articles(
        self, topic: str | None = None, dates: DateRange | None = None
    ) -> Iterator[ArticleInfo]:
        """The stored articles, newest first, asked for page by page as you go."""
        zone = {"tz": dates.zone} if dates else {}
        query = {"topic": topic, **_ends(dates), **zone, "limit": 200}
        cursor = None
        while True:
            asked = _Call(method="GET", path="/v1/articles", query={**query, "cursor": cursor})
            page = self._get(ArticlePage, asked)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def article(self, article_id: str) -> Article:
        """The article with its text; `ArticleNotFoundError`."""
        call = _Call(method="GET", path=f"/v1/articles/{quote(article_id, safe='')}")
        return self._get(Article, call, missing=ArticleNotFoundError(article_id))

    def delete(self, article_id: str) -> None:
        """Remove the article and the briefs that quote it; `ArticleNotFoundError`."""
        call = _Call(method="DELETE", path=f"/v1/articles/{quote(article_id, safe='')}")
        self._refuse(self._send(call), ArticleNotFoundError(article_id))

    def write_brief(
        self, key: BriefKey | None = None, *, words: int = 80, rebuild: bool = False
    ) -> Brief:
        """The brief of `key`, or of yesterday in the server's zone; `NoArticlesError`."""
        body: dict[str, Any] = {"words": words, "rebuild": rebuild}
        if key is not None:
            body |= {"date": key.day.isoformat(), "tz": key.zone, "topic": key.topic}
        # Each rebuild is an edition of its own.
        return self._get(Brief, _post("/v1/briefs", body, repeatable=not rebuild))

    def brief(self, brief_id: str) -> Brief:
        """A saved brief; `BriefNotFoundError`."""
        call = _Call(method="GET", path=f"/v1/briefs/{quote(brief_id, safe='')}")
        return self._get(Brief, call, missing=BriefNotFoundError(brief_id))

    def briefs(self, *, limit: int = 50) -> tuple[BriefInfo, ...]:
        """The saved briefs, newest day first, newest edition first."""
        return self._get(
            _Briefs, _Call(method="GET", path="/v1/briefs", query={"limit": limit})
        ).items

    def _ingest(self, batch: Sequence[tuple[str, bytes]]) -> tuple[IngestOutcome, ...]:
        body = b"\n".join(line for _, line in batch)
        call = _Call(method="POST", path="/v1/articles", body=body, media_type=_LINES)
        response = self._send(call)
        # When nothing could be kept the answer is a problem, with the outcomes in it.
        if _problem(response).get("type") != "/problems/nothing-kept":
            self._refuse(response, None)
        return _parsed(_Outcomes, response).outcomes

    def _get(self, kind: type[Result], call: _Call, missing: NotFoundError | None = None) -> Result:
        response = self._send(call)
        self._refuse(response, missing)
        return _parsed(kind, response)

    def _send(self, call: _Call) -> httpx2.Response:
        """The last answer, whatever it is, or `ServiceUnavailableError`."""
        again = _NOT_SENT + _LOST if call.repeatable else _NOT_SENT
        retrying = Retrying(
            stop=stop_after_attempt(1 + self._retries),
            wait=_wait,
            retry=retry_if_exception_type(again) | retry_if_result(_worth_waiting),
            retry_error_callback=_last,
            sleep=self._sleep,
        )
        query = {name: value for name, value in call.query.items() if value is not None}
        headers = {} if call.body is None else {"Content-Type": call.media_type}
        try:
            response: httpx2.Response = retrying(
                self._http.request,
                call.method,
                call.path,
                params=query,
                content=call.body,
                headers=headers,
            )
        except httpx2.RequestError as error:
            raise ServiceUnavailableError(self._unreachable(error)) from error
        return response

    def _unreachable(self, error: httpx2.RequestError) -> str:
        if isinstance(error, httpx2.TimeoutException) and not isinstance(error, _NOT_SENT):
            return f"{self._address} did not answer in time; give the client a longer timeout"
        advice = "start it with `summarizer serve`, or give the client its address"
        return f"cannot reach {self._address} ({error}): {advice}"

    def _refuse(self, response: httpx2.Response, missing: NotFoundError | None) -> None:
        if not response.is_success:
            raise _error(response, self._address, missing)


def _headers(api_key: str | None) -> dict[bytes, bytes]:
    if api_key is None:
        return {}
    if not api_key.isprintable():
        raise ValueError("the API key holds a line break or another control character")
    return {b"Authorization": b"Bearer " + api_key.encode()}


def _question(request: SummaryRequest) -> dict[str, Any]:
    return {
        "topic": request.topic,
        **_ends(request.dates),
        "tz": request.told_zone,
        "length": {request.budget.unit: request.budget.amount},
        "ranker": request.ranker,
        "ranker_options": asdict(request.ranker_options),
        "order": request.order,
        "language": request.language,
        "max_articles": request.max_articles,
        "include": ["explanation"] if request.explain else [],
    }


def _ends(dates: DateRange | None) -> dict[str, str | None]:
    if dates is None:
        return {}
    ends = {"date_from": dates.start, "date_to": dates.end}
    return {name: end.isoformat() if end else None for name, end in ends.items()}


def _post(path: str, body: Mapping[str, Any], *, repeatable: bool = True) -> _Call:
    return _Call(method="POST", path=path, body=json.dumps(body).encode(), repeatable=repeatable)


def _batches(documents: Iterable[Document]) -> Iterator[list[tuple[str, bytes]]]:
    """Names and JSON lines; documents without an id are counted through all batches."""
    batch: list[tuple[str, bytes]] = []
    size = 0
    for number, document in enumerate(documents, start=1):
        name = document.id or f"a{number}"
        line = json.dumps(asdict(replace(document, id=name))).encode()
        if batch and (len(batch) == _BATCH or size + len(line) > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append((name, line))
        size += len(line)
    if batch:
        yield batch


def _last(state: RetryCallState) -> Any:
    """The last answer, or the last error raised."""
    return state.outcome.result() if state.outcome else None


def _worth_waiting(response: httpx2.Response) -> bool:
    return response.status_code in _BUSY and (_asked_wait(response) or 0.0) <= _LONGEST_WAIT


def _wait(state: RetryCallState) -> float:
    """Ever longer, by chance a bit more, and at least as long as the server asks for."""
    failed = state.outcome is None or state.outcome.failed
    asked = None if failed or not state.outcome else _asked_wait(state.outcome.result())
    return max(_BACKOFF(state), asked or 0.0)


def _asked_wait(response: httpx2.Response) -> float | None:
    """Seconds of `Retry-After`, which may be a number or a date; None without one."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _problem(response: httpx2.Response) -> dict[str, Any]:
    """The problem details in an answer; empty when there are none."""
    if not response.headers.get("Content-Type", "").startswith("application/problem+json"):
        return {}
    try:
        problem = response.json()
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def _error(
    response: httpx2.Response, address: str, missing: NotFoundError | None
) -> SummarizerError:
    """Our exception for an answer that is no result."""
    problem = _problem(response)
    status, kind = response.status_code, str(problem.get("type"))
    detail = str(problem.get("detail") or "")
    pointers = _pointers(problem)
    if status in (401, 403):
        return UnauthorizedError(
            f"{address} asks for an API key: {detail or response.reason_phrase}"
        )
    if status in _BUSY:
        return ServiceUnavailableError(f"{address} is busy or not ready ({status}): {detail}")
    if kind == "/problems/no-articles":
        return NoArticlesError(detail)
    if kind in ("/problems/article-not-found", "/problems/brief-not-found") and missing:
        return missing
    if status == 422:
        return InvalidRequestError(detail, pointer=pointers[0] if pointers else None)
    return RemoteError(
        status, str(problem.get("title") or response.reason_phrase), detail, pointers
    )


def _pointers(problem: Mapping[str, Any]) -> list[str]:
    errors = problem.get("errors")
    items = errors if isinstance(errors, list) else []
    found = (item.get("pointer") for item in items if isinstance(item, dict))
    return [pointer for pointer in found if isinstance(pointer, str)]


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _parsed(kind: type[Result], response: httpx2.Response) -> Result:
    # Only `validate_json` tells midnight from a day: a Python value of either fits both.
    try:
        result: Result = _adapter(kind).validate_json(response.content)  # type: ignore[arg-type]
    except ValidationError as error:
        detail = "the answer is not of this API, or of another version of it"
        raise RemoteError(response.status_code, "Not understood", detail) from error
    return result
