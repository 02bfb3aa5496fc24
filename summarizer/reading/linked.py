"""The JSON-LD of a page: what it says about the article, broken JSON included."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from lxml.html import HtmlElement

from summarizer.reading.decoding import drop_unusable

__all__ = ["Linked", "first_text", "is_article", "is_of_type", "line", "read_linked_data"]

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


def read_linked_data(tree: HtmlElement) -> list[Linked]:
    """The objects that describe an article, then what else stands beside them, script by script."""
    found: list[Linked] = []
    for script in islice(tree.iter("script"), _MOST_SCRIPTS):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += sorted(_objects(_parse(script.text), 0), key=_rank)
    return found


def is_article(item: Linked) -> bool:
    """Whether the object describes an article or its page."""
    return _rank(item) < len(_ARTICLE_TYPES)


def is_of_type(item: Linked, name: str) -> bool:
    """Whether `name`, in small letters, ends one of the object's types."""
    return any(kind.endswith(name) for kind in _kinds(item))


def first_text(linked: list[Linked], key: str) -> str | None:
    """The first string that an article's object has under `key`."""
    values = (item.get(key) for item in linked if is_article(item))
    return next((line(value) for value in values if isinstance(value, str) and value.strip()), None)


def line(text: str | None) -> str | None:
    """The text as one line, or None when there is none. JSON may spell half a surrogate pair."""
    return " ".join(drop_unusable(text).split()) or None if text else None


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
