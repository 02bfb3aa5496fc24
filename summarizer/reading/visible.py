"""The visible text of an HTML source with the offset of every character: what a reader would see.

A scanner of our own instead of `html.parser`, because it must be linear on hostile markup and keep
offsets through entities. It never goes back: an unclosed quote in a tag reaches to the next quote,
as in a browser.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from summarizer.types import Span

__all__ = ["Block", "Run", "VisibleText", "compact"]

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl"
    " dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend"
    " li main menu nav ol option p pre section select summary table tbody td tfoot th thead"
    " time title tr ul".split()
)
#: nothing in these is text to read
_HIDDEN = frozenset("head iframe noscript object script style svg template textarea title".split())
#: up to their end tag, markup in these is none
_RAW = frozenset("iframe noscript script style textarea title".split())
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_WORD = re.compile(r"\S+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A visible paragraph: `[start, end)` of the compact text, and its words as one line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the compact text that stands at `[start, end)` of the source in one piece.

    It is an entity, and counts as a whole, when the source is not as long as the text.
    """

    length: int
    start: int
    end: int


class VisibleText:
    """What the source shows, without white space, and where each character of it stands."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.compact = ""
        self.blocks: list[Block] = []
        # Stretches of `compact` that stand in the source in one piece: where each begins in
        # `compact` and in the source, and how wide it is there.
        self._starts: array[int] = array("q")
        self._sources: array[int] = array("q")
        self._widths: array[int] = array("q")
        self._read()

    def find(self, text: str, after: int = 0) -> Span | None:
        """Where `text` stands in `compact` from `after` on, white space aside."""
        wanted = compact(text)
        at = self.compact.find(wanted, after) if wanted else -1
        return None if at < 0 else Span(start=at, end=at + len(wanted))

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The stretches that show `compact[start:end]`, in order."""
        place = bisect_right(self._starts, start) - 1
        while start < end:
            last = place + 1 == len(self._starts)
            until = len(self.compact) if last else self._starts[place + 1]
            begins, source, width = self._starts[place], self._sources[place], self._widths[place]
            stop = min(until, end)
            if until - begins == width:
                yield Run(stop - start, source + start - begins, source + stop - begins)
            else:
                yield Run(stop - start, source, source + width)
            start, place = stop, place + 1

    def _read(self) -> None:
        letters: list[str] = []
        words: list[str] = []
        length = block_start = 0
        for start, end in [*_stretches(self.source), (None, 0)]:
            if start is None:
                if length > block_start:
                    line = " ".join("".join(words).split())
                    self.blocks.append(Block(block_start, length, line))
                words, block_start = [], length
                continue
            for at, width, shown in _characters(self.source, start, end):
                words.append(shown)
                for plain in self._show(shown, at, width, length):
                    letters.append(plain)
                    length += len(plain)
        self.compact = "".join(letters)

    def _show(self, shown: str, at: int, width: int, length: int) -> Iterator[str]:
        """The words shown, each recorded with its place in the source."""
        for match in _WORD.finditer(shown):
            plain = _INVISIBLE.sub("", match.group())
            if plain:
                entity = width != len(shown)
                self._starts.append(length)
                self._sources.append(at if entity else at + match.start())
                self._widths.append(width if entity else len(match.group()))
                length += len(plain)
                yield plain


def compact(text: str) -> str:
    """The text without white space and invisible characters."""
    return "".join(_INVISIBLE.sub("", text).split())


def _characters(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Plain stretches and entities: offset, width in the source, what is shown."""
    at = start
    for match in _ENTITY.finditer(source, start, end):
        shown = unescape(match.group())
        if shown == match.group():
            continue
        if match.start() > at:
            yield at, match.start() - at, source[at : match.start()]
        yield match.start(), len(match.group()), shown
        at = match.end()
    if at < end:
        yield at, end - at, source[at:end]


def _stretches(source: str) -> Iterator[tuple[int, int] | tuple[None, int]]:
    """Stretches of shown text; (None, offset) where one paragraph ends."""
    hidden: str | None = None
    at = 0
    while at < len(source):
        tag = source.find("<", at)
        tag = len(source) if tag < 0 else tag
        if tag > at and hidden is None:
            yield at, tag
        if tag == len(source):
            break
        name, closing, at = _read_tag(source, tag)
        if name is None:
            if at == tag + 1 and hidden is None:  # a bare "<" in the text
                yield tag, at
            continue
        if name in _BLOCKS:
            yield None, tag
        hidden = _hidden_after(name, hidden, closing=closing)
        if name in _RAW and not closing:
            at = _end_of_raw(source, name, at)
            hidden = None if hidden == name else hidden
    yield None, at


def _hidden_after(name: str, hidden: str | None, *, closing: bool) -> str | None:
    if closing:
        return None if name == hidden else hidden
    if hidden == "head" and name == "body":
        return None
    return name if hidden is None and name in _HIDDEN else hidden


def _read_tag(source: str, start: int) -> tuple[str | None, bool, int]:
    """Name, whether it closes, and the offset behind the tag; no name for comments and bare `<`."""
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


_TAG_STOP = re.compile(r">|=\s*[\"']")


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


def _end_of_raw(source: str, name: str, at: int) -> int:
    match = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(source, at)
    return len(source) if match is None else match.end()
