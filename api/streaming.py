"""Work of a model: off the event loop, ended when the client goes away, told as it comes."""

from collections.abc import AsyncIterator, Callable, Iterator
from threading import Event
from typing import Generic, TypeVar

from anyio import CapacityLimiter, create_task_group
from anyio.to_thread import run_sync
from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from fastapi.sse import format_sse_event

from api.answers import as_json
from api.problems import as_problem
from summarizer.errors import SummarizerError
from summarizer.service.writing import Written
from summarizer.types import Notice, Summary, SummarySentence

__all__ = ["EVENTS", "Stop", "event_stream", "watched"]

EVENTS = "text/event-stream"
#: says whether to stop
Stop = Callable[[], bool]
#: proxies must not wait for more, and nobody keeps half an answer
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
_NAMES: dict[type, str] = {SummarySentence: "sentence", Notice: "warning", Summary: "summary"}

Result = TypeVar("Result")


class _Work(Generic[Result]):
    """Calls in threads of their own, while the connection is watched."""

    def __init__(self, request: Request, limiter: CapacityLimiter) -> None:
        self._request = request
        self._limiter = limiter
        self._gone = Event()
        self._busy = False

    @property
    def stop(self) -> Stop:
        """Whether nobody waits for the answer any more."""
        return self._gone.is_set

    async def run(self, call: Callable[[], Result]) -> Result:
        """What the call gives, or raises."""
        self._busy = True
        outcome: list[Result] = []
        failure: Exception | None = None
        async with create_task_group() as group:
            group.start_soon(self._watch)
            try:
                outcome.append(await run_sync(call, limiter=self._limiter))
            except Exception as error:  # noqa: BLE001  (raised below, outside of the task group)
                failure = error
            self._busy = False
            group.cancel_scope.cancel()
        if failure is not None:
            raise failure
        return outcome[0]

    async def _watch(self) -> None:
        try:
            # the body was read: what comes now is the end of the connection
            while (await self._request.receive())["type"] != "http.disconnect":
                pass
        finally:
            # also when the framework noticed first, and cancels what answers
            if self._busy:
                self._gone.set()


async def watched(
    request: Request, call: Callable[[Stop], Result], limiter: CapacityLimiter
) -> Result:
    """What the call gives; it is told to stop when the client goes away."""
    work: _Work[Result] = _Work(request, limiter)
    return await work.run(lambda: call(work.stop))


async def event_stream(
    request: Request, items: Callable[[Stop], Iterator[Written]], limiter: CapacityLimiter
) -> Response:
    """Server-sent events, one for each item: `sentence`, `warning`, `summary`, and `error` with a
    problem when something fails after the first; before it, that is raised.
    """
    work: _Work[Written | None] = _Work(request, limiter)
    pending = items(work.stop)
    first = await work.run(lambda: next(pending, None))

    async def events() -> AsyncIterator[bytes]:
        item = first
        try:
            while item is not None:
                yield _event(_NAMES[type(item)], await run_sync(as_json, item))
                item = await work.run(lambda: next(pending, None))
        except SummarizerError as error:
            yield _event("error", as_problem(request, error))
        finally:
            close = getattr(pending, "close", lambda: None)
            await run_sync(close, limiter=limiter)

    return StreamingResponse(events(), media_type=EVENTS, headers=_HEADERS)


def _event(name: str, data: str) -> bytes:
    return format_sse_event(event=name, data_str=data)
