"""The thread of a model, with work that the test holds up as long as it wants."""

import threading
from collections.abc import Sequence

import pytest

from summarizer.abstractive.worker import Job, Worker
from summarizer.errors import GenerationError, ModelBusyError


class Held:
    """Runs batches when it is let; writes for each job the number of jobs in its batch."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.began = threading.Semaphore(0)
        self.may_go = threading.Semaphore(0)
        self.error: Exception | None = None
        self.most = 100

    def __call__(self, jobs: Sequence[Job]) -> None:
        self.batches.append([len(job.tokens) for job in jobs])
        self.began.release()
        assert self.may_go.acquire(timeout=20)
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        if len(jobs) > self.most:
            raise MemoryError("too little")
        for job in jobs:
            job.out.put(f"{len(jobs)} ")
            job.out.put("done")


def job(size: int = 1, **fields) -> Job:
    return Job(**{"tokens": [1] * size, "most_new": 10, "stop": lambda: False, **fields})


class Asking(threading.Thread):
    """Waits for the pieces of a job."""

    def __init__(self, worker: Worker, asked: Job) -> None:
        super().__init__(daemon=True)
        self.pieces: list[str] | None = None
        self.error: Exception | None = None
        self._worker, self._asked = worker, asked
        self.start()

    def run(self) -> None:
        try:
            self.pieces = list(self._worker.pieces(self._asked))
        except Exception as error:  # noqa: BLE001  (raised again by `result`)
            self.error = error

    def result(self) -> list[str]:
        self.join(timeout=20)
        assert not self.is_alive()
        if self.error is not None:
            raise self.error
        assert self.pieces is not None
        return self.pieces


@pytest.fixture
def held():
    return Held()


def waiting(worker: Worker, count: int) -> None:
    """Until so many jobs wait."""
    while len(worker._waiting) < count:
        threading.Event().wait(0.005)


def test_what_waits_is_worked_on_together_up_to_the_budget(held):
    worker = Worker(held, batch=3, batch_tokens=20)
    first = Asking(worker, job())
    assert held.began.acquire(timeout=20)
    others = []
    for number, size in enumerate((2, 4, 3, 15, 2), start=1):
        others.append(Asking(worker, job(size)))
        waiting(worker, number)
    for _ in range(4):
        held.may_go.release()
    assert first.result() == ["1 ", "done"]
    assert [asking.result()[0] for asking in others] == ["3 ", "3 ", "3 ", "1 ", "1 "]
    assert held.batches == [[1], [2, 4, 3], [15], [2]]
    worker.close()


def test_more_than_may_wait_are_told_when_to_come_back(held):
    worker = Worker(held, most_waiting=2)
    running = [Asking(worker, job())]
    assert held.began.acquire(timeout=20)
    for number in (1, 2):
        running.append(Asking(worker, job()))
        waiting(worker, number)
    with pytest.raises(ModelBusyError) as caught:
        next(worker.pieces(job()))
    assert caught.value.waiting == 2
    assert caught.value.retry_after >= 1
    held.may_go.release(2)
    assert [asking.result()[-1] for asking in running] == ["done"] * 3
    worker.close()


def test_who_gives_up_waiting_is_not_worked_for(held):
    worker = Worker(held)
    gone = threading.Event()
    first = Asking(worker, job())
    assert held.began.acquire(timeout=20)
    left = Asking(worker, job(7, stop=gone.is_set))
    waiting(worker, 1)
    gone.set()
    assert left.result() == []
    held.may_go.release()
    assert first.result()
    last = Asking(worker, job(2))
    held.may_go.release()
    assert last.result()
    assert held.batches == [[1], [2]]
    worker.close()


def test_an_error_fails_its_batch_and_no_other(held):
    worker = Worker(held)
    held.error = RuntimeError("index out of range")
    held.may_go.release(2)
    with pytest.raises(GenerationError, match="index out of range"):
        list(worker.pieces(job()))
    assert list(worker.pieces(job())) == ["1 ", "done"]
    worker.close()


def test_what_is_too_much_for_the_memory_is_done_in_halves(held):
    held.most = 1
    worker = Worker(held)
    first = Asking(worker, job())
    assert held.began.acquire(timeout=20)
    others = []
    for number in (1, 2, 3):
        others.append(Asking(worker, job(number)))
        waiting(worker, number)
    held.may_go.release(10)
    assert first.result() == ["1 ", "done"]
    assert [asking.result() for asking in others] == [["1 ", "done"]] * 3
    held.most = 0
    with pytest.raises(GenerationError, match="memory"):
        list(worker.pieces(job()))
    worker.close()


def test_closing_ends_what_runs():
    began, ended = threading.Event(), threading.Event()

    def long(jobs: Sequence[Job]) -> None:
        began.set()
        for _ in range(2000):
            if all(each.is_over() for each in jobs):
                ended.set()
                return
            threading.Event().wait(0.005)

    worker = Worker(long)
    running = Asking(worker, job())
    assert began.wait(timeout=20)
    worker.close()
    assert ended.is_set()
    with pytest.raises(GenerationError, match="closed"):
        running.result()


def test_closing_fails_what_waits_and_what_comes(held):
    worker = Worker(held)
    first = Asking(worker, job())
    assert held.began.acquire(timeout=20)
    second = Asking(worker, job())
    waiting(worker, 1)
    closing = threading.Thread(target=worker.close)
    closing.start()
    with pytest.raises(GenerationError, match="closed"):
        second.result()
    with pytest.raises(GenerationError, match="closed"):
        first.result()
    held.may_go.release()
    closing.join(timeout=20)
    assert not closing.is_alive()
    with pytest.raises(GenerationError, match="closed"):
        next(worker.pieces(job()))
    worker.close()
