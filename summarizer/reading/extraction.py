"""The paragraphs that trafilatura finds in a parsed page, repaired where it runs them together.

trafilatura's own metadata is not used: it guesses dates.
"""

import logging
from collections.abc import Iterator
from itertools import islice

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import DEFAULT_CONFIG, Extractor, use_config

from summarizer.reading.blocks import page_lines
from summarizer.reading.body import body_paragraphs
from summarizer.reading.elements import BLOCKS
from summarizer.reading.lists import restore_lists
from summarizer.reading.prose import has_words
from summarizer.reading.visible import compact

__all__ = ["TOO_DEEP", "extract_paragraphs", "why_not_searched"]

TOO_DEEP = "the markup nests too deep to be understood"

# It logs a warning for every page without an article; ours is an error that names the page.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

#: a page of fewer characters (an entry of a feed) holds nothing to search: one pass is enough
_SMALL = 3_000
# trafilatura's last resort for short texts makes one line of the paragraphs and the headline.
_CONFIG_OF_SMALL = use_config()
_CONFIG_OF_SMALL["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
_OPTIONS = Extractor(comments=False, config=DEFAULT_CONFIG)
# Its fallbacks step in for what is less than half of the page's text, or next to nothing.
_FAST = Extractor(comments=False, fast=True, config=DEFAULT_CONFIG)
_LEAST_TEXT = 500
#: a fallback compares each short paragraph with all short ones around it: 6,000 take up to 2.4 s,
#: 24,000 took 37 s
_MOST_BLOCKS = 5_000
_OPTIONS_OF_SMALL = Extractor(comments=False, fast=True, config=_CONFIG_OF_SMALL)
#: a paragraph of as many words may be several that were run together
_LONG = 200
#: the search takes some 70 microseconds and several copies for each element
_IS_LARGE = etree.XPath("count(//*) > 50000")
#: it looks at what is around each element: 2,000 in each other took 18 s
_IS_DEEP = etree.XPath(f"boolean({'/*' * 257})")


def why_not_searched(tree: HtmlElement) -> str | None:
    """Why the search for the article would take too long; None when it would not."""
    if _IS_LARGE(tree):
        return "the page is too large to search it for the article"
    if _IS_DEEP(tree):
        return TOO_DEEP
    return None


def extract_paragraphs(tree: HtmlElement, *, size: int) -> list[str]:
    """The paragraphs of a page whose source has `size` characters; headings are left out.

    Of tables, cells that hold sentences are kept: a layout holds the article, data are no prose.
    """
    paragraphs = _extract(tree, size)
    long = len(paragraphs) == 1 or any(map(_is_long, paragraphs))
    if long or any(map(_is_double, tree.iter("br"))):
        paragraphs = list(_parted(paragraphs, page_lines(tree, whole=True)))
    return restore_lists(tree, paragraphs)


def _extract(tree: HtmlElement, size: int) -> list[str]:
    """What trafilatura finds, with no more of its fallbacks than can change it."""
    if size < _SMALL:
        return _searched(tree, _OPTIONS_OF_SMALL)
    if sum(1 for _ in islice(tree.iter(*BLOCKS), _MOST_BLOCKS + 1)) > _MOST_BLOCKS:
        return _searched(tree, _FAST)
    half = len(tree.text_content()) / 2
    if sum(len(each.text_content()) for each in tree.iter("p")) > half:
        found = _searched(tree, _FAST)
        if sum(map(len, found)) > max(half, _LEAST_TEXT):
            return found
    return _searched(tree, _OPTIONS)


def _is_long(paragraph: str) -> bool:
    return len(paragraph) > 2 * _LONG and has_words(paragraph, _LONG)


def _is_double(line_break: HtmlElement) -> bool:
    """Whether another `<br>` follows, which trafilatura drops."""
    following = line_break.getnext()
    return following is not None and following.tag == "br" and not (line_break.tail or "").strip()


def _searched(tree: HtmlElement, options: Extractor) -> list[str]:
    try:
        found = trafilatura.bare_extraction(tree, options=options)
    except Exception:  # noqa: BLE001 - whatever it stumbles over, the page's lines are still there
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return body_paragraphs(found.body)


def _parted(paragraphs: list[str], lines: list[str]) -> Iterator[str]:
    """The paragraphs, those that are several whole lines of the page one after another parted."""
    places = {compact(line): place for place, line in reversed(list(enumerate(lines)))}
    starts: dict[str, list[int]] = {}
    for plain, place in places.items():
        starts.setdefault(plain[:20], []).append(place)
    for paragraph in paragraphs:
        plain = compact(paragraph)
        beginnings = (plain[:length] for length in range(1, 21))
        runs = (_run(plain, lines, place) for each in beginnings for place in starts.get(each, ()))
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
