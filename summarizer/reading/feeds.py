"""RSS and Atom files as documents. feedparser gets bytes only: a string it might take for an address."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

import feedparser

from summarizer.errors import UnreadableInputError
from summarizer.types import Document

__all__ = ["parse_feed"]

#: entities of one's own are never needed in a feed, and are how a small file grows to gigabytes
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)[^\[>]{0,1000}(?:\[.*?\]\s*)?>", re.I | re.S)
_APPEARED = re.compile(
    r"(?:<p[^<>]{0,200}>\s*)?The post\b.{1,1000}?\b(?:appeared first|first appeared) on\b.{1,500}?(?:</p>|\.\s*$|$)",
    re.I | re.S,
)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_STAND_IN = re.compile(r"<(p|div|br|h\d|ul|ol)\b", re.I)


def parse_feed(data: bytes, *, name: str) -> Iterator[Document]:
    """The entries of a feed; UnreadableInputError when it is no feed, or has none."""
    feed = feedparser.parse(_DOCTYPE.sub(b"", data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        reason = "is not a feed that can be read" if not feed.version else "is a feed without entries"
        raise UnreadableInputError(name, reason)
    source = _line(feed.feed.get("title"))
    return (_document(entry, source) for entry in feed.entries)


def _document(entry: Any, source: str | None) -> Document:
    own = entry.get("source") or {}
    body = _APPEARED.sub("", _body(entry))
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
