"""What a page's markup says about the article: JSON-LD, OpenGraph and other meta tags, microdata,
`<time>`.

Only what is marked as the article's own counts: no date is ever guessed from a copyright line or
taken from the clock.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from summarizer.reading.dates import read_date, read_url_date
from summarizer.reading.linked import Linked, first_text, line, read_linked_data
from summarizer.types import DateReading

__all__ = ["Metadata", "read_metadata"]

_DATE_KEYS = (
    "article:published_time og:published_time og:article:published_time datepublished"
    " parsely-pub-date pubdate publishdate publish-date publish_date publication_date"
    " dc.date.issued dcterms.created dcterms.issued dc.date dc.date.created dcterms.date"
    " sailthru.date article.published article_date_original cxenseparse:recs:publishtime"
    " bt:pubdate dcterms.available citation_publication_date date"
).split()
_TITLE_KEYS = (
    "og:title twitter:title headline parsely-title sailthru.title dc.title dcterms.title title"
).split()
_SOURCE_KEYS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_ASIDE = "aside comment related modified updat teaser footer sidebar most-read".split()
_SEPARATORS = (" | ", " – ", " — ", " - ", " » ", " :: ", " • ")
_MOST = 500
_FORWARD = re.compile(r"\s*\d(?:\.\d+)?\s*[;,]\s*url\s*=\s*['\"]?([^'\"\s]{1,2000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was found; `dates` come best first."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    dates: tuple[DateReading, ...] = ()
    #: the objects of its JSON-LD
    linked: tuple[Linked, ...] = ()
    #: `article:content_tier`: free, metered or locked
    tier: str | None = None
    #: the address that a browser goes to at once instead
    forward: str | None = None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    metas = _metas(tree)
    linked = read_linked_data(tree)
    marked = list(_microdata(tree))
    url = _url(tree, metas, linked)
    headline = _headline(tree)
    window = line(tree.findtext(".//title"))
    named = next((metas[key] for key in _TITLE_KEYS if key in metas), None)
    microdata = next((text for key, text in marked if key == "headline"), None)
    stated = first_text(linked, "headline") or named or microdata or headline
    title, suffix = _split_window(stated or window, stated or headline, window)
    return Metadata(
        title=title,
        source=_publisher(linked)
        or next((metas[k] for k in _SOURCE_KEYS if k in metas), None)
        or suffix,
        url=url,
        dates=tuple(_dates(tree, metas, linked, marked)) + tuple(read_url_date(url) if url else ()),
        linked=tuple(linked),
        tier=metas.get("article:content_tier"),
        forward=_forward(tree),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), _MOST):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = line(meta.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    _add_parsely(found)
    return found


def _add_parsely(metas: dict[str, str]) -> None:
    """What one analytics service has in JSON, under its other service's names."""
    try:
        page = json.loads(metas.get("parsely-page", ""))
    except (ValueError, RecursionError):
        return
    for key, name in (("pub_date", "parsely-pub-date"), ("title", "parsely-title")):
        value = page.get(key) if isinstance(page, dict) else None
        if isinstance(value, str) and value.strip():
            metas.setdefault(name, value)


def _microdata(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The article's `datePublished` and `headline` that stand on elements which show them."""
    for element in islice(tree.xpath("//*[@itemprop][not(self::meta or self::time)]"), _MOST):
        name = (element.get("itemprop") or "").strip()
        if name in ("headline", "datePublished") and not _is_aside(element):
            stated = element.get("content") or element.get("datetime")
            text = line(stated or "".join(islice(element.itertext(), 50)))
            if text:
                yield name, text


def _forward(tree: HtmlElement) -> str | None:
    for meta in islice(tree.iter("meta"), _MOST):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            match = _FORWARD.match(meta.get("content") or "")
            return match and match[1]
    return None


def _headline(tree: HtmlElement) -> str | None:
    element = next(tree.iter("h1"), None)
    return None if element is None else line(element.text) or line("".join(element.itertext()))


def _publisher(linked: list[Linked]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        first = publisher[0] if isinstance(publisher, list) and publisher else publisher
        name = first.get("name") if isinstance(first, dict) else first
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            return line(name)
    return None


def _url(tree: HtmlElement, metas: dict[str, str], linked: list[Linked]) -> str | None:
    """The article's own address; the site's front page only when nothing else is stated."""
    links = (each for each in tree.iter("link") if "canonical" in (each.get("rel") or "").split())
    canonical = next((each.get("href") for each in links), None)
    candidates = (canonical, metas.get("og:url"), first_text(linked, "url"))
    urls = [url.strip() for url in candidates if url and url.strip().startswith("http")]
    return next((url for url in urls if _has_path(url)), urls[0] if urls else None)


def _has_path(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _dates(
    tree: HtmlElement,
    metas: dict[str, str],
    linked: list[Linked],
    marked: list[tuple[str, str]],
) -> Iterator[DateReading]:
    published = first_text(linked, "datePublished") or first_text(linked, "dateCreated")
    shown = next((text for key, text in marked if key == "datePublished"), None)
    for value in (published, *(metas.get(key) for key in _DATE_KEYS), shown, *_times(tree)):
        if value:
            yield from read_date(value, "metadata")


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
