"""Clusters from JSON lines to answers in JSON lines, in several processes, in order.

What answers a line is loaded where it is used: with several processes this one only reads and
writes, and they are forked from one that has loaded it once for all of them.
"""

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
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, Protocol

from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from summarizer.cli.output import as_dict, json_line, progress_console
from summarizer.errors import InvalidRequestError, SummarizerError, UnreadableInputError
from summarizer.types import SummaryRequest

if TYPE_CHECKING:
    from summarizer.reading import ClusterDocuments

__all__ = ["BatchJob", "Counts", "Job", "answer_line", "run"]

#: lines for each process ahead of the one that is written next: keeps it busy, bounds memory
_AHEAD = 4
_STANDARD = "-"
#: loaded before the others are forked; `answer_line` needs no more
_LOADED_ONCE = ["summarizer.reading", "summarizer.service"]

Line = tuple[int, bytes | None]
Answer = tuple[bool, str]


class Job(Protocol):
    """What is asked of every line. Sent to other processes."""

    @property
    def max_bytes(self) -> int:
        """Of a line, at most."""
        ...

    def answer(self, cluster: "ClusterDocuments") -> tuple[str, object]:
        """The line's id, and the answer; a `SummarizerError` where there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchJob:
    """A summary of every line."""

    request: SummaryRequest
    max_bytes: int

    def answer(self, cluster: "ClusterDocuments") -> tuple[str, object]:
        """The cluster's id, and its summary."""
        from summarizer.reading import read_cluster
        from summarizer.service import Summarizer

        read = read_cluster(cluster)
        return read.id, Summarizer().summarize(self.request, read.articles, warnings=read.warnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many lines there were, and how many of them got no answer."""

    clusters: int
    failed: int


def run(job: Job, source: Path, output: Path | None, *, jobs: int) -> Counts:
    """Answer every line of `source` into `output` (standard output when None).

    A file appears whole, under its name, when everything is done: nothing half-written stays.
    """
    context = _context() if jobs > 1 else None  # loads while this process does
    from summarizer.reading import iter_lines

    clusters = failed = 0
    with _input(source) as lines, _output(output, source) as out, _progress(source) as advance:
        numbered = iter_lines(lines, max_bytes=job.max_bytes)
        answer = partial(answer_line, job)
        answers = _spread(answer, numbered, jobs, context) if context else map(answer, numbered)
        for answered, text in answers:
            clusters += 1
            failed += not answered
            out.write(text + "\n")
            advance()
    return Counts(clusters=clusters, failed=failed)


def answer_line(job: Job, line: Line) -> Answer:
    """(True, the answer) or (False, the error) of one line, as a line of JSON."""
    from summarizer.reading import parse_cluster_line

    number, data = line
    name = f"line {number}"
    if data is None:
        return False, _error(name, f"is longer than {job.max_bytes} bytes")
    try:
        cluster = parse_cluster_line(data, name=name, max_bytes=job.max_bytes)
        name = cluster.id
        name, answer = job.answer(cluster)
    except UnreadableInputError as error:
        return False, _error(error.name, error.reason)
    except SummarizerError as error:
        return False, _error(name, str(error))
    except Exception as error:  # noqa: BLE001  (one line's fault must not end the others' work)
        return False, _error(name, f"{type(error).__name__}: {error}; please report this")
    return True, json_line({"id": name, **as_dict(answer)})


def _error(name: str, message: str) -> str:
    return json_line({"id": name, "error": message})


def _context() -> BaseContext:
    """Where new processes come from, without forking this one: its threads (progress) could leave
    locks behind that never open.
    """
    # more threads than processes would share the same cores, and the server is to have one only
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED_ONCE)
    try:
        forkserver.ensure_running()
    except OSError:  # no socket, as where the path of the temporary folder is too long for one
        return multiprocessing.get_context("spawn")
    return context


def _spread(
    answer: Callable[[Line], Answer], lines: Iterator[Line], jobs: int, context: BaseContext
) -> Iterator[Answer]:
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[Answer]] = deque()
        for line in lines:
            waiting.append(pool.submit(answer, line))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def _input(source: Path) -> Iterator[BinaryIO]:
    if str(source) == _STANDARD:
        yield sys.stdin.buffer
        return
    try:
        stream = source.open("rb")
    except OSError as error:
        raise UnreadableInputError(str(source), error.strerror or str(error)) from error
    with stream:
        yield stream


@contextmanager
def _output(output: Path | None, source: Path) -> Iterator[IO[str]]:
    """Standard output, or a file beside `output` that takes its name when all went well.

    What is no regular file (a pipe, a device) is written to as it is.
    """
    if output is None or str(output) == _STANDARD:
        yield sys.stdout
        return
    if output.resolve() == source.resolve():
        raise InvalidRequestError(f"{output} is the input, too: name another output")
    try:
        if output.exists() and not output.is_file():
            with output.open("w", encoding="utf-8") as stream:
                yield stream
        else:
            yield from _drafted(output.resolve())
    except OSError as error:
        raise InvalidRequestError(f"cannot write {output}: {error.strerror or error}") from error


def _drafted(target: Path) -> Iterator[IO[str]]:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as stream:
        draft = Path(stream.name)
        try:
            yield stream
        except BaseException:
            draft.unlink()
            raise
    mask = os.umask(0)
    os.umask(mask)
    # a temporary file is private; the answer is as open as any file that this user makes
    draft.chmod(target.stat().st_mode if target.exists() else 0o666 & ~mask)
    draft.replace(target)


@contextmanager
def _progress(source: Path) -> Iterator[Callable[[], None]]:
    total = None
    if source.is_file():  # a pipe can be read only once
        with source.open("rb") as stream:
            total = sum(1 for line in stream if line.strip())
    columns = (SpinnerColumn(), TextColumn("clusters"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=progress_console()) as progress:
        task = progress.add_task("summarizing", total=total)
        yield partial(progress.advance, task)
