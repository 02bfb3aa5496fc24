"""Lines answered in several processes, in order, whatever becomes of one of these."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

__all__ = ["Processes", "forked_from_one"]

#: lines for each process ahead of the one that is written next: keeps it busy, bounds memory
_AHEAD = 4

_Line = TypeVar("_Line")
_Answer = TypeVar("_Answer")


def forked_from_one(loaded: list[str]) -> BaseContext:
    """Where new processes come from: one that has these modules loaded once for all of them.

    Not this one: its threads (progress) could leave locks behind that never open.
    """
    # more threads than processes would share the same cores, and the server is to have one only
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(loaded)
    try:
        forkserver.ensure_running()
    except OSError:  # no socket, as where the path of the temporary folder is too long for one
        return multiprocessing.get_context("spawn")
    return context


@dataclass(kw_only=True, eq=False)
class Processes(Generic[_Line, _Answer]):
    """Processes that answer lines."""

    answer: Callable[[_Line], _Answer]
    #: what is told of a line whose process died (a lack of memory, a fault of a library)
    died: Callable[[_Line], _Answer]
    count: int
    context: BaseContext
    _pool: ProcessPoolExecutor = field(init=False)

    def answers(self, lines: Iterator[_Line]) -> Iterator[_Answer]:
        """An answer for each line, in order.

        When a process dies all of them end: what was under way is then answered line by line, so
        that the one to blame is found, and the others get their answers.
        """
        self._pool = self._new_pool(self.count)
        waiting: deque[tuple[_Line, Future[_Answer] | None]] = deque()
        try:
            for line in lines:
                waiting.append((line, self._submitted(line)))
                if len(waiting) > self.count * _AHEAD:
                    yield self._result(*waiting.popleft())
            while waiting:
                yield self._result(*waiting.popleft())
        finally:
            # after an interruption nobody wants what is not begun
            self._pool.shutdown(cancel_futures=True)

    def _submitted(self, line: _Line) -> "Future[_Answer] | None":
        try:
            return self._pool.submit(self.answer, line)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._new_pool(self.count)
            return None

    def _result(self, line: _Line, future: "Future[_Answer] | None") -> _Answer:
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            pass
        return self._alone(line)

    def _alone(self, line: _Line) -> _Answer:
        with self._new_pool(1) as pool:
            try:
                return pool.submit(self.answer, line).result()
            except BrokenProcessPool:
                return self.died(line)

    def _new_pool(self, count: int) -> ProcessPoolExecutor:
        # an interruption is this process's matter: theirs would each print where they were
        ignoring = (signal.SIGINT, signal.SIG_IGN)
        return ProcessPoolExecutor(
            count, mp_context=self.context, initializer=signal.signal, initargs=ignoring
        )
