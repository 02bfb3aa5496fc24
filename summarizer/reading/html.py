"""An HTML page as its running text: trafilatura finds the body, the plain-text rules finish it.

Every paragraph kept is traced back to the decoded source. trafilatura's own metadata is not used:
it guesses dates.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import DEFAULT_CONFIG, use_config

from summarizer.reading.cleaning import Cleaned, clean
from summarizer.reading.dates import find_dates, is_date_line
from summarizer.reading.headers import Header
from summarizer.reading.metadata import Metadata, read_metadata
from summarizer.reading.standfirst import find_standfirst
from summarizer.reading.tracing import trace
from summarizer.reading.visible import VisibleText
from summarizer.types import DateReading, Notice

__all__ = ["Page", "header_of", "read_html"]

# It logs a warning for every page without an article; ours is an error that names the page.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

#: what is never the article, by the names that publishing systems give it
_ASIDE = (
    "aside nav-menu newsletter related-articles related-content pullquote pull-quote"
    " pull_quote related most-read mostread most-popular share social-share sharing social"
    " comments comment-list disqus_thread cookie cookie-banner cookie-notice consent"
    " breadcrumb breadcrumbs byline author author-bio author-box tags topics tag-list"
    " read-more readmore promo teaser advertisement ad ad-slot recirculation subscribe"
    " subscription support donation"
).split()
_NAMED = " or ".join(
    f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ') or @id='{name}'"
    for name in _ASIDE
)
_PRUNED = [
    f"//*[not(self::body) and not(self::html) and not(self::article) and ({_NAMED})]",
    "//aside",
    "//figcaption",
    "//form",
    "//button",
    "//dialog",
]
#: a page of fewer characters (an entry of a feed) holds nothing to search: one pass is enough
_SMALL = 3_000
# trafilatura's last resort for short texts makes one line of the paragraphs and the headline.
_OF_SMALL = use_config()
_OF_SMALL["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
#: fewer words than this, on a page that shows more, is a failed extraction
_LEAST_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read: `cleaned.alignment` and `cleaned.removed` count in the HTML source."""

    cleaned: Cleaned
    metadata: Metadata
    #: dates in the lines right above the text
    shown_dates: tuple[DateReading, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_html(source: str, *, title: str | None = None) -> Page | None:
    """The article of a decoded HTML source; None when there is no markup to read at all."""
    tree = _parse(source)
    if tree is None:
        return None
    metadata = read_metadata(tree)
    visible = VisibleText(source)
    body = _body(tree, small=len(source) < _SMALL)
    cleaned = clean(body, title=title or metadata.title)
    if len(cleaned.text.split()) >= _LEAST_WORDS or not _shows_more(visible, cleaned):
        dates = tuple(_shown_dates(visible, cleaned.text))
        return Page(cleaned=trace(cleaned, visible), metadata=metadata, shown_dates=dates)
    whole = clean(
        "\n\n".join(block.text for block in visible.blocks), title=title or metadata.title
    )
    notice = Notice(
        code="page-text",
        message="the markup did not show the article, so all the visible text was cleaned",
    )
    return Page(cleaned=trace(whole, visible), metadata=metadata, notices=(notice,))


def _shown_dates(visible: VisibleText, text: str) -> Iterator[DateReading]:
    first = visible.find(text.split("\n", 1)[0])
    above = [block for block in visible.blocks if first is not None and block.end <= first.start]
    for block in above[:-16:-1]:
        short = len(block.text.split()) <= 14 and not block.text.endswith((".", "!", "?"))
        if short and (is_date_line(block.text) or block.text.casefold().startswith("by ")):
            yield from find_dates(block.text, "header")


def _shows_more(visible: VisibleText, cleaned: Cleaned) -> bool:
    words = sum(len(block.text.split()) for block in visible.blocks if len(block.text.split()) >= 8)
    return words > 1.5 * len(cleaned.text.split())


def _parse(source: str) -> HtmlElement | None:
    # A comment left inside a paragraph makes trafilatura lose the breaks around it.
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _body(tree: HtmlElement, *, small: bool) -> str:
    """The paragraphs that trafilatura keeps, separated by blank lines; headings are left out."""
    try:
        found = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            prune_xpath=_PRUNED,
            fast=small,
            config=_OF_SMALL if small else DEFAULT_CONFIG,
        )
    except Exception:  # noqa: BLE001 - whatever it stumbles over, the visible text is still there
        return ""
    if found is None or isinstance(found, dict) or found.body is None:
        return ""
    paragraphs = [paragraph for element in found.body for paragraph in _paragraphs(element)]
    first = next((paragraph for paragraph in paragraphs if len(paragraph.split()) >= 8), "")
    return "\n\n".join([*find_standfirst(tree, first), *paragraphs])


def _paragraphs(element: HtmlElement) -> list[str]:
    if element.tag == "head":
        return []
    if element.tag in ("list", "table", "quote") and len(element):
        inner = [
            _line(element.text),
            *(p for child in element for p in [*_paragraphs(child), _line(child.tail)]),
        ]
        return [paragraph for paragraph in inner if paragraph]
    parts: list[str] = [""]
    for kind, text in _stream(element):
        if kind == "break":
            parts.append("")
        else:
            parts[-1] += text
    return [line for part in parts if (line := _line(part))]


def _stream(element: HtmlElement) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = [("text", element.text or "")]
    for child in element:
        if child.tag in ("lb", "item", "p", "row", "cell"):
            found.append(("break", ""))
        found += _stream(child)
        found.append(("text", child.tail or ""))
    return found


def _line(text: str | None) -> str:
    return " ".join((text or "").split(" ")).replace("\n", " ").strip() if text else ""


def header_of(page: Page) -> Header:
    """What the page says about its article: markup first, then its visible lines."""
    header = page.cleaned.header
    return replace(
        header,
        source=page.metadata.source or header.source,
        url=page.metadata.url or header.url,
        dates=(*page.metadata.dates, *page.shown_dates, *header.dates),
    )
