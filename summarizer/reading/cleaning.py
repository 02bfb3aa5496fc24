"""The running text of a plain text that may once have been a page, with a report of what went.

A sentence must never be lost: rules take out what they know, and what no rule knows stays.
"""

from dataclasses import dataclass

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.headers import Header, read_header
from summarizer.reading.lines import Line, split_lines
from summarizer.reading.page import Page
from summarizer.reading.rules import RULES
from summarizer.types import Piece, RemovedText

__all__ = ["Cleaned", "clean"]

#: rules that tell by place and shape: when they leave nothing, what they took was the text
_GUESSING = (
    "title",
    "section-label",
    "subhead",
    "link",
    "caption",
    "date",
    "agency-tail",
    "author",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A cleaned text and everything that cleaning told about it."""

    #: paragraphs joined by one line break
    text: str
    #: maps `text` to the given text
    alignment: tuple[Piece, ...]
    #: in the order of the given text
    removed: tuple[RemovedText, ...]
    title: str | None
    header: Header


def clean(text: str, *, title: str | None = None) -> Cleaned:
    """The running text of `text`; empty when there is none. `title` is the headline when known."""
    lines, tokens = split_lines(text)
    page = Page(lines, title=title)
    for rule in RULES:
        rule(page)
    header = read_header(page)
    if not any(True for _ in page.open()):
        _give_back(page, title)
    removed = [_report(text, line, page.marks[i]) for i, line in enumerate(lines) if page.marked(i)]
    builder = TextBuilder(text)
    for _, line in page.open():
        builder.separate()
        _add(builder, line)
    return Cleaned(
        text=builder.text,
        alignment=builder.pieces,
        removed=tuple(sorted([*removed, *tokens], key=lambda item: item.start)),
        title=page.title,
        header=header,
    )


def _give_back(page: Page, title: str | None) -> None:
    for index in [i for i, rule in page.marks.items() if rule in _GUESSING]:
        del page.marks[index]
    page.title = title


def _add(builder: TextBuilder, line: Line) -> None:
    last = None
    for start, end in line.parts:
        if last is not None:
            builder.replace(" ", last, start)
        builder.keep(start, end)
        last = end


def _report(text: str, line: Line, rule: str) -> RemovedText:
    return RemovedText(text=text[line.start : line.end], rule=rule, start=line.start)
