"""What a page's markup says about the article: JSON-LD, OpenGraph and other meta tags, `<time>`.

Only what is marked as the article's own counts: no date is ever guessed from a copyright line or
taken from the clock.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from summarizer.reading.dates import read_date, read_url_date
from summarizer.reading.decoding import drop_unusable
from summarizer.types import DateReading

__all__ = ["Metadata", "read_metadata"]

_DATE_KEYS = (
    "article:published_time og:published_time og:article:published_time datepublished"
    " parsely-pub-date pubdate publishdate publish-date publish_date publication_date"
    " dc.date.issued dcterms.created dcterms.issued dc.date dcterms.date sailthru.date"
    " article.published article_date_original cxenseparse:recs:publishtime date"
).split()
_TITLE_KEYS = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "title")
_SOURCE_KEYS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_ARTICLE_TYPES = ("article", "newsarticle", "blogposting", "report", "liveblog", "webpage")
_ASIDE = "aside comment related modified updat teaser footer sidebar most-read".split()
_SEPARATORS = (" | ", " – ", " — ", " - ", " » ", " :: ", " • ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was found; `dates` come best first."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    dates: tuple[DateReading, ...] = ()


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    metas = _metas(tree)
    linked = list(_linked_data(tree))
    url = _url(tree, metas, linked)
    headline = _line(tree.findtext(".//h1") or _text(tree, ".//h1"))
    window = _line(tree.findtext(".//title"))
    named = next((metas[key] for key in _TITLE_KEYS if key in metas), None)
    stated = _first(linked, "headline") or named or headline
    title, suffix = _split_window(stated or window, stated or headline, window)
    return Metadata(
        title=title,
        source=_publisher(linked)
        or next((metas[k] for k in _SOURCE_KEYS if k in metas), None)
        or suffix,
        url=url,
        dates=tuple(_dates(tree, metas, linked, url)),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), 500):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _line(meta.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The JSON-LD objects that describe an article, and what else stands beside them, in order."""
    for script in islice(tree.iter("script"), 500):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from sorted(_objects(value, 0), key=_rank)


def _objects(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _rank(item: Mapping[str, Any]) -> int:
    kinds = item.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    ranks = [_ARTICLE_TYPES.index(t) for t in _ARTICLE_TYPES for name in names if name.endswith(t)]
    return min(ranks, default=len(_ARTICLE_TYPES))


def _first(linked: list[Mapping[str, Any]], key: str) -> str | None:
    values = (item.get(key) for item in linked if _rank(item) < len(_ARTICLE_TYPES))
    return next(
        (_line(value) for value in values if isinstance(value, str) and value.strip()), None
    )


def _publisher(linked: list[Mapping[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        first = publisher[0] if isinstance(publisher, list) and publisher else publisher
        name = first.get("name") if isinstance(first, dict) else first
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            return _line(name)
    return None


def _url(tree: HtmlElement, metas: dict[str, str], linked: list[Mapping[str, Any]]) -> str | None:
    canonical = tree.xpath("string((//link[@rel='canonical']/@href)[1])")
    candidates = (canonical, metas.get("og:url"), _first(linked, "url"))
    return next((url.strip() for url in candidates if url and url.strip().startswith("http")), None)


def _dates(
    tree: HtmlElement, metas: dict[str, str], linked: list[Mapping[str, Any]], url: str | None
) -> Iterator[DateReading]:
    published = _first(linked, "datePublished") or _first(linked, "dateCreated")
    values = [published, *(metas.get(key) for key in _DATE_KEYS), *_times(tree)]
    for value in values:
        if value:
            yield from read_date(value, "metadata")
    if url:
        yield from read_url_date(url)


def _times(tree: HtmlElement) -> Iterator[str]:
    """The article's own `<time>`: marked as its publication, or the only one of the header."""
    times = [time for time in islice(tree.iter("time"), 100) if time.get("datetime")]
    marked = [
        time
        for time in times
        if time.get("pubdate") is not None or "publish" in (time.get("itemprop") or "").lower()
    ]
    first = marked or [time for time in times if not _is_aside(time)]
    yield from (time.get("datetime") for time in first[:1])


def _is_aside(time: HtmlElement) -> bool:
    """Whether the time is a change, a comment's, or a linked article's."""
    around = [time, *islice(time.iterancestors(), 6)]
    named = " ".join(
        f"{e.tag} {e.get('class') or ''} {e.get('id') or ''} {e.get('itemprop') or ''}"
        for e in around
    )
    return any(word in named.lower() for word in _ASIDE)


def _split_window(
    title: str | None, headline: str | None, window: str | None
) -> tuple[str | None, str | None]:
    """The title without the publisher behind it, and the publisher that the window names."""
    suffix = None
    if window and headline and window != headline and window.startswith(headline):
        suffix = window[len(headline) :].strip(" |–—-»:•·") or None
        suffix = suffix.split(" | ")[-1].strip() if suffix else None
    if title is None:
        return None, None
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        short = found and len(tail.split()) <= 5 and len(head.split()) >= 3
        if short and (tail == suffix or (title == window and not headline) or separator == " | "):
            return head.strip(), suffix or tail.strip()
    return title, suffix


def _text(tree: HtmlElement, path: str) -> str | None:
    element = tree.find(path)
    return None if element is None else "".join(element.itertext())


def _line(text: str | None) -> str | None:
    # JSON may spell half a surrogate pair.
    return " ".join(drop_unusable(text).split()) or None if text else None
