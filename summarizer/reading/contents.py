"""The content of one file -> its documents, whatever the format; reading them is the caller's."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from summarizer.errors import UnreadableInputError
from summarizer.reading.decoding import decode
from summarizer.reading.documents import read_document
from summarizer.reading.feeds import parse_feed
from summarizer.reading.formats import Format, detect_format
from summarizer.reading.jsonlines import (
    ClusterDocuments,
    iter_lines,
    parse_item,
    parse_json,
)
from summarizer.types import Article, DateOrigin, Document

__all__ = ["DEFAULT_MAX_BYTES", "Served", "read_stream"]

#: the largest single article (a file, or a line of JSON lines) unless the caller says otherwise
DEFAULT_MAX_BYTES = 20_000_000
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class _Found:
    #: what an error about it is called
    name: str
    document: Document | UnreadableInputError
    date_origin: DateOrigin = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a web server says of the content that it sends."""

    kind: Format | None = None
    charset: str | None = None
    #: the article's own one, when the content is a single article that names no other
    url: str | None = None


def read_stream(
    stream: BinaryIO,
    *,
    name: str,
    default_id: str,
    max_bytes: int = DEFAULT_MAX_BYTES,
    served: Served = Served(),
) -> Iterator[Article | UnreadableInputError]:
    """The articles of one file's content, and an error for each that cannot be read.

    JSON lines are read one at a time, everything else as a whole.
    """
    for number, found in enumerate(_find(stream, name, max_bytes, served), start=1):
        if found.name == name:
            yield _read(found, default_id, served.url)
        else:
            yield _read(found, f"{default_id}-{number}")


def _read(found: _Found, default_id: str, url: str | None = None) -> Article | UnreadableInputError:
    if isinstance(found.document, UnreadableInputError):
        return found.document
    try:
        return read_document(
            found.document,
            name=found.name,
            default_id=default_id,
            default_url=url,
            date_origin=found.date_origin,
        )
    except UnreadableInputError as error:
        return error


def _find(stream: BinaryIO, name: str, max_bytes: int, served: Served) -> Iterator[_Found]:
    buffered = _Headed(stream)
    kind = served.kind or detect_format(buffered.head, name=name)
    try:
        if kind == "jsonl":
            yield from _json_lines(buffered, name, max_bytes)
        else:
            yield from _whole(_read_all(buffered, name, max_bytes), kind, name, served.charset)
    except UnreadableInputError as error:
        yield _Found(error.name, error)


def _read_all(stream: "_Headed", name: str, max_bytes: int) -> bytes:
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise UnreadableInputError(name, f"is larger than {max_bytes} bytes")
    return data


def _json_lines(stream: "_Headed", name: str, max_bytes: int) -> Iterator[_Found]:
    number = 0
    for number, line in iter_lines(stream, max_bytes=max_bytes):
        where = f"{name}, line {number}"
        if line is None:
            yield _Found(where, UnreadableInputError(where, f"is longer than {max_bytes} bytes"))
        else:
            yield from _json_line(line, where)
    if number == 0:
        raise UnreadableInputError(name, "is empty")


def _json_line(line: bytes, where: str) -> Iterator[_Found]:
    try:
        value = parse_json(line, name=where)
    except UnreadableInputError as error:
        yield _Found(where, error)
    else:
        yield from _json_item(value, where)


def _json_item(value: object, where: str) -> Iterator[_Found]:
    try:
        parsed = parse_item(value, name=where)
    except UnreadableInputError as error:
        yield _Found(where, error)
        return
    if isinstance(parsed, ClusterDocuments):
        yield from _cluster(parsed, where)
    else:
        yield _Found(where, parsed)


def _cluster(cluster: ClusterDocuments, where: str) -> Iterator[_Found]:
    if not (cluster.documents or cluster.notices):
        yield _Found(where, UnreadableInputError(where, "`articles` is empty"))
    for notice in cluster.notices:
        if notice.code == "unusable-article":
            yield _Found(where, UnreadableInputError(where, notice.message))
    for document in cluster.documents:
        yield _Found(f"{where}, {document.id}", document)


def _whole(data: bytes, kind: Format, name: str, charset: str | None) -> Iterator[_Found]:
    if not data.strip():
        raise UnreadableInputError(name, "is empty")
    if kind == "feed":
        for number, document in enumerate(parse_feed(data, name=name), start=1):
            yield _Found(f"{name}, entry {number}", document, "metadata")
        return
    text = decode(data, name=name, markup=kind == "html", charset=charset)
    if kind == "json":
        yield from _json(parse_json(text, name=name), name)
    elif kind == "html":
        yield _Found(name, Document(html=text))
    else:
        yield _Found(name, Document(text=text))


def _json(value: object, name: str) -> Iterator[_Found]:
    """A whole file: an article, a cluster, or a list of these."""
    if not isinstance(value, list):
        yield from _json_item(value, name)
        return
    if not value:
        raise UnreadableInputError(name, "is an empty list")
    for number, item in enumerate(value, start=1):
        yield from _json_item(item, f"{name}, item {number}")


class _Headed:
    """A stream whose beginning can be looked at before it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self.head = stream.read(_HEAD)
        self._start: BinaryIO = BytesIO(self.head)
        self._rest = stream

    def read(self, size: int) -> bytes:
        begun = self._start.read(size)
        return begun + self._rest.read(size - len(begun)) if len(begun) < size else begun

    def readline(self, size: int) -> bytes:
        begun = self._start.readline(size)
        if begun.endswith(b"\n") or len(begun) >= size:
            return begun
        return begun + self._rest.readline(size - len(begun))
