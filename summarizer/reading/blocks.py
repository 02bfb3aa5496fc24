"""The lines of a parsed page as a reader sees them: our own reading, for where there is no other.

Linear in the size of the tree, and without recursion.
"""

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree
from lxml.html import HtmlElement

from summarizer.reading.elements import AROUND, BLOCKS, NO_TEXT
from summarizer.reading.line_breaks import join_pieces, wrap_width
from summarizer.reading.pruning import is_hidden

__all__ = ["page_lines"]

_NO_TEXT = NO_TEXT | {"head", "textarea", "title"}
_AROUND = AROUND | {"noscript"}
_BLANK_LINE = re.compile(r"\n\s*\n")


def page_lines(root: HtmlElement, *, whole: bool = False) -> list[str]:
    """The paragraphs of `root`, as one line each where no `<br>` makes lines of its own.

    Menus, footers, captions, hidden elements and what stands in for scripts are left out unless
    `whole` asks for everything.
    """
    broken = next(root.iter("br"), None) is not None
    width = wrap_width(_paragraphs(root, whole=whole)) if broken else None
    paragraphs = _paragraphs(root, whole=whole)
    return [line for pieces in paragraphs for line in join_pieces(pieces, width)]


def _paragraphs(root: HtmlElement, *, whole: bool) -> Iterator[list[str]]:
    """What stands between the `<br>` of each paragraph."""
    pieces: list[list[str]] = [[]]
    for kind, text in chain(_stream(root, whole=whole), [("break", "")]):
        if kind == "text":
            pieces[-1].append(text)
        elif kind == "line":
            pieces.append([])
        elif pieces != [[]]:
            yield [" ".join("".join(texts).split()) for texts in pieces]
            pieces = [[]]


def _stream(root: HtmlElement, *, whole: bool) -> Iterator[tuple[str, str]]:
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        broken = element.tag in BLOCKS
        if event == "start":
            if element is not root and _skipped(element, whole=whole):
                walk.skip_subtree()
                continue
            if broken and element.tag != "br":
                yield "break", ""
            if element.text:
                text = element.text
                yield from _preformatted(text) if element.tag == "pre" else [("text", text)]
            continue
        if broken:
            yield "line" if element.tag == "br" else "break", ""
        if element.tail and element is not root:
            yield "text", element.tail


def _skipped(element: HtmlElement, *, whole: bool) -> bool:
    if element.tag in _NO_TEXT:
        return True
    return not whole and (element.tag in _AROUND or is_hidden(element))


def _preformatted(text: str) -> Iterator[tuple[str, str]]:
    for paragraph in _BLANK_LINE.split(text):
        yield "text", paragraph
        yield "break", ""
