"""Loading that the test holds up as long as it wants, and those who wait for it."""

import gc
import threading
import weakref

import pytest

from summarizer.abstractive.awaited import Awaited
from summarizer.errors import MissingExtraError, ModelUnavailableError


class Model:
    """What is loaded."""


class Held:
    """Loads when it is let."""

    def __init__(self) -> None:
        self.loads = 0
        self.may_go = threading.Event()
        self.ended = threading.Semaphore(0)
        self.error: Exception | None = None
        self.loaded: weakref.ref[Model] | None = None

    def __call__(self) -> Model:
        self.loads += 1
        try:
            assert self.may_go.wait(timeout=20)
            if self.error is not None:
                raise self.error
            model = Model()
            self.loaded = weakref.ref(model)
            return model
        finally:
            self.ended.release()


class Asking(threading.Thread):
    """Waits for the model until it is told to stop."""

    def __init__(self, awaited: Awaited[Model]) -> None:
        super().__init__(daemon=True)
        self.looked = threading.Event()
        self.stopped = False
        self.got: Model | None = None
        self.error: Exception | None = None
        self._awaited = awaited
        self.start()
        assert self.looked.wait(timeout=20)

    def run(self) -> None:
        try:
            self.got = self._awaited.get(self._looks)
        except ModelUnavailableError as error:
            self.error = error

    def _looks(self) -> bool:
        self.looked.set()
        return self.stopped

    def result(self) -> Model | Exception | None:
        self.join(timeout=20)
        assert not self.is_alive()
        return self.error or self.got


@pytest.fixture
def held():
    made = Held()
    yield made
    made.may_go.set()


def never() -> bool:
    return False


def test_all_get_the_model_that_was_loaded_once(held):
    awaited = Awaited("m", held)
    asking = [Asking(awaited) for _ in range(5)]
    held.may_go.set()
    [model] = {each.result() for each in asking}
    assert isinstance(model, Model)
    assert awaited.get(never) is model
    assert held.loads == 1


def test_who_stops_does_not_wait_and_the_load_goes_on_for_others(held):
    awaited = Awaited("m", held)
    with pytest.raises(ModelUnavailableError, match="the model m: it was still being loaded"):
        awaited.get(lambda: True)
    other = Asking(awaited)
    third = Asking(awaited)
    third.stopped = True
    assert isinstance(third.result(), ModelUnavailableError)
    held.may_go.set()
    assert isinstance(other.result(), Model)
    assert held.loads == 1


def test_what_is_there_is_given_to_who_would_not_wait(held):
    held.may_go.set()
    awaited = Awaited("m", held)
    model = awaited.get(never)
    assert awaited.get(lambda: True) is model


def test_a_failure_is_told_to_all_and_not_tried_again_at_once(held):
    clock, files = [0.0], ["old"]
    awaited = Awaited("m", held, mark=lambda: files[0], again=60.0, clock=lambda: clock[0])
    held.error = ModelUnavailableError("m", "its weights are broken")
    asking = [Asking(awaited) for _ in range(3)]
    held.may_go.set()
    assert {str(each.result()) for each in asking} == {
        "cannot use the model m: its weights are broken"
    }
    clock[0] = 59.0
    with pytest.raises(ModelUnavailableError, match="broken"):
        awaited.get(never)
    assert held.loads == 1

    clock[0] = 60.0
    with pytest.raises(ModelUnavailableError, match="broken"):
        awaited.get(never)
    assert held.loads == 2

    held.error = None
    files[0] = "new"
    assert isinstance(awaited.get(never), Model)
    assert held.loads == 3


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MissingExtraError("a local model", "neural"), r"pip install 'summarizer\[neural\]'"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_whatever_happens_nobody_waits_without_end(held, error, told):
    held.error = error
    held.may_go.set()
    with pytest.raises(ModelUnavailableError, match=told):
        Awaited("m", held).get(never)


def test_behind_its_end_it_is_not_loaded_again(held):
    held.may_go.set()
    awaited = Awaited("m", held)
    loaded = weakref.ref(awaited.get(never))
    awaited.close()
    awaited.close()
    with pytest.raises(ModelUnavailableError, match="it was closed"):
        awaited.get(never)
    assert held.loads == 1
    gc.collect()
    assert loaded() is None


def test_closing_frees_those_who_wait_and_drops_what_comes(held):
    awaited = Awaited("m", held)
    asking = Asking(awaited)
    awaited.close()
    assert "it was closed" in str(asking.result())
    held.may_go.set()
    assert held.ended.acquire(timeout=20)
    [thread.join(timeout=20) for thread in threading.enumerate() if thread.name == "loading"]
    gc.collect()
    assert held.loaded is not None
    assert held.loaded() is None
