"""What a file holds, told by its first characters and, where these leave it open, by its name."""

import re
from pathlib import PurePath
from typing import Literal

__all__ = ["SUFFIXES", "Format", "detect_format"]

Format = Literal["html", "text", "feed", "json", "jsonl"]

#: of the files in a folder, those with these suffixes are read
SUFFIXES: dict[str, Format] = {
    ".atom": "feed",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".rdf": "feed",
    ".rss": "feed",
    ".text": "text",
    ".txt": "text",
    ".xhtml": "html",
    ".xml": "feed",
}

_FEED = re.compile(rb"<(?:rss|(?:\w{1,20}:)?feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
#: an object with a key, or a list of these: "[Update] The ferry…" is a text
_JSON = re.compile(rb"[\[\s]*\{\s*\"[^\"\n]{0,200}\"\s*:")
_CLOSED = re.compile(rb"</(?:html|head|body|article|main|div|p|h1|title)\s*>", re.IGNORECASE)


def detect_format(data: bytes, *, name: str) -> Format:
    """The format of `data`, which may be only the beginning of a file."""
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    if named in ("json", "jsonl"):
        return named
    if named in (None, "text") and _JSON.match(head):
        return "jsonl" if _several_lines(head) else "json"
    if head.startswith(b"<") and _FEED.search(head):
        return "feed"
    if _is_html(head, data, named):
        return "html"
    if named == "html" or (named == "feed" and head.startswith(b"<?xml")):
        return named
    return "text"


def _is_html(head: bytes, data: bytes, named: Format | None) -> bool:
    """Whether it begins as markup; a file named a text must also close a tag."""
    begins, tagged = head.startswith(b"<"), _HTML.search(head) is not None
    closed = tagged and _CLOSED.search(data[:65_536]) is not None
    return closed and begins if named == "text" else closed or (begins and tagged)


def _several_lines(head: bytes) -> bool:
    """Whether the first line closes the object it opens: JSON lines, or JSON without breaks."""
    return head.split(b"\n", 1)[0].rstrip().endswith(b"}")
