"""JSON lines as documents and clusters of documents; cleaning them is a separate, slower step."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from summarizer.errors import UnreadableInputError
from summarizer.reading.decoding import drop_unusable
from summarizer.reading.ids import Ids
from summarizer.types import Document, Notice

__all__ = [
    "ClusterDocuments",
    "iter_lines",
    "parse_cluster",
    "parse_document",
    "parse_item",
    "parse_json",
    "parse_line",
    "unusable",
]

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterDocuments:
    """A cluster as handed over, before its articles are read."""

    id: str
    documents: tuple[Document, ...]
    #: articles that are none, ids that were given twice
    notices: tuple[Notice, ...] = ()
    #: the line's other keys, such as `summary`, `keywords`, `dates`
    fields: Mapping[str, object] = field(default_factory=dict)


class LineStream(Protocol):
    """What `iter_lines` needs of a stream."""

    def readline(self, size: int, /) -> bytes:
        """At most `size` bytes of the next line, its break included; nothing at the end."""


def iter_lines(stream: LineStream, *, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers from 1; None for one that is too long.

    A long line is skipped without being held in memory.
    """
    number = 0
    while line := stream.readline(max_bytes + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield number, None
        elif line.strip():
            yield number, line


def parse_line(line: str | bytes, *, name: str) -> Document | ClusterDocuments:
    """The article or the cluster that a line holds."""
    return parse_item(parse_json(line, name=name), name=name)


def parse_item(value: object, *, name: str) -> Document | ClusterDocuments:
    """The article or the cluster (an object with `articles`) that `value` is."""
    if not isinstance(value, dict):
        raise UnreadableInputError(name, "must be a JSON object")
    if "articles" in value:
        return parse_cluster(value, name=name)
    return parse_document(value, name=name)


def parse_json(text: str | bytes, *, name: str) -> object:
    """The value that `text` is."""
    try:
        decoded = text if isinstance(text, str) else text.decode("utf-8-sig")
        return json.loads(decoded.lstrip("\ufeff"))
    except UnicodeDecodeError as error:
        raise UnreadableInputError(name, f"is not UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise UnreadableInputError(
            name, f"is not JSON ({error.msg}, column {error.colno})"
        ) from error
    except RecursionError as error:
        raise UnreadableInputError(name, "is nested too deeply") from error
    except ValueError as error:  # a number of more than 4,300 digits
        raise UnreadableInputError(name, f"is not JSON ({error})") from error


def parse_cluster(value: Mapping[str, object], *, name: str) -> ClusterDocuments:
    """The cluster in an object with `articles`; articles that are none become notices."""
    cluster = _word(value.get("id")) or name
    articles = value.get("articles")
    if not isinstance(articles, list):
        raise UnreadableInputError(cluster, "`articles` must be a list")
    documents: list[Document] = []
    notices: list[Notice] = []
    ids = Ids()
    for number, item in enumerate(articles, start=1):
        label = f"a{number}"
        try:
            document = parse_document(item, name=label)
        except UnreadableInputError as error:
            notices.append(unusable(error, label))
            continue
        unique = ids.take(document.id or label)
        if document.id and unique != document.id:
            message = f"a second article has the id {document.id!r} and is called {unique!r} here"
            notices.append(Notice(code="duplicate-id", message=message, articles=(unique,)))
        documents.append(replace(document, id=unique))
    fields = {key: item for key, item in value.items() if key not in ("id", "articles")}
    return ClusterDocuments(
        id=cluster, documents=tuple(documents), notices=tuple(notices), fields=fields
    )


def unusable(error: UnreadableInputError, article: str) -> Notice:
    """The notice that an article of a cluster was left out."""
    return Notice(code="unusable-article", message=str(error), articles=(article,))


def parse_document(value: object, *, name: str) -> Document:
    """The article in a JSON object; keys may be absent or null, unknown ones are ignored."""
    if not isinstance(value, Mapping):
        raise UnreadableInputError(name, "an article must be a JSON object")
    text, html = (_string(value, key, name) for key in ("text", "html"))
    if not (text or "").strip() and not (html or "").strip():
        raise UnreadableInputError(name, _without_text(text, html))
    return Document(
        id=_word(value.get("id")),
        title=_string(value, "title", name),
        text=text if (text or "").strip() else None,
        html=html if (html or "").strip() else None,
        date=_word(value.get("date")),
        source=_string(value, "source", name),
        url=_string(value, "url", name),
        cleaned=value.get("cleaned") is True,
    )


def _without_text(text: str | None, html: str | None) -> str:
    empty = [key for key, item in (("text", text), ("html", html)) if item is not None]
    named = " and ".join(f"`{key}`" for key in empty)
    if not empty:
        return "has neither `text` nor `html`"
    return f"{named} {'is' if len(empty) == 1 else 'are'} empty"


def _string(value: Mapping[str, object], key: str, name: str) -> str | None:
    item = value.get(key)
    if item is None:
        return None
    if not isinstance(item, str):
        raise UnreadableInputError(name, f"`{key}` must be a string")
    return drop_unusable(item)


def _word(value: object) -> str | None:
    """An id or a date, which may be a number."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return drop_unusable(str(value)).strip() or None
