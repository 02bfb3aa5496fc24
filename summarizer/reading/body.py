"""The paragraphs of the body that trafilatura makes of a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from summarizer.reading.line_breaks import join_pieces, wrap_width
from summarizer.reading.lists import ITEM
from summarizer.reading.prose import is_closed, is_prose

__all__ = ["body_paragraphs"]

_TABLES = frozenset(("table", "row", "cell"))
_BREAKS = _TABLES | {"head", "item", "list", "p", "quote"}


@dataclass(slots=True)
class _Part:
    """The texts between the beginnings and ends of two paragraphs."""

    item: bool = False
    cell: bool = False
    #: of each line, of which there are several where `<br>` stood
    lines: list[list[str]] = field(default_factory=lambda: [[]])


def body_paragraphs(body: Iterable[HtmlElement]) -> list[str]:
    """The paragraphs of its elements, items of lists marked; headings are left out.

    Of tables, cells that hold sentences are kept: a layout holds the article, data are no prose.
    """
    elements = [
        [(part, _pieces(part)) for part in _parts(element)]
        for element in body
        if element.tag != "head"
    ]
    width = wrap_width(pieces for parts in elements for _, pieces in parts)
    paragraphs: list[str] = []
    for parts in elements:
        led = bool(paragraphs) and paragraphs[-1].endswith(":")
        paragraphs += _paragraphs(parts, width, led=led)
    return paragraphs


def _paragraphs(
    parts: Sequence[tuple[_Part, list[str]]], width: int | None, *, led: bool
) -> Iterator[str]:
    """The paragraphs of an element.

    Items of a list are marked where a colon has `led` to them, or not all of them are sentences.
    """
    found = [
        (text, part.item and number == 0)
        for part, pieces in parts
        for number, text in enumerate(join_pieces(pieces, width))
        if not part.cell or is_prose(text)
    ]
    marked = led or any(item and not is_closed(text) for text, item in found)
    for text, item in found:
        yield f"{ITEM}{text}" if item and marked else text


def _parts(element: HtmlElement) -> Iterator[_Part]:
    if not len(element) and element.tag not in _TABLES:
        yield _Part(lines=[[element.text or ""]])
        return
    part = _Part()
    tables = 0
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        begins = event == "start"
        if each.tag in _TABLES:
            tables += 1 if begins else -1
        if each.tag in _BREAKS:
            empty = not any(part.lines)
            if not empty:
                yield part
            # a paragraph inside an item is the item
            part = _Part(item=begins and (_is_item(each) or (part.item and empty)), cell=tables > 0)
        elif each.tag == "lb" and begins:
            part.lines.append([])
        if begins and each.tag == "head":
            walk.skip_subtree()
            continue
        text = each.text if begins else each.tail if each is not element else None
        if text:
            part.lines[-1].append(text)
    yield part


def _is_item(element: HtmlElement) -> bool:
    """Whether it is an item of a list, and not of one that explains words."""
    return element.tag == "item" and not element.get("rend", "").startswith(("dt", "dd"))


def _pieces(part: _Part) -> list[str]:
    return ["".join(line).replace("\n", " ").strip() for line in part.lines]
