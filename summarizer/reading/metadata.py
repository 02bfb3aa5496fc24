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
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from summarizer.reading.dates import read_date, read_url_date
from summarizer.reading.elements import is_aside
from summarizer.reading.linked import (
    Linked,
    first_text,
    line,
    of_page,
    publisher_name,
    read_linked_data,
)
from summarizer.reading.times import find_time
from summarizer.reading.titles import Sites, read_title
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
    everything = read_linked_data(tree)
    linked = of_page(everything, _url(tree, metas))
    marked = list(_microdata(tree))
    url = _url(tree, metas, first_text(linked, "url"))
    publisher = publisher_name(linked)
    sites = Sites(_site_names(publisher, metas), url)
    named = read_title(tree, first_text(linked, "headline") or _stated_title(metas, marked), sites)
    dates = _dates(linked, metas, marked, find_time(tree, named.headline))
    names = (metas.get(key) for key in _SOURCE_KEYS)
    return Metadata(
        title=named.title,
        source=publisher
        or next((name for name in names if name and not _is_address(name)), None)
        or named.publisher,
        url=url,
        dates=(*dates, *(read_url_date(url) if url else ())),
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
        if key == "parsely-page":
            _add_parsely(found, meta.get("content") or "")
    return found


def _add_parsely(metas: dict[str, str], written: str) -> None:
    """What one analytics service has in JSON, under its other service's names."""
    try:
        page = json.loads(written)
    except (ValueError, RecursionError):
        return
    for key, name in (("pub_date", "parsely-pub-date"), ("title", "parsely-title")):
        value = page.get(key) if isinstance(page, dict) else None
        if isinstance(value, str) and (text := line(value)):
            metas.setdefault(name, text)


def _microdata(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The article's `datePublished` and `headline` that stand on elements which show them."""
    for element in islice(tree.xpath("//*[@itemprop][not(self::meta or self::time)]"), _MOST):
        name = (element.get("itemprop") or "").strip()
        if name in ("headline", "datePublished") and not is_aside(element, 6):
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


def _stated_title(metas: dict[str, str], marked: list[tuple[str, str]]) -> str | None:
    named = next((metas[key] for key in _TITLE_KEYS if key in metas), None)
    return named or next((text for key, text in marked if key == "headline"), None)


def _site_names(publisher: str | None, metas: dict[str, str]) -> tuple[str, ...]:
    names = (publisher, *(metas.get(key) for key in _SOURCE_KEYS))
    return tuple(name.removeprefix("@") for name in names if name and not _is_address(name))


def _is_address(name: str) -> bool:
    return name.startswith(("http:", "https:", "//"))


def _url(tree: HtmlElement, metas: dict[str, str], stated: str | None = None) -> str | None:
    """The article's own address; the site's front page only when nothing else is stated."""
    links = (each for each in tree.iter("link") if "canonical" in (each.get("rel") or "").split())
    canonical = next((each.get("href") for each in links), None)
    candidates = [url.strip() for url in (canonical, metas.get("og:url"), stated) if url]
    if any(url.startswith("/") for url in candidates):
        base = next((each.get("href") or "" for each in tree.iter("base")), "")
        hosts = [url for url in (base, *candidates) if _is_address(url)]
        candidates = [_absolute(url, hosts[0]) for url in candidates] if hosts else candidates
    urls = [url for url in candidates if url.startswith("http")]
    return next((url for url in urls if _has_path(url)), urls[0] if urls else None)


def _absolute(url: str, base: str) -> str:
    """The address; a relative one as seen from `base`, which may leave out the protocol."""
    try:
        return urljoin(urljoin("https:", base), url) if url.startswith("/") else url
    except ValueError:
        return ""


def _has_path(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _dates(
    linked: list[Linked], metas: dict[str, str], marked: list[tuple[str, str]], time: str | None
) -> Iterator[DateReading]:
    published = first_text(linked, "datePublished") or first_text(linked, "dateCreated")
    shown = next((text for key, text in marked if key == "datePublished"), None)
    for value in (published, *(metas.get(key) for key in _DATE_KEYS), shown, time):
        if value:
            yield from read_date(value, "metadata")
