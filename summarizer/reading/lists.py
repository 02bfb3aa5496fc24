"""Lists that belong to an article and that its extraction left out."""

from itertools import islice, takewhile

from lxml.html import HtmlElement

from summarizer.reading.blocks import page_lines
from summarizer.reading.visible import compact

__all__ = ["ITEM", "restore_lists"]

#: what stands before an item, as a text browser writes it; the rules for plain text know it
ITEM = "• "
_MOST_LISTS = 500
_MOST_ITEMS = 50
#: texts of an element that are looked at
_MOST_TEXTS = 200


def restore_lists(tree: HtmlElement, paragraphs: list[str]) -> list[str]:
    """The paragraphs, and behind those that end in a colon the list that follows on the page."""
    led = {compact(each): place for place, each in enumerate(paragraphs) if each[-1:] == ":"}
    found: dict[int, list[str]] = {}
    for element in islice(tree.iter("ul", "ol"), _MOST_LISTS) if led else ():
        place = led.get(compact(_text_before(element)))
        if place is not None and not _is_linked(element):
            found.setdefault(place, page_lines(element)[:_MOST_ITEMS])
    restored: list[str] = []
    standing = 0
    for place, paragraph in enumerate(paragraphs):
        if standing:
            standing -= 1
            continue
        restored.append(paragraph)
        items = found.get(place, [])
        rest = paragraphs[place + 1 : place + 1 + len(items)]
        if items and not (rest and rest[0].startswith(ITEM)):
            restored += [f"{ITEM}{item}" for item in items]
            standing = _standing(items, rest)
    return restored


def _standing(items: list[str], paragraphs: list[str]) -> int:
    """How many of the paragraphs, from the first on, are items."""
    known = {compact(item) for item in items}
    return sum(1 for _ in takewhile(lambda each: compact(each) in known, paragraphs))


def _text_before(element: HtmlElement) -> str:
    """The paragraph that ends in a colon right before the element; empty when there is none."""
    last, parent = element.getprevious(), element.getparent()
    text = (last.tail if last is not None else parent.text if parent is not None else None) or ""
    if not text.strip() and last is not None:
        text = _text(last)
    return text if text.rstrip().endswith(":") else ""


def _is_linked(element: HtmlElement) -> bool:
    """Whether the list leads elsewhere: most of its text are links."""
    linked = sum(len(_text(link)) for link in islice(element.iter("a"), _MOST_ITEMS))
    return linked > len(_text(element)) / 2


def _text(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), _MOST_TEXTS))
