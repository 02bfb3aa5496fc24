"""Files, folders, addresses and standard input as articles, in order; no failure ends the rest."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from summarizer.errors import UnreadableInputError
from summarizer.reading.contents import DEFAULT_MAX_BYTES, read_stream
from summarizer.reading.formats import SUFFIXES
from summarizer.reading.ids import Ids
from summarizer.reading.web import is_address, read_address
from summarizer.types import Article

__all__ = ["read_paths"]

STANDARD_INPUT = "-"


def read_paths(
    paths: Iterable[Path | str], *, max_bytes: int = DEFAULT_MAX_BYTES
) -> Iterator[Article | UnreadableInputError]:
    """The articles of files, folders, `http(s)://` addresses and `-` (standard input), and an error
    for each failure.

    A folder is read with its subfolders, in the order of the names; hidden files and files of other
    suffixes are passed over. Ids are unique within the call: a second `story` becomes `story-2`.
    """
    ids = Ids()
    for path in paths:
        for found in _read(path, max_bytes):
            if isinstance(found, Article):
                unique = ids.take(found.id)
                yield found if unique == found.id else replace(found, id=unique)
            else:
                yield found


def _read(path: Path | str, max_bytes: int) -> Iterator[Article | UnreadableInputError]:
    if path == STANDARD_INPUT:
        yield from read_stream(
            sys.stdin.buffer, name="standard input", default_id="stdin", max_bytes=max_bytes
        )
        return
    if is_address(path):
        yield from read_address(str(path), max_bytes=max_bytes)
        return
    try:
        if Path(path).is_dir():
            yield from _read_folder(Path(path), max_bytes)
        else:
            yield from _read_file(Path(path), max_bytes)
    except OSError as error:
        yield UnreadableInputError.of_system(str(path), error)
    except ValueError as error:
        yield UnreadableInputError(str(path), str(error))


def _read_folder(folder: Path, max_bytes: int) -> Iterator[Article | UnreadableInputError]:
    failures: list[OSError] = []
    files = _files(folder, failures)
    yield from (UnreadableInputError.of_system(str(each.filename), each) for each in failures)
    if not files and not failures:
        known = ", ".join(SUFFIXES)
        yield UnreadableInputError(str(folder), f"holds no file that can be read ({known})")
    for file in files:
        yield from _read(file, max_bytes)


def _files(folder: Path, failures: list[OSError]) -> list[Path]:
    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = (Path(parent, name) for name in files if not name.startswith("."))
        found += [path for path in shown if path.suffix.lower() in SUFFIXES]
    return sorted(found)


def _read_file(path: Path, max_bytes: int) -> Iterator[Article | UnreadableInputError]:
    if path.exists() and not path.is_file():
        yield UnreadableInputError(str(path), "is not a file")
        return
    with path.open("rb") as stream:
        yield from read_stream(stream, name=str(path), default_id=path.stem, max_bytes=max_bytes)
