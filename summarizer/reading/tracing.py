"""Traces a text that was extracted from HTML back to the characters of the source."""

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.reading.cleaning import Cleaned
from summarizer.reading.visible import SHOWN, UNSEEN, Run, VisibleText
from summarizer.types import Piece, RemovedText, Span

__all__ = ["trace"]

#: opened right before; a heading that is a link leads to another article
_HEADING = re.compile(r"<h[2-6]\b[^<>]*>(?:\s|<(?!/?(?:a|h[1-6])\b)[^<>]*>)*\Z", re.IGNORECASE)
#: characters of tags between the heading's own tag and its text
_TAGS = 300
#: each paragraph that is not found costs a search to the page's end
_MOST_MISSES = 100
#: a stretch `[start, end)` of a paragraph and of the source; the source's is wider for an entity
_Pair = tuple[int, int, int, int]


def trace(cleaned: Cleaned, visible: VisibleText) -> Cleaned:
    """The same text, with alignment and removals counted in the HTML source.

    Paragraphs are looked up in order, so that a teaser repeated further down is not taken for the
    text; one that is not found has no piece. What the page shows and nobody kept is reported.
    """
    pieces: list[Piece] = []
    kept: list[Span] = []
    at = after = missed = 0
    for paragraph in cleaned.text.split("\n"):
        span = visible.find(paragraph, after) if missed <= _MOST_MISSES else None
        if span is not None:
            pieces += _pieces(at, paragraph, visible, span)
            kept.append(span)
            after = span.end
        elif paragraph:
            missed += 1
            pieces += _unseen(at, paragraph, visible.source, searched=missed <= _MOST_MISSES)
        at += len(paragraph) + 1
    return replace(
        cleaned, alignment=tuple(pieces), removed=tuple(_removed(cleaned, visible, kept))
    )


def _unseen(at: int, paragraph: str, source: str, *, searched: bool) -> Iterator[Piece]:
    """A paragraph that the page does not show: it may stand in its linked data."""
    place = source.find(paragraph) if searched else -1
    if place >= 0:
        yield _piece(at, (0, len(paragraph), place, place + len(paragraph)))


def _pieces(at: int, paragraph: str, visible: VisibleText, span: Span) -> Iterator[Piece]:
    """Words where they stand, white space for what is between them."""
    last: _Pair | None = None
    for pair in _pairs(paragraph, visible, span):
        if last is None:
            last = pair
        elif _in_step(last, pair):
            last = (last[0], pair[1], last[2], pair[3])
        else:
            yield _piece(at, last)
            if pair[0] > last[1] and pair[2] > last[3]:
                yield _piece(at, (last[1], pair[0], last[3], pair[2]))
            last = pair
    if last is not None:
        yield _piece(at, last)


def _piece(at: int, pair: _Pair) -> Piece:
    start, end, given_start, given_end = pair
    return Piece(start=at + start, end=at + end, given_start=given_start, given_end=given_end)


def _pairs(paragraph: str, visible: VisibleText, span: Span) -> Iterator[_Pair]:
    """The paragraph's words beside those of the source, as many as possible at a time."""
    at = 0
    source = visible.source
    for run in visible.runs(span.start, span.end):
        at = _skip(paragraph, at)
        if not run.entity and paragraph.startswith(source[run.start : run.end], at):
            end = at + run.end - run.start
            yield at, end, run.start, run.end
            at = end
            continue
        for word in visible.words(run):
            for pair in _word(paragraph, at, word):
                yield pair
                at = pair[1]


def _word(paragraph: str, at: int, word: Run) -> Iterator[_Pair]:
    """A word of the source, which the paragraph may have in several pieces."""
    done = 0
    while done < word.length:
        start = at = _skip(paragraph, at)
        shown = SHOWN.match(paragraph, start, start + word.length - done)
        if shown is None:
            return
        at = shown.end()
        if word.entity:
            yield start, at, word.start, word.end
        else:
            yield start, at, word.start + done, word.start + done + at - start
        done += at - start


def _skip(paragraph: str, at: int) -> int:
    """The next place where something is shown."""
    match = UNSEEN.match(paragraph, at)
    return at if match is None else match.end()


def _in_step(last: _Pair, pair: _Pair) -> bool:
    """Whether all from the one to the other corresponds character by character."""
    shift = last[2] - last[0]
    return last[3] - last[1] == shift and pair[2] - pair[0] == shift and pair[3] - pair[1] == shift


def _removed(cleaned: Cleaned, visible: VisibleText, kept: list[Span]) -> Iterator[RemovedText]:
    """Every visible block of which nothing was kept, with the rule that knew it, if one did."""
    rules = {_key(item.text): item.rule for item in cleaned.removed}
    place = 0
    waiting: list[RemovedText] = []
    for block in visible.blocks:
        while place < len(kept) and kept[place].end <= block.start:
            place += 1
        if place < len(kept) and kept[place].start < block.end:
            yield from (replace(item, rule="subhead") if place else item for item in waiting)
            waiting = []
            continue
        start = visible.place(block.start)
        rule = rules.get(_key(block.text), "html-boilerplate")
        item = RemovedText(text=block.text, rule=rule, start=start)
        if rule == "html-boilerplate" and _is_heading(visible.source, start):
            waiting.append(item)
        else:
            yield from (*waiting, item)
            waiting = []
    yield from waiting


def _is_heading(source: str, start: int) -> bool:
    """Whether the markup makes a heading of what begins there: a subhead, if text follows it."""
    return _HEADING.search(source, max(0, start - _TAGS), start) is not None


def _key(text: str) -> str:
    return "".join(text.split())
