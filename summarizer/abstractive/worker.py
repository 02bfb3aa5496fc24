"""One thread for a model: what waits is worked on together, and nobody waits without end."""

import queue
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from threading import Condition, Thread
from time import monotonic

from summarizer.errors import GenerationError, ModelBusyError

__all__ = ["Job", "Worker"]

#: seconds between two looks at whether somebody still waits
_LOOK = 0.05
#: durations that the advice to come back is made from
_REMEMBERED = 20


@dataclass(eq=False, kw_only=True)
class Job:
    """A text to write from, and who waits for what comes."""

    #: token ids of the input
    tokens: Sequence[int]
    #: tokens to write, at most
    most_new: int
    stop: Callable[[], bool]
    #: tokens before it may end of itself
    least_new: int = 0
    #: pieces of text, an error, or None at the end
    out: "queue.SimpleQueue[str | Exception | None]" = field(default_factory=queue.SimpleQueue)
    given_up: bool = False
    #: tokens written, that of the end among them
    written: int = 0
    #: characters handed over: what is written again after a failure is not told twice
    told: int = 0

    def is_over(self) -> bool:
        """Whether nobody waits any more, or all that may be written is."""
        return self.given_up or self.written >= self.most_new or self.stop()


class Worker:
    """Runs jobs in a thread of its own, as many together as a budget of padded tokens holds."""

    def __init__(
        self,
        run: Callable[[Sequence[Job]], None],
        *,
        most_waiting: int = 16,
        batch: int = 8,
        batch_tokens: int = 8192,
    ) -> None:
        """`run` writes the jobs' pieces; what it raises fails those that it was given, no others.

        `batch` jobs at most are run together, of which none is padded beyond `batch_tokens` in all.
        """
        self._run = run
        self._most_waiting = most_waiting
        self._batch = batch
        self._batch_tokens = batch_tokens
        self._waiting: deque[Job] = deque()
        self._running: Sequence[Job] = ()
        self._changed = Condition()
        self._closed = False
        self._thread: Thread | None = None
        self._spent: deque[float] = deque(maxlen=_REMEMBERED)

    def pieces(self, job: Job) -> Iterator[str]:
        """What comes of the job. `ModelBusyError` when too many wait; closing it gives it up."""
        self._submit(job)
        try:
            while True:
                try:
                    piece = job.out.get(timeout=_LOOK)
                except queue.Empty:
                    if job.stop():
                        return
                    continue
                if piece is None:
                    return
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            job.given_up = True
            with self._changed:
                if job in self._waiting:
                    self._waiting.remove(job)

    def close(self) -> None:
        """End the thread; what waits fails. A second call does nothing."""
        with self._changed:
            self._closed = True
            for job in self._running:
                job.given_up = True
            for job in (*self._running, *self._waiting):
                job.out.put(GenerationError("the model was closed"))
            self._waiting.clear()
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _submit(self, job: Job) -> None:
        with self._changed:
            if self._closed:
                raise GenerationError("the model was closed")
            if len(self._waiting) >= self._most_waiting:
                raise ModelBusyError(len(self._waiting), self._retry_after())
            self._waiting.append(job)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="model", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _retry_after(self) -> int:
        """Seconds after which half of those that wait will have been answered."""
        each = sum(self._spent) / len(self._spent) if self._spent else 1.0
        return max(1, ceil(each * len(self._waiting) / self._batch / 2))

    def _work(self) -> None:
        while jobs := self._next():
            began = monotonic()
            self._run_all(jobs)
            self._spent.append(monotonic() - began)

    def _next(self) -> list[Job]:
        """The oldest job, and those behind it that fit beside it; none when closed."""
        with self._changed:
            self._running = ()
            while not self._waiting and not self._closed:
                self._changed.wait()
            jobs: list[Job] = []
            longest = 0
            while self._waiting and len(jobs) < self._batch:
                longest = max(longest, len(self._waiting[0].tokens))
                if jobs and longest * (len(jobs) + 1) > self._batch_tokens:
                    break
                jobs.append(self._waiting.popleft())
            self._running = tuple(jobs)
            return jobs

    def _run_all(self, jobs: list[Job]) -> None:
        for job in [job for job in jobs if job.is_over()]:
            jobs.remove(job)
            job.out.put(None)
        if not jobs or self._closed:
            _end(jobs, GenerationError("the model was closed") if jobs else None)
            return
        if not self._holds(jobs):
            # behind the handler, whose frames would keep the memory that lacks
            half = len(jobs) // 2
            self._run_all(jobs[:half])
            self._run_all(jobs[half:])

    def _holds(self, jobs: Sequence[Job]) -> bool:
        """Whether the jobs are done, well or not; False when fewer are to be tried at once."""
        failure: GenerationError | None = None
        try:
            self._run(jobs)
        except MemoryError as error:
            if len(jobs) > 1:
                for job in jobs:
                    job.written = 0
                return False
            failure = GenerationError(f"the model has not enough memory: {error}")
        except Exception as error:  # noqa: BLE001  (the thread serves the next ones)
            failure = GenerationError(f"the model failed: {str(error) or type(error).__name__}")
        _end(jobs, failure)
        return True


def _end(jobs: Sequence[Job], error: GenerationError | None) -> None:
    for job in jobs:
        job.out.put(error)
