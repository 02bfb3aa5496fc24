"""Work of a model: off the event loop, ended when the client goes away, told as it comes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import TypeVar

from anyio import CapacityLimiter, create_task_group, move_on_after
from anyio.to_thread import run_sync
from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from fastapi.sse import format_sse_event
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from api.answers import as_json
from api.problems import as_problem
from summarizer.service.writing import Written
from summarizer.types import Notice, Summary, SummarySentence

__all__ = ["EVENTS", "Stop", "event_stream", "watched"]

EVENTS = "text/event-stream"
#: says whether to stop
Stop = Callable[[], bool]
#: proxies must not wait for more, and nobody keeps half an answer
_HEADERS = {"Cache-Control": "no-cache, no-store", "X-Accel-Buffering": "no"}
#: seconds of silence after which a comment is sent: proxies give up after 30 to 60
_QUIET = 15.0
_ALIVE = b": still at work\n\n"
_NAMES: dict[type, str] = {SummarySentence: "sentence", Notice: "warning", Summary: "summary"}

Result = TypeVar("Result")
#: an event's name and data, what went wrong, or the end
Told = tuple[str, str] | Exception | None


async def watched(
    request: Request, call: Callable[[Stop], Result], limiter: CapacityLimiter
) -> Result:
    """What the call gives; it is told to stop when the client goes away."""
    line = _Line(request)
    return await line.watched(lambda: run_sync(call, line.is_gone, limiter=limiter))


async def event_stream(
    request: Request, items: Callable[[Stop], Iterator[Written]], limiter: CapacityLimiter
) -> Response:
    """Server-sent events, one for each item: `sentence`, `warning`, `summary`, and `error` with a
    problem when something fails after the first; before it, that is raised. Comments tell proxies
    that the connection lives while nothing is found. `ClientDisconnect` where the client left while
    it waited for a place.
    """
    line = _Line(request)
    pump = _Pump(items, line.is_gone)

    def leave() -> None:
        limiter.release_on_behalf_of(pump)

    try:
        await line.watched(lambda: limiter.acquire_on_behalf_of(pump))
        line.check()
        pump.start(leave)
    except BaseException:
        # also when this is cancelled while a place is given; it may have none
        with suppress(RuntimeError):
            leave()
        raise
    try:
        first: Told = await line.watched(pump.told.get)
    except BaseException:
        line.hang_up()
        raise
    if isinstance(first, Exception):
        raise first

    async def events() -> AsyncIterator[bytes]:
        told: Told | float = first
        while told is not None:
            if isinstance(told, float):
                yield _ALIVE
            elif isinstance(told, Exception):
                yield format_sse_event(event="error", data_str=as_problem(request, told))
                return
            else:
                name, data = told
                yield format_sse_event(event=name, data_str=data)
            told = await line.watched(pump.next)

    return _Events(events(), line)


class _Line:
    """A connection that is watched while something is waited for."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._gone = Event()
        self._busy = False

    def is_gone(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._gone.is_set()

    def check(self) -> None:
        """`ClientDisconnect` where nobody waits any more."""
        if self.is_gone():
            raise ClientDisconnect

    def hang_up(self) -> None:
        self._gone.set()

    async def watched(self, wait: Callable[[], Awaitable[Result]]) -> Result:
        """What is waited for."""
        self._busy = True
        outcome: list[Result] = []
        failure: Exception | None = None
        async with create_task_group() as group:
            group.start_soon(self._watch)
            try:
                outcome.append(await wait())
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


class _Events(StreamingResponse):
    """Events that nobody makes any more once this ends, also when it ends before it began."""

    def __init__(self, events: AsyncIterator[bytes], line: _Line) -> None:
        super().__init__(events, media_type=EVENTS, headers=_HEADERS)
        self._line = line

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._line.hang_up()


class _Pump:
    """Makes the items in one thread of its own, and tells the event loop of each."""

    def __init__(self, items: Callable[[Stop], Iterator[Written]], stop: Stop) -> None:
        self.told: asyncio.Queue[Told] = asyncio.Queue()
        self._items = items
        self._stop = stop
        self._loop = asyncio.get_running_loop()

    def start(self, ended: Callable[[], object]) -> None:
        """Begin; `ended` is called on the event loop when all is made."""
        Thread(target=self._run, args=(ended,), name="events", daemon=True).start()

    async def next(self) -> "Told | float":
        """What is told next, or after how many seconds there was nothing."""
        with move_on_after(_QUIET):
            return await self.told.get()
        return _QUIET

    def _run(self, ended: Callable[[], object]) -> None:
        last: Exception | None = None
        try:
            for item in self._items(self._stop):
                self._tell((_NAMES[type(item)], as_json(item)))
        except Exception as error:  # noqa: BLE001  (raised where the answer is made)
            last = error
        self._tell(last)
        self._on_loop(ended)

    def _tell(self, told: Told) -> None:
        self._on_loop(lambda: self.told.put_nowait(told))

    def _on_loop(self, call: Callable[[], object]) -> None:
        # the loop is closed when the server ends while a model still writes
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call)
