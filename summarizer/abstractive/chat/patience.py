"""Waiting for a server that may never answer, and giving up at once when told to."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from types import TracebackType
from typing import Any, Self, TypeVar

from summarizer.errors import ModelTimeoutError

__all__ = ["Patience", "StoppedError"]

Result = TypeVar("Result")

#: seconds between looks at `stop`: what a client that goes away costs at most
_TICK = 0.1
#: seconds that closing a connection may take
_FAREWELL = 1.0


class StoppedError(Exception):
    """Nobody waits any longer."""


class Patience:
    """Runs coroutines for at most `seconds` in all, as long as `stop` gives False.

    Synchronous calls would look up only when something arrives: a server that reads a long
    question, or sends comments to keep the line open, would hold a thread for as long as it likes.
    A context manager; not for use inside a running event loop. Raises `StoppedError` and
    `ModelTimeoutError`.
    """

    def __init__(self, seconds: float, stop: Callable[[], bool]) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds
        self._stop = stop
        self._runner = asyncio.Runner()
        self._closers = AsyncExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._runner:
            self._runner.run(self._hung_up())

    @property
    def left(self) -> float:
        """Seconds until the deadline, 0 behind it."""
        return max(0.0, self._ends - time.monotonic())

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What `work` gives; it is cancelled on the way out where that is an error."""
        task = self._runner.get_loop().create_task(work)
        try:
            self.check()
            while not self._runner.run(_done(task, min(_TICK, self.left))):
                self.check()
        except BaseException:
            task.cancel()
            self._runner.run(_done(task, _FAREWELL))
            raise
        return task.result()

    def owns(self, pieces: AsyncGenerator[Any, None]) -> None:
        """Close `pieces` at the end, whoever still holds them."""
        self._closers.push_async_callback(pieces.aclose)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.run(asyncio.sleep(seconds))

    def check(self) -> None:
        """Raise where it is over."""
        if self._stop():
            raise StoppedError
        if not self.left:
            raise ModelTimeoutError(self._seconds)

    async def _hung_up(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_FAREWELL):
                await self._closers.aclose()


async def _done(task: asyncio.Task[Any], seconds: float) -> bool:
    done, _ = await asyncio.wait({task}, timeout=seconds)
    return bool(done)
