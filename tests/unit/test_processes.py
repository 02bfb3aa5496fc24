"""Lines in several real processes, of which some die."""

import multiprocessing

import pytest

from summarizer.cli.processes import Processes
from tests.dying_lines import answer, died


def answers(lines: list[str], count: int = 2) -> list[str]:
    context = multiprocessing.get_context("forkserver")
    processes = Processes(answer=answer, died=died, count=count, context=context)
    return list(processes.answers(iter(lines)))


def test_answers_come_in_the_order_of_the_lines():
    lines = ["slow", *map(str, range(30))]
    assert answers(lines) == ["SLOW", *map(str, range(30))]


@pytest.mark.parametrize("fatal", ["kill", "segfault"])
def test_a_process_that_dies_takes_only_its_own_line_with_it(fatal):
    lines = ["a", fatal, "slow", "b", *map(str, range(20)), fatal, "c"]
    told = [f"{fatal} died" if line == fatal else line.upper() for line in lines]
    assert answers(lines) == told


def test_every_line_may_be_fatal():
    assert answers(["kill"] * 3, count=1) == ["kill died"] * 3


def test_who_stops_reading_ends_the_processes():
    context = multiprocessing.get_context("forkserver")
    before = set(multiprocessing.active_children())
    lines = Processes(answer=answer, died=died, count=2, context=context).answers(iter(["a"] * 100))
    assert next(lines) == "A"
    lines.close()
    assert set(multiprocessing.active_children()) == before
