"""RSS and Atom files as documents. feedparser gets a stream: a string could be an address to it."""

import re
from collections.abc import Iterator
from html import escape, unescape
from io import BytesIO
from typing import Any

import feedparser

from summarizer.errors import UnreadableInputError
from summarizer.types import Document

__all__ = ["parse_feed"]

_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_STAND_IN = re.compile(r"<(p|div|br|h\d|ul|ol)\b", re.IGNORECASE)


def parse_feed(data: bytes, *, name: str) -> Iterator[Document]:
    """The entries of a feed; UnreadableInputError when it is no feed, or has none."""
    feed = _parse(data, name)
    if not feed.entries:
        reason = (
            "is not a feed that can be read" if not feed.version else "is a feed without entries"
        )
        raise UnreadableInputError(name, reason)
    source = _line(feed.feed.get("title"))
    return (_document(entry, source) for entry in feed.entries)


def _parse(data: bytes, name: str) -> Any:
    try:
        return feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # on broken markup its parsers raise whatever comes up
        raise UnreadableInputError(name, "is not a feed that can be read") from error


def _document(entry: Any, source: str | None) -> Document:
    own = entry.get("source") or {}
    body = _without_tail(_body(entry))
    return Document(
        title=_line(entry.get("title")),
        html=_page(body) if body.strip() else None,
        date=entry.get("published") or entry.get("created") or entry.get("updated"),
        source=_line(own.get("title")) or source,
        url=_address(entry),
    )


def _body(entry: Any) -> str:
    """The fullest text of an entry: `content:encoded`, `content`, `summary`."""
    candidates = [item.get("value") or "" for item in entry.get("content") or []]
    candidates.append(entry.get("summary") or "")
    return max(candidates, key=len)


def _without_tail(body: str) -> str:
    """The text without WordPress's "The post … appeared first on …" at its end."""
    at = max(body.rfind("appeared first on"), body.rfind("first appeared on"))
    start = body.rfind("The post", max(0, at - 1000), at) if at >= 0 else -1
    return body[:start] if start >= 0 and len(body) - at <= 500 else body


def _page(body: str) -> str:
    """The entry's text as a small page; plain text keeps its line breaks as paragraphs."""
    if not _TAG.search(body):
        paragraphs = [line for line in unescape(body).splitlines() if line.strip()]
        body = "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in paragraphs)
    elif not _STAND_IN.search(body):
        body = f"<p>{body}</p>"
    return f"<html><body><article>\n{body}\n</article></body></html>"


def _address(entry: Any) -> str | None:
    link = entry.get("link") or entry.get("id") or ""
    return link if link.startswith(("http://", "https://")) else None


def _line(value: str | None) -> str | None:
    return " ".join(_TAG.sub(" ", unescape(value)).split()) or None if value else None
