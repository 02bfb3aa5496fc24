"""Clusters from JSON lines to answers in JSON lines, in several processes, in order.

What answers a line is loaded where it is used: with several processes this one only reads and
writes, and they are forked from one that has loaded it once for all of them.
"""

import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from summarizer.cli.files import count_lines, numbered_lines, opened_input, opened_output
from summarizer.cli.output import as_dict, json_line, progress_console
from summarizer.cli.processes import Processes, forked_from_one
from summarizer.errors import SummarizerError, UnreadableInputError
from summarizer.types import SummaryRequest

if TYPE_CHECKING:
    from summarizer.reading import ClusterDocuments

__all__ = ["BatchJob", "Counts", "Job", "answer_line", "ended", "run", "stopped_cleanly"]

#: loaded before the others are forked; `answer_line` needs no more
_LOADED_ONCE = ["summarizer.reading", "summarizer.service"]
#: what shells say of a program that Ctrl-C ended
_STOPPED = 130

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
    # loads while this process does
    context = forked_from_one(_LOADED_ONCE) if jobs > 1 else None
    clusters = failed = 0
    with (
        stopped_cleanly(),
        opened_input(source) as stream,
        opened_output(output, source) as out,
        _progress(source) as advance,
    ):
        lines = numbered_lines(stream, source, max_bytes=job.max_bytes)
        # closed, so that nothing waits for answers that nobody will write
        with closing(_answers(job, lines, jobs, context)) as answers:
            for answered, text in answers:
                clusters += 1
                failed += not answered
                out.write(text + "\n")
                advance()
    return Counts(clusters=clusters, failed=failed)


def ended(failed: int, lines: int, output: Path | None) -> typer.Exit:
    """The exit of a command that answers lines; those without an answer are told of."""
    if failed:
        where = "`error` in each" if output is None else f"`error` in {output}"
        have = "line has" if lines == 1 else "lines have"
        message = f"summarizer: {failed} of {lines} {have} no answer: see {where}"
        typer.echo(message, err=True)
    return typer.Exit(int(failed > 0))


def _answers(
    job: Job, lines: Iterator[Line], jobs: int, context: BaseContext | None
) -> Generator[Answer, None, None]:
    answer = partial(answer_line, job)
    if context is None:
        yield from map(answer, lines)
    else:
        processes = Processes(answer=answer, died=_died, count=jobs, context=context)
        yield from processes.answers(lines)


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
        text = json_line({"id": name, **as_dict(answer)})
        text.encode()
    except UnreadableInputError as error:
        name, reason = error.name, error.reason
    except SummarizerError as error:
        reason = str(error)
    except UnicodeEncodeError:
        reason = "holds half a character (a lone surrogate): write it whole"
    except MemoryError:
        reason = "needs more memory than there is: give it less text"
    except Exception as error:  # noqa: BLE001  (one line's fault must not end the others' work)
        reason = f"{type(error).__name__}: {error}; please report this"
    else:
        return True, text
    return False, _error(name, reason)


def _died(line: Line) -> Answer:
    """The error of a line whose process came to an end with it."""
    message = "the process that worked on it died, perhaps of a lack of memory: give it less text"
    return False, _error(f"line {line[0]}", message)


def _error(name: str, message: str) -> str:
    text = json_line({"id": name, "error": message})
    # names and reasons quote what was given, halves of characters among it
    return text.encode("utf-8", "replace").decode()


@contextmanager
def stopped_cleanly() -> Iterator[None]:
    """SIGTERM (a supervisor, `timeout`) ends the work as Ctrl-C does: nothing is left behind."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("summarizer: stopped; a file appears only when every line is answered", err=True)
        raise SystemExit(_STOPPED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress(source: Path) -> Iterator[Callable[[], None]]:
    columns = (SpinnerColumn(), TextColumn("clusters"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=progress_console()) as progress:
        task = progress.add_task("summarizing", total=count_lines(source))
        yield partial(progress.advance, task)
