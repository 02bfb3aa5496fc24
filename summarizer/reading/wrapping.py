"""Paragraphs whose lines were broken: wrapped at a width, or where a page's links stood."""

import re
from itertools import pairwise

from summarizer.reading.lines import MARK, Line, joined

__all__ = ["unwrap"]

_FIRST_WORD = re.compile(r"\S+")
#: a line that ends in one of these goes on in the next one
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|but|by|for|from|in|of|on|or|our|than|that|the|their|to|was|were|with"
    r"|is|are|has|have|had|be|been|he|she|it|they|who|which|when|if|because|after|before|about|into|over"
    r"|under|between|against|during|his|her|its|will|would|could|not|so"
    r"|der|die|das|und|von|mit|le|la|les|de|du|des|et|el|los|y|del|il|di|e|o|het|een|van|en))$"
)
#: a bit of so many characters is no label
_LEAST_TOLD = 40
#: in words
_LONGEST_LINK = 8
#: nothing wider than this was wrapped by hand or by a mail program
_WIDEST_WRAP = 120


def unwrap(lines: list[Line]) -> list[Line]:
    """The paragraphs of a text whose lines were wrapped, or broken at its links."""
    width = _wrap_width(lines)
    paragraphs: list[list[Line]] = []
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if paragraphs and _continues(paragraphs[-1], line, following, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_join(paragraph) for paragraph in paragraphs]


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the text was wrapped; None when each paragraph is one line."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    full = sum(_overflows(a, b, width) for a, b in pairs)
    wrapped = width <= _WIDEST_WRAP and full >= 3 and full >= 0.6 * len(pairs)
    return width if wrapped else None


def _overflows(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room left in this one (some slack for hyphens)."""
    word = _FIRST_WORD.match(following.text)
    return len(line.text) + 1 + len(word.group() if word else "") > 0.9 * width


def _continues(
    paragraph: list[Line], line: Line, following: Line | None, width: int | None
) -> bool:
    last = paragraph[-1]
    if last.block != line.block or line.cell:
        return False
    if width is not None and _overflows(last, line, width):
        return True
    # A page's links, each on a line of its own, leave sentences in bits.
    if last.closed or last.text[-1] == ":":
        return False
    if _goes_on(line):
        return MARK.match(line.text) is not None or _told(paragraph) or _ends_told(line)
    open_end = _OPEN_END.search(last.text[-12:]) is not None
    if _is_link(line, following):
        return open_end or _told(paragraph)
    return open_end and _told(paragraph)


def _is_link(line: Line, following: Line | None) -> bool:
    """Whether it is a bit of a sentence that goes on behind it."""
    short = line.words <= _LONGEST_LINK and not line.closed
    return short and following is not None and following.block == line.block and _goes_on(following)


def _told(paragraph: list[Line]) -> bool:
    """Whether it is running text and no label: long enough, or joined already."""
    return len(paragraph) > 1 or len(paragraph[0].text) >= _LEAST_TOLD


def _ends_told(line: Line) -> bool:
    return line.closed and len(line.text) >= 2 * _LEAST_TOLD


def _goes_on(line: Line) -> bool:
    """Whether it begins in the middle of a sentence."""
    address = "://" in line.text[:12]
    return (line.text[0].islower() and not address) or MARK.match(line.text) is not None


def _join(paragraph: list[Line]) -> Line:
    if len(paragraph) == 1:
        return paragraph[0]
    first = paragraph[0]
    parts = tuple(part for line in paragraph for part in line.parts)
    text = joined([line.text for line in paragraph])
    return Line(parts, text, first.block, first.indent, first.cell)
