"""A model is loaded once, by nobody who waits for it."""

from threading import Event, Thread

import pytest

from summarizer.abstractive.holding import Held
from summarizer.errors import GenerationError, ModelUnavailableError


def test_it_is_loaded_once_for_all_who_ask():
    go, times, got = Event(), [], []

    def load() -> str:
        times.append(1)
        go.wait(10)
        return "model"

    held = Held(load)
    threads = [Thread(target=lambda: got.append(held.get())) for _ in range(5)]
    for thread in threads:
        thread.start()
    go.set()
    for thread in threads:
        thread.join(10)
    assert got == ["model"] * 5
    assert held.get() == "model"
    assert times == [1]


def test_who_waits_no_longer_is_let_go_and_the_next_one_finds_it_loaded():
    go = Event()
    held = Held(lambda: go.wait(10) and "model")
    with pytest.raises(GenerationError, match="still being loaded"):
        held.get(stop=lambda: True)
    go.set()
    assert held.get() == "model"


def test_a_failure_is_told_again_for_a_minute_and_then_tried_again():
    times, now = [], [0.0]

    def load() -> str:
        times.append(1)
        if len(times) == 1:
            raise ModelUnavailableError("t5", "there is no such folder")
        return "model"

    held = Held(load, clock=lambda: now[0])
    for second in (0.0, 30.0, 59.0):
        now[0] = second
        with pytest.raises(ModelUnavailableError, match="no such folder"):
            held.get()
    assert times == [1]
    now[0] = 61.0
    assert held.get() == "model"


def test_once_closed_nothing_is_loaded_again():
    times = []
    held = Held(lambda: times.append(1) or "model")
    held.get()
    held.close()
    held.close()
    with pytest.raises(GenerationError, match="closed"):
        held.get()
    assert times == [1]
