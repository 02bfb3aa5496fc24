"""`Client`: the API's calls, with the library's own types."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

import httpx2

from summarizer.client.answers import error_of, parsed, problem_of
from summarizer.client.calls import (
    LINES,
    Call,
    batches,
    ends,
    key_headers,
    post,
    question,
    timeline_question,
)
from summarizer.client.retrying import NOT_SENT, retrying
from summarizer.client.streaming import Told, told
from summarizer.errors import (
    ArticleNotFoundError,
    BriefNotFoundError,
    NotFoundError,
    ServiceUnavailableError,
    StoryNotFoundError,
)
from summarizer.types import (
    Article,
    ArticleInfo,
    ArticlePage,
    Brief,
    BriefInfo,
    BriefKey,
    CheckReport,
    DateRange,
    Document,
    IngestOutcome,
    RankerOptions,
    StoriesRequest,
    Story,
    StoryList,
    Summary,
    SummaryRequest,
    Timeline,
    TimelineRequest,
)

__all__ = ["Client"]

Result = TypeVar("Result")
_STORIES = "/v1/stories/"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcomes:
    outcomes: tuple[IngestOutcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Briefs:
    items: tuple[BriefInfo, ...]


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
        self._http = httpx2.Client(base_url=base_url, timeout=timeout, headers=key_headers(api_key))
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
        return self._get(Summary, post("/v1/summarize", question(request, documents)))

    def stream(
        self, request: SummaryRequest, documents: Sequence[Document] | None = None
    ) -> Iterator[Told]:
        """As `Summarizer.stream`: sentences and warnings as they are found, then the summary.

        Closing the iterator ends the work of the server's model. Nothing is tried again.
        """
        call = post("/v1/summarize", question(request, documents))
        headers = {"Content-Type": call.media_type, "Accept": "text/event-stream"}
        try:
            with self._http.stream(
                call.method, call.path, content=call.body, headers=headers
            ) as response:
                if not response.is_success:
                    response.read()
                self._refuse(response, None)
                yield from told(response, self._address)
        except httpx2.RequestError as error:
            raise ServiceUnavailableError(self._unreachable(error)) from error

    def timeline(
        self, request: TimelineRequest, documents: Sequence[Document] | None = None
    ) -> Timeline:
        """As `Summarizer.timeline`: of the documents, or of what the server keeps."""
        return self._get(Timeline, post("/v1/timeline", timeline_question(request, documents)))

    def check(
        self, summary: str, documents: Sequence[Document], *, zone: str | None = None
    ) -> CheckReport:
        """As `Summarizer.check`: whether the documents support each sentence of a text."""
        body = {"summary": summary, "documents": [asdict(each) for each in documents], "tz": zone}
        return self._get(CheckReport, post("/v1/check", body))

    def ingest(self, documents: Iterable[Document]) -> tuple[IngestOutcome, ...]:
        """Keep documents, sent in batches: an outcome for each, in order.

        After an error, doing it again is safe: what was kept is `unchanged` then.
        """
        return tuple(
            replace(outcome, name=name)
            for batch in batches(documents)
            for (name, _), outcome in zip(batch, self._ingest(batch), strict=True)
        )

    def articles(
        self, topic: str | None = None, dates: DateRange | None = None
    ) -> Iterator[ArticleInfo]:
        """The stored articles, newest first, asked for page by page as you go."""
        zone = {"tz": dates.zone} if dates else {}
        query = {"topic": topic, **ends(dates), **zone, "limit": 200}
        cursor = None
        while True:
            asked = Call(method="GET", path="/v1/articles", query={**query, "cursor": cursor})
            page = self._get(ArticlePage, asked)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def article(self, article_id: str) -> Article:
        """The article with its text; `ArticleNotFoundError`."""
        call = Call(method="GET", path=f"/v1/articles/{quote(article_id, safe='')}")
        return self._get(Article, call, missing=ArticleNotFoundError(article_id))

    def delete(self, article_id: str) -> None:
        """Remove the article and the briefs that quote it; `ArticleNotFoundError`."""
        call = Call(method="DELETE", path=f"/v1/articles/{quote(article_id, safe='')}")
        self._refuse(self._send(call), ArticleNotFoundError(article_id))

    def stories(self, request: StoriesRequest | None = None) -> StoryList:
        """As `Summarizer.stories`: of some days, those of most independent articles first."""
        asked = request or StoriesRequest()
        days = {
            name: day.isoformat()
            for name, day in (("from", asked.first), ("to", asked.last))
            if day is not None
        }
        query = {**days, "tz": asked.zone, "topic": asked.topic, "limit": asked.limit}
        return self._get(StoryList, Call(method="GET", path="/v1/stories", query=query))

    def story(self, story_id: str) -> Story:
        """The story that an id leads to, which may have another by now; `StoryNotFoundError`."""
        path = f"{_STORIES}{quote(story_id, safe='')}"
        response = self._send(Call(method="GET", path=path))
        _, onward, name = response.headers.get("Location", "").rpartition(_STORIES)
        # a story that was joined with another leads to it; nowhere else is gone, with the key
        if response.status_code == 307 and onward:
            response = self._send(Call(method="GET", path=f"{onward}{name}"))
        self._refuse(response, StoryNotFoundError(story_id))
        return parsed(Story, response)

    def write_brief(
        self,
        key: BriefKey | None = None,
        *,
        words: int = 80,
        ranker_options: RankerOptions | None = None,
        rebuild: bool = False,
    ) -> Brief:
        """The brief of `key`, or of yesterday in the server's zone; `NoArticlesError`.

        As in `Summarizer.write_brief`, `words` and `ranker_options` are for one written now.
        """
        options = asdict(ranker_options or RankerOptions())
        body: dict[str, Any] = {"words": words, "ranker_options": options, "rebuild": rebuild}
        if key is not None:
            body |= {"date": key.day.isoformat(), "tz": key.zone, "topic": key.topic}
        # Each rebuild is an edition of its own.
        return self._get(Brief, post("/v1/briefs", body, repeatable=not rebuild))

    def brief(self, brief_id: str) -> Brief:
        """A saved brief; `BriefNotFoundError`."""
        call = Call(method="GET", path=f"/v1/briefs/{quote(brief_id, safe='')}")
        return self._get(Brief, call, missing=BriefNotFoundError(brief_id))

    def briefs(self, *, limit: int = 50) -> tuple[BriefInfo, ...]:
        """The saved briefs, newest day first, newest edition first."""
        return self._get(
            _Briefs, Call(method="GET", path="/v1/briefs", query={"limit": limit})
        ).items

    def _ingest(self, batch: Sequence[tuple[str, bytes]]) -> tuple[IngestOutcome, ...]:
        body = b"\n".join(line for _, line in batch)
        call = Call(method="POST", path="/v1/articles", body=body, media_type=LINES)
        response = self._send(call)
        # When nothing could be kept the answer is a problem, with the outcomes in it.
        if problem_of(response).get("type") != "/problems/nothing-kept":
            self._refuse(response, None)
        return parsed(_Outcomes, response).outcomes

    def _get(self, kind: type[Result], call: Call, missing: NotFoundError | None = None) -> Result:
        response = self._send(call)
        self._refuse(response, missing)
        return parsed(kind, response)

    def _send(self, call: Call) -> httpx2.Response:
        """The last answer, whatever it is, or `ServiceUnavailableError`."""
        again = retrying(retries=self._retries, repeatable=call.repeatable, sleep=self._sleep)
        query = {name: value for name, value in call.query.items() if value is not None}
        headers = {} if call.body is None else {"Content-Type": call.media_type}
        try:
            response: httpx2.Response = again(
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
        if isinstance(error, httpx2.TimeoutException) and not isinstance(error, NOT_SENT):
            return f"{self._address} did not answer in time; give the client a longer timeout"
        advice = "start it with `summarizer serve`, or give the client its address"
        return f"cannot reach {self._address} ({error}): {advice}"

    def _refuse(self, response: httpx2.Response, missing: NotFoundError | None) -> None:
        if not response.is_success:
            raise error_of(response, self._address, missing)
