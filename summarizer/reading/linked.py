"""The JSON-LD of a page: what it says about the article, broken JSON included."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import islice
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from summarizer.reading.decoding import drop_unusable

__all__ = [
    "Linked",
    "first_text",
    "is_article",
    "is_free",
    "is_locked",
    "is_of_type",
    "line",
    "of_page",
    "publisher_name",
    "read_linked_data",
]

Linked: TypeAlias = Mapping[str, Any]
_ARTICLE_TYPES = ("article", "newsarticle", "blogposting", "report", "liveblog", "webpage")
#: no page says more about itself; what is longer is searched for single values
_LONGEST = 4_000_000
_MOST_SCRIPTS = 500
_WRAPPING = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|\]\]>|;)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_VALUES = re.compile(
    r'"(headline|datePublished|dateCreated|url|isAccessibleForFree)"\s*:\s*'
    r'("(?:[^"\\\n]|\\.){1,500}"|true|false)'
)
# Without the semicolon "&copy=1" may be part of an address.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def read_linked_data(tree: HtmlElement) -> list[Linked]:
    """The objects that describe an article, the likeliest kind first, then all others."""
    found: list[Linked] = []
    for script in islice(tree.iter("script"), _MOST_SCRIPTS):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += _objects(_parse(script.text), 0)
    return sorted(found, key=_rank)


def is_article(item: Linked) -> bool:
    """Whether the object describes an article or its page."""
    return _rank(item) < len(_ARTICLE_TYPES)


def is_of_type(item: Linked, name: str) -> bool:
    """Whether `name`, in small letters, ends one of the object's types."""
    return any(kind.endswith(name) for kind in _kinds(item))


def is_free(item: Linked) -> bool:
    """Whether the object says that its article is for everybody."""
    return is_article(item) and _access(item) == "true"


def is_locked(item: Linked) -> bool:
    """Whether the object says that its article is for subscribers."""
    return is_article(item) and _access(item) == "false"


def of_page(linked: list[Linked], url: str | None) -> list[Linked]:
    """The objects without the articles of other addresses, where one article has the page's."""
    path = _path(url)
    articles = [item for item in linked if is_article(item) and not is_of_type(item, "webpage")]
    if path is None or len(articles) < 2 or not any(path in _paths(item) for item in articles):
        return linked
    others = [item for item in articles if (paths := _paths(item)) and path not in paths]
    return [item for item in linked if not any(item is other for other in others)]


def first_text(linked: Iterable[Linked], key: str) -> str | None:
    """The first string or number that an article's object has under `key`."""
    for item in linked:
        value = item.get(key) if is_article(item) else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value) if isinstance(value, int) else f"{value:.0f}"
        if isinstance(value, str) and (text := line(value)):
            return text
    return None


def publisher_name(linked: Sequence[Linked]) -> str | None:
    """The name of the first publisher that is stated, or that another object holds."""
    by_id = {item["@id"]: item for item in linked if isinstance(item.get("@id"), str)}
    for item in linked:
        publisher = item.get("publisher")
        first = publisher[0] if isinstance(publisher, list) and publisher else publisher
        if isinstance(first, dict) and "name" not in first:
            first = by_id.get(str(first.get("@id")), first)
        name = first.get("name") if isinstance(first, Mapping) else first
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            return line(name)
    return None


def line(text: str | None) -> str | None:
    """The text as one line, entities that it spells decoded; None when there is none.

    JSON may spell half a surrogate pair, and HTML, where it should hold plain text.
    """
    if not text:
        return None
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    return " ".join(drop_unusable(text).split()) or None


def _access(item: Linked) -> str:
    return str(item.get("isAccessibleForFree", "")).lower()


def _paths(item: Linked) -> set[str]:
    """The paths of the addresses that the object names as its own."""
    page = item.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    found = (_path(value) for value in (item.get("url"), item.get("@id"), page))
    return {path for path in found if path is not None}


def _path(url: object) -> str | None:
    """The path of an address, by which it is told from others of its site."""
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
    except ValueError:
        return None
    path = "" if parts is None else parts.path.strip("/").lower()
    return f"{path}?{parts.query}" if path and parts is not None else None


def _parse(text: str) -> object:
    if len(text) <= _LONGEST:
        for candidate in (text, _TRAILING_COMMA.sub(r"\1", _WRAPPING.sub("", text))):
            try:
                return json.loads(candidate, strict=False)
            except (ValueError, RecursionError):
                continue
    values = {match[1]: match[2] for match in reversed(list(_singles(text)))}
    return {"@type": "NewsArticle", **{key: _value(raw) for key, raw in values.items()}}


def _singles(text: str) -> Iterator[re.Match[str]]:
    return islice(_VALUES.finditer(text, 0, _LONGEST), 100)


def _value(raw: str) -> object:
    try:
        return json.loads(raw)
    except ValueError:
        return None


def _objects(value: object, depth: int) -> Iterator[Linked]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _kinds(item: Linked) -> list[str]:
    kinds = item.get("@type")
    return [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _rank(item: Linked) -> int:
    ranks = [
        place
        for place, name in enumerate(_ARTICLE_TYPES)
        for kind in _kinds(item)
        if kind.endswith(name) or (name == "liveblog" and name in kind)
    ]
    return min(ranks, default=len(_ARTICLE_TYPES))
