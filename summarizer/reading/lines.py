"""The lines of a plain text as the cleaning rules see them: trimmed, with offsets, unwrapped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest

from summarizer.reading.seams import find_seams
from summarizer.types import RemovedText

__all__ = ["Line", "Part", "split_lines"]

#: a stretch `[start, end)` of the given text
Part = tuple[int, int]

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
#: placeholders that a publishing system should have filled in, and tags that a page shows as text
_TOKEN = re.compile(
    r"(?P<template>\{\{[^{}\n]{1,60}\}\}|\[\[[^\[\]\n]{1,60}\]\]|%%[^%\n]{1,60}%%|\{[a-z_]{2,30}\})"
    r"|(?P<markup></?(?:a|b|br|div|em|font|h[1-6]|i|iframe|img|li|p|script|span|strong|table|td|tr|ul)"
    r"(?:\s[^<>\n]{0,1000})?/?>)"
)
_TOKENS = {"template": "template-token", "markup": "markup"}
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔][\"'”’»›)\]*\u00a0 ]*$")
_INNER_END = re.compile(r"[a-zà-ÿ\d)]{2}[.!?…][\"”’)]*\s+[\"“‘(]?[A-ZÀ-Þ]|[.!?…][\"”’)]*\s+[—–-]")
_FIRST_WORD = re.compile(r"\S+")
#: a line that ends in one of these goes on in the next one
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|but|by|for|from|in|of|on|or|our|than|that|the|their|to|was|were|with"
    r"|is|are|has|have|had|be|been|he|she|it|they|who|which|when|if|because|after|before|about|into|over"
    r"|under|between|against|during|his|her|its|will|would|could|not|so"
    r"|der|die|das|und|von|mit|le|la|les|de|du|des|et|el|los|y|del|il|di|e|o|het|een|van|en))$"
)
#: marks with which no line begins, unless what they follow stands on the line before
_MARK = re.compile(r"[,;.)][\s\"”’]\S|['’]s\s|[,;][^\W\d]")
#: a bit of so many characters is no label
_LEAST_TOLD = 40
#: in words
_LONGEST_LINK = 8
#: what stands between the columns of a page that a text browser laid out
_GUTTER = re.compile(r"[ \u00a0]{6,}")
#: so many lines with one make a page of columns
_LEAST_GUTTERS = 3
#: nothing wider than this was wrapped by hand or by a mail program
_WIDEST_WRAP = 120


@dataclass(frozen=True)
class Line:
    """A paragraph of the given text: one line, or several that were wrapped."""

    #: the trimmed stretches that make it up; joined by one space each
    parts: tuple[Part, ...]
    text: str
    #: lines without a blank line between them share a block
    block: int
    #: white space in front of it
    indent: int
    #: whether other columns of the page stand beside it
    cell: bool = False

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.parts[-1][1]

    @cached_property
    def words(self) -> int:
        """White-space tokens; in scripts without spaces six characters count as one."""
        return max(len(self.text.split()), len(self.text) // 12)

    @cached_property
    def closed(self) -> bool:
        """Whether it ends like a sentence."""
        return _SENTENCE_END.search(self.text[-12:]) is not None

    @property
    def ends_inside(self) -> bool:
        """Whether a sentence ends before its end."""
        return _INNER_END.search(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it must be running text: it ends like a sentence and is no mere phrase."""
        return self.closed and self.words >= 8

    @cached_property
    def key(self) -> str:
        """Its letters and digits, to tell that two lines say the same."""
        return "".join(filter(str.isalnum, self.text.casefold()))


def split_lines(text: str) -> tuple[list[Line], list[RemovedText]]:
    """The lines that hold something, and the template tokens that were cut out of them."""
    lines: list[Line] = []
    tokens: list[RemovedText] = []
    block = 0
    written = list(_written_lines(text))
    gutters = [list(_gutters(text, start, end)) for start, end in written]
    columns = sum(map(bool, gutters)) >= _LEAST_GUTTERS
    for (start, end), gaps in zip(written, gutters, strict=True):
        line, cut = _read_line(text, start, end, block)
        tokens += cut
        if line is None:
            block += not cut
        elif columns and gaps and not cut:
            lines += _cells(text, line, gaps)
            block += 1
        else:
            parts = list(_at_seams(text, line))
            lines += parts
            block += len(parts) - 1
    return _unwrap(lines), tokens


