"""The visible text of an HTML source with the offset of every character: what a reader would see.

A scanner of our own instead of `html.parser`, because it must be linear on hostile markup and keep
offsets through entities. It never goes back: an unclosed quote in a tag reaches to the next quote,
as in a browser. What it keeps is a stretch for each text node; words are told apart only where
somebody asks for them, which is a small part of a page.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from summarizer.reading.scanning import text_nodes
from summarizer.types import Span

__all__ = ["SHOWN", "UNSEEN", "Block", "Run", "VisibleText", "compact", "visibly"]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
#: soft hyphens, zero-width characters, and marks of the writing direction
_NO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{_NO_WIDTH}]")
#: a word without these
SHOWN = re.compile(f"[^\\s{_NO_WIDTH}]+")
UNSEEN = re.compile(f"[\\s{_NO_WIDTH}]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A visible paragraph: `[start, end)` of the compact text."""

    start: int
    end: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words as one line."""
        return " ".join("".join(self.parts).split())


class Run(NamedTuple):
    """Some of the compact text, and where it stands: `[start, end)` of the source.

    `length` counts compact characters. An entity counts as a whole: `entity` is what it shows.
    """

    length: int
    start: int
    end: int
    entity: bool = False


class VisibleText:
    """What the source shows, without white space, and where each character of it stands."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.compact = ""
        self.blocks: list[Block] = []
        #: tags `[start, end)` of the source that are very long
        self.wide: list[tuple[int, int]] = []
        # For each stretch of shown text: where it begins in `compact`, and its place in the source.
        self._starts: array[int] = array("q")
        self._sources: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._entities: set[int] = set()
        self._block_starts: set[int] = set()
        self._read()

    def find(self, text: str, after: int = 0, until: int | None = None) -> Span | None:
        """Where `text` stands in `compact` between `after` and `until`, white space aside."""
        wanted = compact(text)
        at = self.compact.find(wanted, after, until) if wanted else -1
        return None if at < 0 else Span(start=at, end=at + len(wanted))

    def begins_block(self, at: int) -> bool:
        """Whether a paragraph begins with the compact character `at`."""
        return at in self._block_starts

    def place(self, at: int) -> int:
        """The offset in the source of the compact character `at`."""
        stretch = bisect_right(self._starts, at) - 1
        if self._starts[stretch] == at:
            return self._sources[stretch]
        return next(self.runs(at, at + 1)).start

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The stretches that show `compact[start:end]`, in order.

        White space and invisible characters may stand inside a run; `words` parts it there.
        """
        place = bisect_right(self._starts, start) - 1
        while start < end:
            begins, source, until = self._starts[place], self._sources[place], self._ends[place]
            last = place + 1 == len(self._starts)
            stop = len(self.compact) if last else self._starts[place + 1]
            if place in self._entities:
                yield Run(min(stop, end) - start, source, until, entity=True)
            elif start == begins and stop <= end:
                yield Run(stop - start, source, until)
            else:
                run = Run(stop - begins, source, until)
                yield from self._part(run, start - begins, min(stop, end) - begins)
            start, place = min(stop, end), place + 1

    def words(self, run: Run) -> Iterator[Run]:
        """The run without the white space and the invisible characters in it."""
        if run.entity:
            yield run
            return
        for match in SHOWN.finditer(self.source, run.start, run.end):
            yield Run(match.end() - match.start(), match.start(), match.end())

    def _part(self, run: Run, first: int, last: int) -> Iterator[Run]:
        at = 0
        for word in self.words(run):
            low, high = max(first - at, 0), min(last - at, word.length)
            if low < high:
                yield Run(high - low, word.start + low, word.start + high)
            at += word.length
            if at >= last:
                return

    def _read(self) -> None:
        letters: list[str] = []
        shown: list[str] = []
        length = block_start = 0
        for start, end in text_nodes(self.source, self.wide):
            if end < 0:  # a paragraph ends
                if length > block_start:
                    self.blocks.append(Block(block_start, length, tuple(shown)))
                    self._block_starts.add(block_start)
                    block_start = length
                shown.clear()
                continue
            for at, until, text in self._characters(start, end):
                shown.append(text)
                if plain := compact(text):
                    self._note(length, at, until, text)
                    letters.append(plain)
                    length += len(plain)
        self.compact = "".join(letters)

    def _characters(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Plain stretches and entities: their place in the source, and what is shown."""
        source = self.source
        if source.find("&", start, end) < 0:
            return [(start, end, source[start:end])]
        at = start
        found: list[tuple[int, int, str]] = []
        for match in _ENTITY.finditer(source, start, end):
            shown = unescape(match.group())
            if shown == match.group():
                continue
            if match.start() > at:
                found.append((at, match.start(), source[at : match.start()]))
            found.append((*match.span(), shown))
            at = match.end()
        return [*found, (at, end, source[at:end])] if at < end else found

    def _note(self, length: int, at: int, until: int, text: str) -> None:
        if until - at != len(text):
            self._entities.add(len(self._starts))
        else:
            at, until = until - len(text.lstrip()), at + len(text.rstrip())
        self._starts.append(length)
        self._sources.append(at)
        self._ends.append(until)


def compact(text: str) -> str:
    """The text without white space and invisible characters."""
    return visibly("".join(text.split()))


def visibly(text: str) -> str:
    """The text without invisible characters."""
    return text if text.isascii() else _INVISIBLE.sub("", text)
