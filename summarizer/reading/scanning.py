"""An HTML source as its text nodes: one pass, linear on whatever comes, no tree."""

import re
from collections.abc import Iterator

from summarizer.reading.elements import BLOCKS, NO_TEXT

__all__ = ["text_nodes"]

_BLOCKS = BLOCKS | {"frameset", "head", "html", "time", "title"}
#: nothing in these is text to read
_HIDDEN = NO_TEXT | {"head", "textarea", "title"}
#: up to their end tag, markup in these is none
_RAW = frozenset("iframe script style textarea title".split())
#: a body begins, and a drawing ends, with one of these, as in a browser
_BODY = frozenset("article body div h1 h2 header main p section table".split())
#: a tag of fewer characters has not many attributes
_WIDE = 2_000
#: the tag as nearly everybody writes it; whatever else there is takes the slow way
_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?:[^<>\"'=]+|=\"[^\"]*\"|='[^']*'|=(?!\s*[\"']))*+>"
)
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_TAG_STOP = re.compile(r">|=\s*[\"']")
_RAW_ENDS = {name: re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE) for name in _RAW}


def text_nodes(source: str, wide: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches `[start, end)` of shown text, in order; `(offset, -1)` where a paragraph ends.

    Very long tags are noted in `wide`.
    """
    hidden: str | None = None
    at, end = 0, len(source)
    while at < end:
        tag = source.find("<", at)
        tag = end if tag < 0 else tag
        if tag > at and hidden is None:
            yield at, tag
        if tag == end:
            break
        name, closing, at = _read_tag(source, tag)
        if name is None:
            if at == tag + 1 and hidden is None:  # a bare "<" in the text
                yield tag, at
            continue
        if at - tag > _WIDE:
            wide.append((tag, at))
        if name in _BLOCKS:
            yield tag, -1
        hidden = _hidden_after(name, hidden, closing=closing)
        if name in _RAW and not closing:
            match = _RAW_ENDS[name].search(source, at)
            at = end if match is None else match.end()
            hidden = None if hidden == name else hidden
    yield at, -1


def _hidden_after(name: str, hidden: str | None, *, closing: bool) -> str | None:
    if closing:
        return None if name == hidden else hidden
    if hidden in ("head", "math", "svg") and name in _BODY:
        return None
    return name if hidden is None and name in _HIDDEN else hidden


def _read_tag(source: str, start: int) -> tuple[str | None, bool, int]:
    """Name, whether it closes, and the offset behind the tag; no name for comments and bare `<`."""
    usual = _TAG.match(source, start)
    if usual is not None:
        return usual[2].lower(), usual[1] == "/", usual.end()
    if source.startswith("<!--", start):
        end = source.find("-->", start + 2)
        return None, False, len(source) if end < 0 else end + 3
    if source.startswith(("<!", "<?"), start):
        end = source.find(">", start)
        return None, False, len(source) if end < 0 else end + 1
    match = _NAME.match(source, start + 1)
    if match is None:
        return None, False, start + 1
    return match.group(1).lower(), source[start + 1] == "/", _end_of_tag(source, match.end())


def _end_of_tag(source: str, at: int) -> int:
    while True:
        stop = _TAG_STOP.search(source, at)
        if stop is None:
            return len(source)
        if stop.group() == ">":
            return stop.end()
        closing = source.find(stop.group()[-1], stop.end())
        if closing < 0:
            return len(source)
        at = closing + 1
