"""The lines of a parsed page as a reader sees them: our own reading, for where there is no other.

Linear in the size of the tree, and without recursion.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from summarizer.reading.pruning import is_hidden

__all__ = ["page_lines"]

_BREAKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav"
    " noframes noscript ol option p pre section select summary table tbody td tfoot th thead tr"
    " ul".split()
)
_NO_TEXT = frozenset(
    "head script style svg template iframe object embed canvas audio video math textarea"
    " title".split()
)
_AROUND = frozenset("aside button dialog figcaption footer nav noscript".split())
_BLANK_LINE = re.compile(r"\n\s*\n")


def page_lines(root: HtmlElement, *, whole: bool = False) -> list[str]:
    """The paragraphs of `root`, each as one line.

    Menus, footers, captions, hidden elements and what stands in for scripts are left out unless
    `whole` asks for everything.
    """
    lines: list[str] = []
    parts: list[str] = []
    for kind, text in _stream(root, whole=whole):
        if kind == "text":
            parts.append(text)
        elif parts:
            _flush(parts, lines)
    _flush(parts, lines)
    return lines


def _stream(root: HtmlElement, *, whole: bool) -> Iterator[tuple[str, str]]:
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        broken = element.tag in _BREAKS
        if event == "start":
            if element is not root and _skipped(element, whole=whole):
                walk.skip_subtree()
                continue
            if broken:
                yield "break", ""
            if element.text:
                text = element.text
                yield from _preformatted(text) if element.tag == "pre" else [("text", text)]
            continue
        if broken:
            yield "break", ""
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


def _flush(parts: list[str], lines: list[str]) -> None:
    line = " ".join("".join(parts).split())
    if line:
        lines.append(line)
    parts.clear()
