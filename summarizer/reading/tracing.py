"""Traces a text that was extracted from HTML back to the characters of the source."""

from collections.abc import Iterator
from dataclasses import replace

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.visible import Run, VisibleText, compact
from summarizer.types import RemovedText, Span

__all__ = ["trace"]

#: each paragraph that is not found costs a search to the page's end
_MOST_MISSES = 100
#: a stretch `[start, end)` of a paragraph and of the source; the source's is wider for an entity
_Pair = tuple[int, int, int, int]


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
            _add_unseen(builder, paragraph, searched=missed <= _MOST_MISSES)
            continue
        _align(builder, paragraph, visible, span)
        kept.append(span)
        after = span.end
    return replace(
        cleaned,
        alignment=builder.pieces,
        removed=tuple(_removed(cleaned, visible, kept)),
    )


def _add_unseen(builder: TextBuilder, paragraph: str, *, searched: bool) -> None:
    """Add a paragraph that the page does not show: it may stand in its linked data."""
    at = builder.given.find(paragraph) if searched else -1
    builder.replace(paragraph, max(at, 0), at + len(paragraph) if at >= 0 else 0)


def _align(builder: TextBuilder, paragraph: str, visible: VisibleText, span: Span) -> None:
    """Add the paragraph: words where they stand, white space for what is between them."""
    last: _Pair | None = None
    for pair in _pairs(paragraph, visible, span):
        if last is None:
            last = pair
        elif _in_step(last, pair):
            last = (last[0], pair[1], last[2], pair[3])
        else:
            _add(builder, paragraph, last)
            builder.replace(paragraph[last[1] : pair[0]], last[3], pair[2])
            last = pair
    if last is not None:
        _add(builder, paragraph, last)
        builder.separate(paragraph[last[1] :])


def _pairs(paragraph: str, visible: VisibleText, span: Span) -> Iterator[_Pair]:
    """The paragraph's words beside those of the source, as many as possible at a time."""
    at = 0
    for run in visible.runs(span.start, span.end):
        at = _skip(paragraph, at)
        width = run.end - run.start
        if not run.entity and paragraph.startswith(visible.source[run.start : run.end], at):
            yield at, at + width, run.start, run.end
            at += width
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
        while at < len(paragraph) and at - start < word.length - done and not _blank(paragraph[at]):
            at += 1
        if at == start:
            return
        if word.entity:
            yield start, at, word.start, word.end
        else:
            yield start, at, word.start + done, word.start + done + at - start
        done += at - start


def _skip(paragraph: str, at: int) -> int:
    while at < len(paragraph) and _blank(paragraph[at]):
        at += 1
    return at


def _blank(character: str) -> bool:
    return not compact(character)


def _in_step(last: _Pair, pair: _Pair) -> bool:
    """Whether all from the one to the other corresponds character by character."""
    shift = last[2] - last[0]
    return last[3] - last[1] == shift and pair[2] - pair[0] == shift and pair[3] - pair[1] == shift


def _add(builder: TextBuilder, paragraph: str, pair: _Pair) -> None:
    builder.replace(paragraph[pair[0] : pair[1]], pair[2], pair[3])


def _removed(cleaned: Cleaned, visible: VisibleText, kept: list[Span]) -> Iterator[RemovedText]:
    """Every visible block of which nothing was kept, with the rule that knew it, if one did."""
    rules = {_key(item.text): item.rule for item in cleaned.removed}
    place = 0
    for block in visible.blocks:
        while place < len(kept) and kept[place].end <= block.start:
            place += 1
        if place < len(kept) and kept[place].start < block.end:
            continue
        yield RemovedText(
            text=block.text,
            rule=rules.get(_key(block.text), "html-boilerplate"),
            start=visible.place(block.start),
        )


def _key(text: str) -> str:
    return "".join(text.split())
