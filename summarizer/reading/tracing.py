"""Traces a text that was extracted from HTML back to the characters of the source."""

from collections.abc import Iterator
from dataclasses import replace

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.visible import VisibleText
from summarizer.types import RemovedText, Span

__all__ = ["trace"]


def trace(cleaned: Cleaned, visible: VisibleText) -> Cleaned:
    """The same text, with alignment and removals counted in the HTML source.

    Paragraphs are looked up in order, so that a teaser repeated further down is not taken for the
    text; one that is not found has no piece. What the page shows and nobody kept is reported.
    """
    builder = TextBuilder(visible.source)
    kept: list[Span] = []
    after = 0
    for paragraph in cleaned.text.split("\n"):
        builder.separate()
        span = visible.find(paragraph, after)
        if span is None:
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
    """Add the paragraph: shown characters where they stand, white space for what is between."""
    last: int | None = None
    pending = ""
    for char in paragraph:
        if char.isspace() or visible.compact[at] != char:
            pending += char
            continue
        span = visible.source_span(at)
        at += 1
        if pending:
            builder.replace(pending, span.start if last is None else last, span.start)
            pending = ""
        builder.replace(char, span.start, span.end)
        last = span.end
    builder.replace(pending, 0, 0)


def _removed(cleaned: Cleaned, visible: VisibleText, kept: list[Span]) -> Iterator[RemovedText]:
    """Every visible block of which nothing was kept, with the rule that knew it, if one did."""
    rules = {_key(item.text): item.rule for item in cleaned.removed}
    place = 0
    for block in visible.blocks:
        while place < len(kept) and kept[place].end <= block.start:
            place += 1
        if place < len(kept) and kept[place].start < block.end:
            continue
        start = visible.source_span(block.start).start
        yield RemovedText(text=block.text, rule=rules.get(_key(block.text), "html-boilerplate"), start=start)


def _key(text: str) -> str:
    return "".join(text.split())
