"""Lines answered in several processes, in order, whatever becomes of one of these."""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Generic, TypeVar

from summarizer.errors import InvalidRequestError

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
    # Ctrl-C reaches the server, too, which would print where it was while it loads: it starts with
    # what this process ignores, and this one loses no more than these milliseconds
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with _importing_as_here():
            forkserver.ensure_running()
    except OSError:  # no socket, as where the path of the temporary folder is too long for one
        return multiprocessing.get_context("spawn")
    finally:
        signal.signal(signal.SIGINT, before)
    return context


@dataclass(kw_only=True, eq=False)
class Processes(Generic[_Line, _Answer]):
    """Processes that answer lines."""

    answer: Callable[[_Line], _Answer]
    #: what is told of a line whose process died (a lack of memory, a fault of a library)
    died: Callable[[_Line], _Answer]
    count: int
    context: BaseContext

    def answers(self, lines: Iterator[_Line]) -> Iterator[_Answer]:
        """An answer for each line, in order; whoever closes this kills the processes.

        When a process dies all of them end: what was under way is then answered line by line,
        beside nothing else that takes memory, so that the one to blame is found, and the others
        get their answers. `InvalidRequestError` where no process can be started.
        """
        waiting: deque[tuple[_Line, Future[_Answer]]] = deque()
        while True:
            with self._pool(self.count) as pool:
                yield from self._together(pool, lines, waiting)
            if not waiting:
                return
            while waiting:
                line, future = waiting.popleft()
                lost = isinstance(future.exception(), BrokenProcessPool)
                yield self._alone(line) if lost else future.result()

    def _together(
        self,
        pool: ProcessPoolExecutor,
        lines: Iterator[_Line],
        waiting: "deque[tuple[_Line, Future[_Answer]]]",
    ) -> Iterator[_Answer]:
        """Answers until the lines end, or the pool breaks, which leaves some lines waiting."""
        more = True
        while more or waiting:
            for line in lines:
                waiting.append((line, self._submitted(pool, line)))
                if len(waiting) > self.count * _AHEAD:
                    break
            else:
                more = False
            if not waiting:
                return
            try:
                answer = waiting[0][1].result()
            except BrokenProcessPool:
                return
            waiting.popleft()
            yield answer

    def _alone(self, line: _Line) -> _Answer:
        with self._pool(1) as pool:
            try:
                self._ready(pool)
                return self._submitted(pool, line).result()
            except BrokenProcessPool:
                return self.died(line)

    def _ready(self, pool: ProcessPoolExecutor) -> None:
        """Hold a line responsible only for a process that lived before it."""
        try:
            with _starting():
                pool.submit(os.getpid).result()
        except BrokenProcessPool as error:
            message = "the processes end as soon as they start: use --jobs 1, which starts none"
            raise InvalidRequestError(message) from error

    def _submitted(self, pool: ProcessPoolExecutor, line: _Line) -> "Future[_Answer]":
        try:
            with _starting():
                return pool.submit(self.answer, line)
        except BrokenProcessPool as error:  # broken by an earlier line, which tells so at its turn
            lost: Future[_Answer] = Future()
            lost.set_exception(error)
            return lost

    @contextmanager
    def _pool(self, count: int) -> Iterator[ProcessPoolExecutor]:
        """Processes that end with the block; in the midst of their work where it is left early."""
        before = set(multiprocessing.active_children())
        with _starting():
            pool = ProcessPoolExecutor(count, mp_context=self.context, initializer=_follow)
        try:
            yield pool
        except BaseException:
            for process in set(multiprocessing.active_children()) - before:
                process.kill()
            pool.shutdown(cancel_futures=True)
            raise
        pool.shutdown()


@contextmanager
def _starting() -> Iterator[None]:
    try:
        with _importing_as_here():
            yield
    except (EOFError, OSError) as error:  # the system has none to give, or their server is gone
        message = f"no process can be started ({error}): use fewer, with --jobs"
        raise InvalidRequestError(message) from error


@contextmanager
def _importing_as_here() -> Iterator[None]:
    """Interpreters that start meanwhile import from where this one does.

    They would look into the working directory first, where a user's `dis.py` is no part of Python.
    """
    paths = os.pathsep.join(map(os.path.abspath, sys.path))
    meanwhile = {"PYTHONSAFEPATH": "1", "PYTHONPATH": paths}
    before = {name: os.environ.get(name) for name in meanwhile}
    os.environ.update(meanwhile)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _follow() -> None:
    """Leave interruptions to the process that started this one, and end when it ends.

    A process of a pool would wait for the next line for ever: it holds the other end itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
