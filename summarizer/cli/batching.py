"""Clusters from JSON lines to answers in JSON lines, in several processes, in order."""

import json
import multiprocessing
import os
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO

from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from summarizer.cli.output import as_dict, json_line, progress_console
from summarizer.errors import SummarizerError, UnreadableInputError
from summarizer.reading import iter_lines, parse_cluster_line, read_cluster
from summarizer.service import Summarizer
from summarizer.types import SummaryRequest

__all__ = ["BatchJob", "answer_line", "run"]

#: lines for each process ahead of the one that is written next: keeps it busy, bounds memory
_AHEAD = 4

Line = tuple[int, bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchJob:
    """What is asked of every line."""

    request: SummaryRequest
    max_bytes: int


def run(job: BatchJob, source: Path, output: Path | None, *, jobs: int) -> int:
    """Answer every line of `source` into `output` (standard output when None): how many failed.

    The output appears whole, under its name, when everything is done: nothing half-written stays.
    """
    failed = 0
    with _input(source) as lines, _output(output) as out, _progress(source) as advance:
        numbered = iter_lines(lines, max_bytes=job.max_bytes)
        for answered, text in _answers(job, numbered, jobs):
            failed += not answered
            out.write(text + "\n")
            advance()
    return failed


def answer_line(job: BatchJob, line: Line) -> tuple[bool, str]:
    """(True, the answer) or (False, the error) of one line, as a line of JSON."""
    number, data = line
    name = f"line {number}"
    if data is None:
        return False, json_line({"id": name, "error": f"is longer than {job.max_bytes} bytes"})
    try:
        cluster = read_cluster(parse_cluster_line(data, name=name, max_bytes=job.max_bytes))
        summary = Summarizer().summarize(job.request, cluster.articles, warnings=cluster.warnings)
    except SummarizerError as error:
        return False, json_line({"id": _id(data) or name, "error": str(error)})
    except Exception as error:  # noqa: BLE001  (one line's fault must not end the others' work)
        message = f"{name}: {type(error).__name__}: {error}; please report this"
        return False, json_line({"id": _id(data) or name, "error": message})
    return True, json_line({"id": cluster.id, **as_dict(summary)})


def _id(data: bytes) -> str | None:
    try:
        value = json.loads(data)
    except ValueError:
        return None
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _answers(job: BatchJob, lines: Iterator[Line], jobs: int) -> Iterator[tuple[bool, str]]:
    answer = partial(answer_line, job)
    if jobs == 1:
        yield from map(answer, lines)
        return
    # a fresh process each: forking one that has threads (progress, BLAS) can hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[tuple[bool, str]]] = deque()
        for line in lines:
            waiting.append(pool.submit(answer, line))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def _input(source: Path) -> Iterator[BinaryIO]:
    if str(source) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = source.open("rb")
    except OSError as error:
        raise UnreadableInputError(str(source), error.strerror or str(error)) from error
    with stream:
        yield stream


@contextmanager
def _output(output: Path | None) -> Iterator[IO[str]]:
    """A file beside `output` that takes its name when all went well."""
    if output is None or str(output) == "-":
        yield sys.stdout
        return
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise UnreadableInputError(str(output), error.strerror or str(error)) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            yield stream
        draft.chmod(0o644)
        draft.replace(output)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _progress(source: Path) -> Iterator[Callable[[], None]]:
    total = None
    if str(source) != "-":
        with source.open("rb") as stream:
            total = sum(1 for line in stream if line.strip())
    columns = (SpinnerColumn(), TextColumn("clusters"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=progress_console()) as progress:
        task = progress.add_task("summarizing", total=total)
        yield partial(progress.advance, task)
