"""Traces a text that was extracted from HTML back to the characters of the source."""

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.visible import VisibleText, compact
from summarizer.types import Piece, RemovedText, Span

__all__ = ["trace"]

_WORD = re.compile(r"\S+")
#: opened right before; a heading that is a link leads to another article
_HEADING = re.compile(r"<h[2-6]\b[^<>]*>(?:\s|<(?!/?(?:a|h[1-6])\b)[^<>]*>)*\Z", re.IGNORECASE)
#: characters of tags between the heading's own tag and its text
_TAGS = 300
#: each paragraph that is not found costs a search to the page's end
_MOST_MISSES = 100


def trace(cleaned: Cleaned, visible: VisibleText) -> Cleaned:
    """The same text, with alignment and removals counted in the HTML source.

    Paragraphs are looked up in order, so that a teaser repeated further down is not taken for the
    text; one that is not found has no piece. What the page shows and nobody kept is reported.
    """
    builder = TextBuilder(visible.source)
    kept: list[Span] = []
    after = missed = 0
    for paragraph in cleaned.text.split("\n"):
        builder.separate()
        span = visible.find(paragraph, after) if missed <= _MOST_MISSES else None
        if span is None:
            missed += 1
            builder.replace(paragraph, 0, 0)
            continue
        _align(builder, paragraph, visible, span.start)
        kept.append(span)
        after = span.end
    return replace(
        cleaned,
        alignment=builder.pieces,
        removed=tuple(_removed(cleaned, visible, kept)),
    )


def _align(builder: TextBuilder, paragraph: str, visible: VisibleText, at: int) -> None:
    """Add the paragraph: words where they stand, white space for what is between them."""
    last = Piece(start=0, end=0, given_start=-1, given_end=-1)
    for piece in _words(paragraph, visible, at):
        if last.given_start < 0:
            last = piece
        elif _in_step(last, piece):
            last = replace(last, end=piece.end, given_end=piece.given_end)
        else:
            _add(builder, paragraph, last)
            builder.replace(paragraph[last.end : piece.start], last.given_end, piece.given_start)
            last = piece
    _add(builder, paragraph, last)
    builder.separate(paragraph[last.end :])


def _words(paragraph: str, visible: VisibleText, at: int) -> Iterator[Piece]:
    for match in _WORD.finditer(paragraph):
        plain = len(compact(match.group()))
        start = match.start()
        if plain == len(match.group()):
            for run in visible.runs(at, at + plain):
                end = start + run.length
                yield Piece(start=start, end=end, given_start=run.start, given_end=run.end)
                start = end
        elif plain:
            runs = list(visible.runs(at, at + plain))
            yield Piece(
                start=start, end=match.end(), given_start=runs[0].start, given_end=runs[-1].end
            )
        at += plain


def _in_step(last: Piece, piece: Piece) -> bool:
    """Whether all from the one to the other corresponds character by character."""
    shift = last.given_start - last.start
    ends = (last.given_end - last.end, piece.given_start - piece.start, piece.given_end - piece.end)
    return all(end == shift for end in ends)


def _add(builder: TextBuilder, paragraph: str, piece: Piece) -> None:
    builder.replace(paragraph[piece.start : piece.end], piece.given_start, piece.given_end)


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
        start = next(visible.runs(block.start, block.end)).start
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
