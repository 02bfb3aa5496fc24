"""An HTML source as a tree, whatever is wrong with it, in a time that its size bounds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

__all__ = ["Parsed", "parse"]

#: the parser's time grows with the square of the attributes of one element: 100,000 took 21 s
_MOST_ATTRIBUTES = 500
#: the parser takes what stands in for frames as text, markup and all
_FRAMES = re.compile(r"<(/?)(?:noframes|frameset)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree, and whether it holds all of the source: the parser ends where it nests too deep."""

    tree: HtmlElement
    complete: bool


def parse(source: str, wide: Sequence[tuple[int, int]]) -> Parsed | None:
    """The tree of a source; None when there is no markup at all. `wide` are its very long tags."""
    # A comment left inside a paragraph makes trafilatura lose the breaks around it.
    parser = HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # or nesting of 256 elements and texts of 10 million characters end it
    )
    try:
        given = _unframed(_narrowed(source, wide))
        tree = document_fromstring(given.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return Parsed(tree, complete=not parser.error_log.filter_from_fatals())


def _unframed(source: str) -> str:
    framed = "</noframes" in source or "</NOFRAMES" in source
    return _FRAMES.sub(r"<\1div>", source) if framed else source


def _narrowed(source: str, wide: Sequence[tuple[int, int]]) -> str:
    """The source without the attributes of elements that have too many."""
    parts: list[str] = []
    at = 0
    for start, end in wide:
        if len(source[start:end].split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES:
            parts += [source[at:start], source[start:end].split(None, 1)[0], ">"]
            at = end
    return "".join([*parts, source[at:]]) if parts else source
