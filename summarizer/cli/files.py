"""Where lines come from and where answers go: files, pipes and the standard streams."""

import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from summarizer.errors import InvalidRequestError, UnreadableInputError

__all__ = [
    "Output",
    "count_lines",
    "numbered_lines",
    "opened_input",
    "opened_output",
    "write_text",
]

_STANDARD = Path("-")
#: bytes of a line that are looked at together
_PIECE = 2**20
#: characters of a name that its draft repeats: a file system has room for 255 bytes
_REPEATED = 40

Line = tuple[int, bytes | None]


@contextmanager
def opened_input(source: Path) -> Iterator[BinaryIO]:
    """The file, or standard input for `-`; `UnreadableInputError`."""
    if source == _STANDARD:
        if sys.stdin is None:
            raise UnreadableInputError("standard input", "is closed")
        yield sys.stdin.buffer
        return
    try:
        stream = source.open("rb")
    except OSError as error:
        raise UnreadableInputError.of_system(str(source), error) from error
    with stream:
        yield stream


def numbered_lines(stream: BinaryIO, source: Path, *, max_bytes: int) -> Iterator[Line]:
    """The lines with their numbers, None for one that is too long; `UnreadableInputError` where
    reading fails half-way.
    """
    from summarizer.reading import iter_lines

    try:
        yield from iter_lines(stream, max_bytes=max_bytes)
    except OSError as error:
        raise UnreadableInputError.of_system(str(source), error) from error


def count_lines(source: Path) -> int | None:
    """How many lines hold something; None for what can be read only once, or not at all."""
    if source == _STANDARD or not source.is_file():
        return None
    count, holds = 0, False
    try:
        with source.open("rb") as stream:
            while piece := stream.readline(_PIECE):
                holds = holds or not piece.isspace()
                if piece.endswith(b"\n"):
                    count, holds = count + holds, False
    except OSError:  # whoever reads the lines says what is wrong
        return None
    return count + holds


@dataclass(frozen=True, slots=True)
class Output:
    """Where answers are written."""

    name: str
    stream: IO[str]

    def write(self, text: str) -> None:
        """`InvalidRequestError` where it cannot be; a reader that is gone is no error of ours."""
        with _blaming(self.name):
            self.stream.write(text)


@contextmanager
def opened_output(output: Path | None, source: Path) -> Iterator[Output]:
    """Standard output, or a file beside `output` that takes its name when all went well.

    What is no regular file (a pipe, a device) is written to as it is. `InvalidRequestError` where
    it cannot be written, and where it is the input.
    """
    target = output or _STANDARD
    name = "standard output" if target == _STANDARD else str(target)
    if _one_file(source, target):
        raise InvalidRequestError(f"{name} is the input, too: name another output")
    if target == _STANDARD:
        opened = _standard_output()
    elif target.exists() and not target.is_file():
        opened = _as_it_is(target)
    else:
        opened = _drafted(target.resolve())
    with ExitStack() as stack:
        with _blaming(name):
            stream = stack.enter_context(opened)
        yield Output(name, stream)
        with _blaming(name):
            stack.close()


def write_text(output: Path, text: str) -> None:
    """Write a file whole; `InvalidRequestError` where it cannot be."""
    with _blaming(str(output)):
        output.write_text(text, encoding="utf-8")


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError) and name == "standard output":
            raise  # `| head` has read enough: the command ends without a word
        reason = error.strerror or str(error)
        if isinstance(error, FileNotFoundError):
            reason = f"there is no folder {Path(name).parent}"
        raise InvalidRequestError(f"cannot write {name}: {reason}") from error


def _one_file(source: Path, target: Path) -> bool:
    """Whether what is written would be read, or take the place of what is; by any names."""
    try:
        read, written = _status(source, sys.stdin), _status(target, sys.stdout)
    except (AttributeError, OSError):  # a closed stream, one that is no file, no file yet
        return False
    return stat.S_ISREG(read.st_mode) and os.path.samestat(read, written)


def _status(path: Path, standard: IO[str]) -> os.stat_result:
    return os.fstat(standard.fileno()) if path == _STANDARD else path.resolve().stat()


@contextmanager
def _standard_output() -> Iterator[IO[str]]:
    if sys.stdout is None:
        raise OSError("it is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):  # JSON is UTF-8, whatever the terminal's encoding
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BaseException:
        try:
            sys.stdout.flush()
        except OSError:  # what has no room now is not tried again, with a traceback, at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


@contextmanager
def _as_it_is(target: Path) -> Iterator[IO[str]]:
    with _closed(target.open("w", encoding="utf-8")) as stream:
        yield stream


@contextmanager
def _drafted(target: Path) -> Iterator[IO[str]]:
    if target.exists():
        target.open("ab").close()  # taking its name would not ask whether it may be written
    stream = tempfile.NamedTemporaryFile(  # noqa: SIM115  (closed below)
        "w",
        encoding="utf-8",
        dir=target.parent,
        prefix=f".{target.name[:_REPEATED]}.",
        delete=False,
    )
    draft = Path(stream.name)
    try:
        with _closed(stream):
            yield stream
            # a full disk is found out here, before the old file is gone
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        # a temporary file is private; the answer is as open as any file that this user makes
        draft.chmod(target.stat().st_mode if target.exists() else 0o666 & ~mask)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


@contextmanager
def _closed(stream: IO[str]) -> Iterator[IO[str]]:
    """The stream, closed behind the block; what went wrong first is what is told."""
    try:
        yield stream
    except BaseException:
        with suppress(OSError):
            stream.close()
        raise
    stream.close()
