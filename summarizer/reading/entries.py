"""A page of several dated parts: the entries of a liveblog, or articles one below another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from summarizer.reading.blocks import page_lines
from summarizer.reading.dates import read_date
from summarizer.reading.elements import is_aside, names
from summarizer.reading.linked import Linked, is_of_type
from summarizer.reading.prose import LEAST_PROSE, is_prose
from summarizer.reading.visible import VisibleText
from summarizer.types import PublicationDate

__all__ = ["Entries", "Entry", "find_entries"]

_MOST_TIMES = 5_000
_LEAST_ENTRIES = 3
_LEAST_ARTICLES = 2
#: words that a whole article has on average, and a teaser has not
_LEAST_WORDS = 40
_CONTAINERS = frozenset(("article", "div", "li", "section"))
_LIVE = ("liveblog", "live-blog", "live_blog", "live-update", "liveupdate", "live-feed")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a page: its paragraphs, and when it was written."""

    date: PublicationDate | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The parts of a page in its order."""

    entries: tuple[Entry, ...]
    #: articles of their own, and no entries of one
    separate: bool = False


def find_entries(
    tree: HtmlElement, linked: Sequence[Linked], visible: VisibleText
) -> Entries | None:
    """The entries of a page that has several; None for a page of one article."""
    live = next((item for item in linked if is_of_type(item, "liveblogposting")), None)
    marked = _marked(tree)
    entries = tuple(entry for each in marked if (entry := _read(each)).lines)
    stated = () if live is None else tuple(_in_order(_stated(live), visible))
    if len(stated) >= _LEAST_ARTICLES and _words(entries) < _words(stated) / 2:
        return Entries(stated)
    if not entries:
        return None
    if live is not None or any(word in names(marked[0], 4) for word in _LIVE):
        return Entries(entries) if len(entries) >= _LEAST_ARTICLES else None
    separate = all(each.tag == "article" and _has_heading(each) for each in marked)
    enough = _LEAST_ARTICLES if separate else _LEAST_ENTRIES
    if len(entries) < enough or not _is_main(tree, entries):
        return None
    if separate and min(_words((entry,)) for entry in entries) < _LEAST_WORDS:
        return None
    return Entries(entries, separate=separate)


def _marked(tree: HtmlElement) -> list[HtmlElement]:
    """Elements of one kind beside each other, each with a time and a paragraph; the most wordy."""
    best: list[HtmlElement] = []
    seen: set[tuple[HtmlElement, str]] = set()
    for time in islice(tree.iter("time"), _MOST_TIMES):
        if not time.get("datetime"):
            continue
        for around in islice(time.iterancestors(), 8):
            parent = around.getparent()
            if parent is None or (parent, around.tag) in seen:
                break
            if around.tag in _CONTAINERS:
                seen.add((parent, around.tag))
                alike = _alike(around, parent)
                if len(alike) > len(best):
                    best = alike
    return best


def _alike(element: HtmlElement, parent: HtmlElement) -> list[HtmlElement]:
    if is_aside(element, 4):
        return []
    same = [
        each
        for each in parent.iterchildren(element.tag)
        if _first_class(each) == _first_class(element)
    ]
    if len(same) < _LEAST_ARTICLES:
        return []
    return [each for each in same if _time(each) is not None and any(_prose(each))]


def _first_class(element: HtmlElement) -> str:
    return next(iter((element.get("class") or "").split()), "")


def _time(element: HtmlElement) -> str | None:
    return next((t.get("datetime") for t in element.iter("time") if t.get("datetime")), None)


def _has_heading(element: HtmlElement) -> bool:
    return next(element.iter("h1", "h2", "h3"), None) is not None


def _prose(element: HtmlElement) -> Iterator[str]:
    for part in element.iter("p", "li", "blockquote"):
        if len(" ".join(part.itertext()).split()) >= LEAST_PROSE:
            yield "prose"


def _read(element: HtmlElement) -> Entry:
    headings = {
        " ".join("".join(h.itertext()).split()) for h in element.iter("h1", "h2", "h3", "h4")
    }
    lines = [each for each in page_lines(element) if each not in headings]
    prose = [each for each in lines if is_prose(each)]
    return Entry(_date(_time(element)), tuple(prose))


def _date(value: object) -> PublicationDate | None:
    found = read_date(value, "metadata") if isinstance(value, str) else []
    if not found:
        return None
    best = found[0]
    return PublicationDate(value=best.value, precision=best.precision, origin=best.origin)


def _stated(live: Linked) -> Iterator[Entry]:
    updates = live.get("liveBlogUpdate")
    for update in islice(updates if isinstance(updates, list) else [updates], _MOST_TIMES):
        body = update.get("articleBody") if isinstance(update, dict) else None
        if isinstance(update, dict) and isinstance(body, str) and body.strip():
            yield Entry(_date(update.get("datePublished")), tuple(_lines(body)))


def _lines(body: str) -> list[str]:
    """The paragraphs of a text that may be markup."""
    if "<" in body:
        try:
            return page_lines(fragment_fromstring(body, create_parent="div"))
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            pass
    return [" ".join(line.split()) for line in body.splitlines() if line.strip()]


def _in_order(entries: Iterator[Entry], visible: VisibleText) -> list[Entry]:
    """As the page shows them; as they are listed when it does not show them all."""
    listed = [entry for entry in entries if entry.lines]
    spans = [visible.find(entry.lines[0]) for entry in listed]
    places = [span.start for span in spans if span is not None]
    if len(places) < len(listed):
        return listed
    return [
        entry for _, entry in sorted(zip(places, listed, strict=True), key=lambda pair: pair[0])
    ]


def _words(entries: tuple[Entry, ...]) -> int:
    return sum(len(line.split()) for entry in entries for line in entry.lines)


def _is_main(tree: HtmlElement, entries: tuple[Entry, ...]) -> bool:
    """Whether the entries are most of the page's prose, and no list beside its article."""
    paragraphs = (" ".join("".join(each.itertext()).split()) for each in tree.iter("p"))
    total = sum(len(text.split()) for text in paragraphs if len(text.split()) >= LEAST_PROSE)
    return _words(entries) >= 0.6 * total
