"""The data sets that the evaluation reads: JSON lines at a path that the user names."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from summarizer.errors import UnreadableInputError

__all__ = ["Data", "DumpedPage", "SplitText", "read_items", "read_pages", "read_split_texts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Which bytes the scores were measured on."""

    #: names of the files, without their folders
    names: tuple[str, ...]
    #: SHA-256 of their contents, one after the other
    sha256: str
    #: lines read
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpedPage:
    """A page that was dumped to text, and the article alone."""

    id: str
    #: how it was dumped
    dump: str
    text: str
    gold: str
    #: the headline; empty when the page has none
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitText:
    """A text and its sentences."""

    id: str
    text: str
    sentences: tuple[str, ...]


def read_pages(paths: Iterable[Path]) -> tuple[list[DumpedPage], Data]:
    """The pages of files of `{"id", "dump", "text", "gold", "title"}`."""
    found, data = read_items(paths, {"text": str, "gold": str})
    pages = [
        DumpedPage(
            id=str(item.get("id") or number),
            dump=str(item.get("dump") or "unknown"),
            text=item["text"],
            gold=item["gold"],
            title=str(item.get("title") or ""),
        )
        for number, item in enumerate(found, start=1)
    ]
    return pages, data


def read_split_texts(paths: Iterable[Path]) -> tuple[list[SplitText], Data]:
    """The texts of files of `{"id", "text", "sentences"}`."""
    found, data = read_items(paths, {"text": str, "sentences": list})
    texts = [
        SplitText(
            id=str(item.get("id") or number),
            text=item["text"],
            sentences=tuple(str(sentence) for sentence in item["sentences"]),
        )
        for number, item in enumerate(found, start=1)
    ]
    return texts, data


def read_items(paths: Iterable[Path], needed: dict[str, type]) -> tuple[list[dict[str, Any]], Data]:
    """Raises UnreadableInputError for a file that is missing, empty, or of another form."""
    names: list[str] = []
    items: list[dict[str, Any]] = []
    total = sha256()
    for path in paths:
        content = _content(path)
        total.update(content)
        names.append(path.name)
        lines = content.splitlines()
        items += [
            _item(line, f"{path}, line {n}", needed)
            for n, line in enumerate(lines, 1)
            if line.strip()
        ]
    if not items:
        raise UnreadableInputError(", ".join(names), "holds no lines to evaluate on")
    return items, Data(names=tuple(names), sha256=total.hexdigest(), items=len(items))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        reason = "does not exist; the data for evaluation do not come with the program"
        raise UnreadableInputError(str(path), reason) from error
    except OSError as error:
        raise UnreadableInputError.of_system(str(path), error) from error


def _item(line: bytes, where: str, needed: dict[str, type]) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except ValueError as error:
        raise UnreadableInputError(where, "is no JSON") from error
    fields: dict[str, Any] = item if isinstance(item, dict) else {}
    for key, kind in needed.items():
        if not isinstance(fields.get(key), kind):
            raise UnreadableInputError(where, f"has no `{key}` that can be used")
    return fields
