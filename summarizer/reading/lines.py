"""The lines of a plain text as the cleaning rules see them: trimmed, with offsets, unwrapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from summarizer.reading.seams import find_seams
from summarizer.text.stops import STOPS
from summarizer.types import RemovedText

__all__ = ["MARK", "Line", "Part", "joined", "split_lines"]

#: a stretch `[start, end)` of the given text
Part = tuple[int, int]

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
#: placeholders that a publishing system should have filled in, and tags that a page shows as text
_TOKEN = re.compile(
    r"(?P<template>\{\{[^{}\n]{1,60}\}\}|\[\[[^\[\]\n]{1,60}\]\]|%%[^%\n]{1,60}%%|\{[a-z_]{2,30}\})"
    r"|(?P<markup></?(?:a|b|br|div|em|font|h[1-6]|i|iframe|img|li|p|script|span|strong|table|td|tr|ul)"
    r"(?:\s[^<>\n]{0,1000})?/?>)"
)
_TOKEN_MARK = re.compile(r"[{%<]|\[\[")
_TOKENS = {"template": "template-token", "markup": "markup"}
_SENTENCE_END = re.compile(rf"[{STOPS}][\"'”’»›)\]*\u00a0 ]*$")
_INNER_END = re.compile(r"[a-zà-ÿ\d)]{2}[.!?…][\"”’)]*\s+[\"“‘(]?[A-ZÀ-Þ]|[.!?…][\"”’)]*\s+[—–-]")
#: marks with which nothing begins, unless what they follow stands before
MARK = re.compile(r"[,;.)][\s\"”’]\S|['’]s\s|[,;][^\W\d]")
#: what stands between the columns of a page that a text browser laid out
_GUTTER = re.compile(r"[ \u00a0]{6,}")
#: so many lines with one make a page of columns
_LEAST_GUTTERS = 3


@dataclass(frozen=True)
class Line:
    """A paragraph of the given text: one line, or several that were wrapped."""

    #: the trimmed stretches that make it up
    parts: tuple[Part, ...]
    #: the stretches, `joined`
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


def joined(parts: Sequence[str]) -> str:
    """The parts with a space between, but for those that begin with a mark of what is before."""
    between = (part if MARK.match(part) else f" {part}" for part in parts[1:])
    return "".join([*parts[:1], *between])


def split_lines(text: str) -> tuple[list[Line], list[RemovedText]]:
    """The lines that hold something, and the template tokens that were cut out of them."""
    lines: list[Line] = []
    tokens: list[RemovedText] = []
    block = 0
    written = list(_written_lines(text))
    wide = _GUTTER.search(text) is not None
    gutters = [_gutters(text, start, end) if wide else [] for start, end in written]
    columns = sum(map(bool, gutters)) >= _LEAST_GUTTERS
    marked = _TOKEN_MARK.search(text) is not None
    for (start, end), gaps in zip(written, gutters, strict=True):
        cut = list(_tokens(text, start, end)) if marked else []
        line = _read_line(text, (start, end), cut, block)
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
    return lines, tokens


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
            words = joined([text[a:b] for a, b in parts])
            yield Line(parts, words, block, line.indent)
            block += 1


def _stretch_of(text: str, line: Line, start: int, end: int) -> Iterator[Part]:
    """The stretches of the given text behind `line.text[start:end]`."""
    at = 0
    for number, (first, last) in enumerate(line.parts):
        at += number > 0 and MARK.match(text, first, last) is None
        low, high = max(start - at, 0), min(end - at, last - first)
        part = _trim(text, first + low, first + high) if low < high else None
        if part is not None:
            yield part
        at += last - first


def _written_lines(text: str) -> Iterator[Part]:
    start = 0
    for stop in _BREAK.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _gutters(text: str, start: int, end: int) -> list[Part]:
    """Wide gaps inside the written line: not at its ends."""
    part = _trim(text, start, end) if _GUTTER.search(text, start, end) else None
    return [] if part is None else [match.span() for match in _GUTTER.finditer(text, *part)]


def _cells(text: str, line: Line, gaps: list[Part]) -> Iterator[Line]:
    """What stands in each column; cells share the line's block and are indented by their column."""
    first = line.start - line.indent
    borders = [line.start, *(at for gap in gaps for at in gap), line.end]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        yield Line(((start, end),), text[start:end], line.block, start - first, cell=True)


def _tokens(text: str, start: int, end: int) -> Iterator[RemovedText]:
    for match in _TOKEN.finditer(text, start, end):
        rule = _TOKENS[match.lastgroup or ""]
        yield RemovedText(text=match.group(), rule=rule, start=match.start())


def _read_line(text: str, written: Part, tokens: list[RemovedText], block: int) -> Line | None:
    """What is written there, without the tokens; None when that is nothing."""
    cuts = [at for token in tokens for at in (token.start, token.start + len(token.text))]
    borders = [written[0], *cuts, written[1]]
    stretches = zip(borders[::2], borders[1::2], strict=True)
    parts = [part for part in (_trim(text, *stretch) for stretch in stretches) if part is not None]
    if not parts:
        return None
    words = joined([text[a:b] for a, b in parts])
    return Line(tuple(parts), words, block, parts[0][0] - written[0])


def _trim(text: str, start: int, end: int) -> Part | None:
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = start + len(stretch.rstrip())
    return (left, right) if left < right else None
