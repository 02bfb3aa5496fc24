"""The paragraphs that trafilatura finds in a parsed page, repaired where it runs them together.

trafilatura's own metadata is not used: it guesses dates.
"""

import logging
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import DEFAULT_CONFIG, Extractor, use_config

from summarizer.reading.blocks import page_lines
from summarizer.reading.visible import compact

__all__ = ["LEAST_PROSE", "extract_paragraphs", "is_prose", "is_too_large"]

# It logs a warning for every page without an article; ours is an error that names the page.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

#: a page of fewer characters (an entry of a feed) holds nothing to search: one pass is enough
_SMALL = 3_000
# trafilatura's last resort for short texts makes one line of the paragraphs and the headline.
_CONFIG_OF_SMALL = use_config()
_CONFIG_OF_SMALL["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
_OPTIONS = Extractor(comments=False, config=DEFAULT_CONFIG)
_OPTIONS_OF_SMALL = Extractor(comments=False, fast=True, config=_CONFIG_OF_SMALL)
#: a line, and the cell of a table, of as many words is prose
LEAST_PROSE = 8
#: a paragraph of more words may be several that were run together
_LONG = 200
#: the search takes some 70 microseconds and several copies for each element
_MOST_ELEMENTS = 50_000
_BREAKS = frozenset(("lb", "item", "p", "row", "cell"))
_NESTED = frozenset(("list", "table", "quote", "row", "cell"))


def is_too_large(tree: HtmlElement) -> bool:
    """Whether the search for the article would take too long."""
    return bool(tree.xpath(f"count(//*) > {_MOST_ELEMENTS}"))


def is_prose(line: str) -> bool:
    """Whether the line may be running text, and no label, number or link."""
    return len(line.split()) >= LEAST_PROSE or line.endswith((".", "!", "?", "…", "”", '"'))


def extract_paragraphs(tree: HtmlElement, *, size: int) -> list[str]:
    """The paragraphs of a page whose source has `size` characters; headings are left out.

    Of tables, cells that hold sentences are kept: a layout holds the article, data are no prose.
    """
    try:
        found = trafilatura.bare_extraction(
            tree, options=_OPTIONS_OF_SMALL if size < _SMALL else _OPTIONS
        )
    except Exception:  # noqa: BLE001 - whatever it stumbles over, the page's lines are still there
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    paragraphs = [paragraph for element in found.body for paragraph in _paragraphs(element)]
    if len(paragraphs) == 1 or any(len(paragraph.split()) > _LONG for paragraph in paragraphs):
        return list(_parted(paragraphs, page_lines(tree, whole=True)))
    return paragraphs


def _paragraphs(element: HtmlElement) -> Iterator[str]:
    if element.tag == "head":
        return
    cell = element.tag in ("row", "cell", "table")
    if element.tag in _NESTED and len(element):
        inner = [_line(element.text)]
        for child in element:
            inner += [*_paragraphs(child), _line(child.tail)]
        yield from (each for each in inner if each and not (cell and not is_prose(each)))
        return
    parts: list[list[str]] = [[]]
    for text in _stream(element):
        if text is None:
            parts.append([])
        else:
            parts[-1].append(text)
    for part in parts:
        line = _line("".join(part))
        if line and not (cell and not is_prose(line)):
            yield line


def _stream(element: HtmlElement) -> Iterator[str | None]:
    """The texts inside the element in order; None where a line ends."""
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if each is not element and each.tag in _BREAKS:
                yield None
            yield each.text or ""
        elif each is not element:
            yield each.tail or ""


def _line(text: str | None) -> str:
    return text.replace("\n", " ").strip() if text else ""


def _parted(paragraphs: list[str], lines: list[str]) -> Iterator[str]:
    """The paragraphs, those that are several whole lines of the page one after another parted."""
    places = {compact(line): place for place, line in reversed(list(enumerate(lines)))}
    starts: dict[str, list[int]] = {}
    for plain, place in places.items():
        starts.setdefault(plain[:20], []).append(place)
    for paragraph in paragraphs:
        plain = compact(paragraph)
        runs = (_run(plain, lines, place) for place in starts.get(plain[:20], ()))
        yield from next((run for run in runs if len(run) > 1), [paragraph])


def _run(plain: str, lines: list[str], place: int) -> list[str]:
    """The lines from `place` on that make up `plain`; none when they do not."""
    found: list[str] = []
    at = 0
    while at < len(plain) and place < len(lines):
        line = compact(lines[place])
        if not plain.startswith(line, at):
            return []
        found.append(lines[place])
        at += len(line)
        place += 1
    return found if at == len(plain) else []
