"""Streams that end early: clients that leave, that read nothing, and answers that are cancelled."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from anyio import CapacityLimiter
from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.requests import ClientDisconnect

from api.streaming import Stop, event_stream
from summarizer.service.writing import Written
from summarizer.types import Notice
from tests.api.conftest import serving
from tests.api.test_generation import events_of

NOTICE = Notice(code="news", message="Something is to be known.")
SCOPE = {"type": "http", "method": "POST", "path": "/", "headers": [], "query_string": b""}


async def still_there(*_: object) -> dict[str, Any]:
    """A client that waits, for `receive`, and one that never gets anything, for `send`."""
    await asyncio.Event().wait()
    raise AssertionError


class CancellingLimiter:
    """Gives places of a real one, and cancels whoever asks at the moment it has one."""

    def __init__(self, real: CapacityLimiter) -> None:
        self._real = real

    async def acquire_on_behalf_of(self, borrower: object) -> None:
        await self._real.acquire_on_behalf_of(borrower)
        asking = asyncio.current_task()
        assert asking is not None
        asking.cancel()

    def release_on_behalf_of(self, borrower: object) -> None:
        self._real.release_on_behalf_of(borrower)


def test_an_answer_cancelled_as_it_gets_its_place_gives_it_back() -> None:
    async def ask() -> int:
        real = CapacityLimiter(1)
        limiter: Any = CancellingLimiter(real)
        with pytest.raises(asyncio.CancelledError):
            await event_stream(Request(SCOPE, still_there), lambda _: iter([NOTICE]), limiter)
        return real.borrowed_tokens

    assert asyncio.run(ask()) == 0


def test_a_client_that_leaves_while_it_waits_for_a_place_gets_none() -> None:
    made: list[int] = []

    def items(_: Stop) -> Iterator[Written]:
        made.append(1)
        yield NOTICE

    async def ask() -> int:
        limiter = CapacityLimiter(1)
        await limiter.acquire_on_behalf_of("another")
        left = asyncio.Event()

        async def receive() -> dict[str, Any]:
            left.set()
            return {"type": "http.disconnect"}

        answer = asyncio.create_task(event_stream(Request(SCOPE, receive), items, limiter))
        await left.wait()
        limiter.release_on_behalf_of("another")
        with pytest.raises(ClientDisconnect):
            await answer
        return limiter.borrowed_tokens

    assert asyncio.run(ask()) == 0
    assert made == []


def test_a_thread_that_cannot_start_is_an_error_and_holds_no_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    async def ask() -> int:
        limiter = CapacityLimiter(1)
        with pytest.raises(RuntimeError, match="new thread"):
            await event_stream(Request(SCOPE, still_there), lambda _: iter([NOTICE]), limiter)
        return limiter.borrowed_tokens

    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert asyncio.run(ask()) == 0


def test_an_answer_that_is_cancelled_stops_its_thread() -> None:
    """As by a server that has waited long enough for its connections."""
    stopped = threading.Event()

    async def ask() -> None:
        begun = asyncio.Event()
        limiter = CapacityLimiter(1)

        async def send(_: Any) -> None:
            begun.set()

        response = await event_stream(
            Request(SCOPE, still_there), endless_until(stopped.set), limiter
        )
        answer = asyncio.create_task(response(SCOPE, still_there, send))
        await begun.wait()
        answer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await answer
        assert await asyncio.to_thread(stopped.wait, 30)
        async with limiter:  # its place is free again
            pass

    asyncio.run(ask())


def test_an_answer_that_is_cancelled_before_its_first_event_stops_its_thread() -> None:
    stopped = threading.Event()
    begun = threading.Event()

    def items(stop: Stop) -> Iterator[Written]:
        begun.set()
        while not stop():
            time.sleep(0.005)
        stopped.set()
        yield NOTICE

    async def ask() -> None:
        limiter = CapacityLimiter(1)
        answer = asyncio.create_task(event_stream(Request(SCOPE, still_there), items, limiter))
        assert await asyncio.to_thread(begun.wait, 30)
        answer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await answer
        assert await asyncio.to_thread(stopped.wait, 30)
        async with limiter:  # its place is free again
            pass

    asyncio.run(ask())


def test_a_client_that_reads_nothing_holds_no_thread() -> None:
    """Twenty megabytes: more than the buffers between the two ends take."""
    limiter = CapacityLimiter(1)
    made = threading.Event()
    app = FastAPI()

    def items(_: Stop) -> Iterator[Written]:
        for _ in range(20):
            yield Notice(code="long", message="x" * 1_000_000)
        made.set()

    @app.post("/")
    async def stream(request: Request) -> Response:
        await request.body()
        return await event_stream(request, items, limiter)

    with serving(app) as address:
        host, _, port = address.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port))) as silent:
            silent.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            assert made.wait(30)
            answer = httpx2.post(address, timeout=30)
            assert len(events_of(answer.text)) == 20
    assert limiter.borrowed_tokens == 0


def endless_until(stopped: Callable[[], None]) -> Callable[[Stop], Iterator[Written]]:
    """Items of which the second comes when there is nobody to read it, told by `stopped`."""

    def items(stop: Stop) -> Iterator[Written]:
        yield NOTICE
        while not stop():
            time.sleep(0.005)
        stopped()

    return items