def _at_seams(text: str, line: Line) -> Iterator[Line]:
    """The things that a line holds, each in a block of its own."""
    seams = find_seams(line.text)
    if not seams:
        yield line
        return
    block = line.block
    for start, end in pairwise([0, *seams, len(line.text)]):
        parts = tuple(_stretch_of(text, line, start, end))
        if parts:
            words = " ".join(text[a:b] for a, b in parts)
            yield Line(parts, words, block, line.indent)
            block += 1


def _stretch_of(text: str, line: Line, start: int, end: int) -> Iterator[Part]:
    """The stretches of the given text behind `line.text[start:end]`."""
    at = 0
    for first, last in line.parts:
        low, high = max(start - at, 0), min(end - at, last - first)
        part = _trim(text, first + low, first + high) if low < high else None
        if part is not None:
            yield part
        at += last - first + 1


def _written_lines(text: str) -> Iterator[Part]:
    start = 0
    for stop in _BREAK.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _gutters(text: str, start: int, end: int) -> Iterator[Part]:
    """Wide gaps inside the written line: not at its ends."""
    part = _trim(text, start, end)
    if part is not None:
        yield from (match.span() for match in _GUTTER.finditer(text, *part))


def _cells(text: str, line: Line, gaps: list[Part]) -> Iterator[Line]:
    """What stands in each column; cells share the line's block and are indented by their column."""
    first = line.start - line.indent
    borders = [line.start, *(at for gap in gaps for at in gap), line.end]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        yield Line(((start, end),), text[start:end], line.block, start - first, cell=True)


def _read_line(
    text: str, start: int, end: int, block: int
) -> tuple[Line | None, list[RemovedText]]:
    tokens = [
        RemovedText(text=match.group(), rule=_TOKENS[match.lastgroup or ""], start=match.start())
        for match in _TOKEN.finditer(text, start, end)
    ]
    borders = [start, *(at for t in tokens for at in (t.start, t.start + len(t.text))), end]
    stretches = zip(borders[::2], borders[1::2], strict=True)
    parts = [part for part in (_trim(text, *stretch) for stretch in stretches) if part is not None]
    if not parts:
        return None, tokens
    words = " ".join(text[a:b] for a, b in parts)
    return Line(tuple(parts), words, block, parts[0][0] - start), tokens


def _trim(text: str, start: int, end: int) -> Part | None:
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = start + len(stretch.rstrip())
    return (left, right) if left < right else None


def _unwrap(lines: list[Line]) -> list[Line]:
    width = _wrap_width(lines)
    paragraphs: list[list[Line]] = []
    for line, following in zip_longest(lines, lines[1:]):
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
        return _MARK.match(line.text) is not None or _told(paragraph) or _ends_told(line)
    if _OPEN_END.search(last.text[-12:]) is not None:
        return _told(paragraph)
    link = following is not None and following.block == line.block and _goes_on(following)
    return link and _told(paragraph) and line.words <= _LONGEST_LINK and not line.closed


def _told(paragraph: list[Line]) -> bool:
    """Whether it is long enough to be running text, and no label."""
    return sum(len(part.text) for part in paragraph) >= _LEAST_TOLD


def _ends_told(line: Line) -> bool:
    return line.closed and len(line.text) >= 2 * _LEAST_TOLD


def _goes_on(line: Line) -> bool:
    """Whether it begins in the middle of a sentence."""
    address = "://" in line.text[:12]
    return (line.text[0].islower() and not address) or _MARK.match(line.text) is not None


def _join(paragraph: list[Line]) -> Line:
    if len(paragraph) == 1:
        return paragraph[0]
    first = paragraph[0]
    parts = tuple(part for line in paragraph for part in line.parts)
    text = " ".join(line.text for line in paragraph)
    return Line(parts, text, first.block, first.indent, first.cell)
