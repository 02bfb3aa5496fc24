"""Where lines come from and where answers go: files, pipes and the standard streams."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from summarizer.errors import InvalidRequestError, UnreadableInputError

__all__ = ["count_lines", "numbered_lines", "opened_input", "opened_output"]

_STANDARD = "-"
#: bytes of a line that are looked at together
_PIECE = 2**20

Line = tuple[int, bytes | None]


@contextmanager
def opened_input(source: Path) -> Iterator[BinaryIO]:
    """The file, or standard input for `-`; `UnreadableInputError`."""
    if str(source) == _STANDARD:
        yield sys.stdin.buffer
        return
    try:
        stream = source.open("rb")
    except OSError as error:
        raise UnreadableInputError(str(source), error.strerror or str(error)) from error
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
        raise UnreadableInputError(str(source), error.strerror or str(error)) from error


def count_lines(source: Path) -> int | None:
    """How many lines hold something; None for a pipe, which can be read only once."""
    if not source.is_file():
        return None
    count, holds = 0, False
    with source.open("rb") as stream:
        while piece := stream.readline(_PIECE):
            holds = holds or not piece.isspace()
            if piece.endswith(b"\n"):
                count, holds = count + holds, False
    return count + holds


@contextmanager
def opened_output(output: Path | None, source: Path) -> Iterator[IO[str]]:
    """Standard output, or a file beside `output` that takes its name when all went well.

    What is no regular file (a pipe, a device) is written to as it is. `InvalidRequestError` where
    it cannot be written, and where it is the input.
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
