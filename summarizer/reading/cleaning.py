"""The running text of a plain text that may once have been a page, with a report of what went.

A sentence must never be lost: rules take out what they know, and what no rule knows stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.headers import Header, read_header
from summarizer.reading.line_model import LineModel, shipped_model
from summarizer.reading.lines import MARK, Line, split_lines
from summarizer.reading.page import Page
from summarizer.reading.restoring import keep_lists, keep_standfirst
from summarizer.reading.rules import GUESSES, SIGNS
from summarizer.reading.rules.surroundings import is_dump, take_surroundings
from summarizer.reading.wrapping import unwrap
from summarizer.types import Piece, RemovedText

__all__ = ["Cleaned", "clean", "clean_with", "dumped_page"]

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
#: above the readers' comments stand at least as many words; a link to them stands above the text
_LEAST_ARTICLE = 100


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
    return clean_with(shipped_model(), text, title=title)


def clean_with(model: LineModel | None, text: str, *, title: str | None = None) -> Cleaned:
    """What `clean` returns, by another model of lines, or by rules alone."""
    page, tokens = _read(model, text, title)
    header = read_header(page)
    lines = page.lines
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
        removed=tuple(_with_tokens(removed, tokens)),
        title=page.title,
        header=header,
    )


def _read(model: LineModel | None, text: str, title: str | None) -> tuple[Page, list[RemovedText]]:
    """The page with everything marked that is not the article, and the tokens cut out of it."""
    lines, tokens = split_lines(text)
    page = Page(unwrap(lines), title=title)
    for rule in SIGNS:
        rule(page)
    if model is None or not is_dump(page) or not _ask(model, page):
        take_surroundings(page)
    for rule in GUESSES:
        rule(page)
    keep_standfirst(page)
    _take_unlikely(page, (i for i, _ in page.open()))
    keep_lists(page)
    return page, tokens


def _ask(model: LineModel, page: Page) -> bool:
    """Whether the model finds the article; the sentences around it are then taken out."""
    chances = model.probabilities(page)
    kept = [i for i, line in page.open() if line.closed and chances[i] >= model.threshold]
    if not kept:
        return False
    page.chances, page.threshold = _without_comments(page, chances, kept), model.threshold
    kept = [i for i in kept if page.chances[i] >= model.threshold]
    page.stretch = kept[0], kept[-1] + 1
    _take_unlikely(page, (i for i, line in page.open() if line.prose or i > kept[0]))
    return True


def _without_comments(page: Page, chances: list[float], kept: list[int]) -> list[float]:
    """The chances, with none for what stands below the heading of the readers' comments."""
    words = 0
    text = set(kept)
    for index, line in enumerate(page.lines):
        if page.marked(index, "comments") and words >= _LEAST_ARTICLE:
            return [*chances[:index], *[0.0] * (len(chances) - index)]
        words += line.words if index in text else 0
    return chances


def _take_unlikely(page: Page, indices: Iterable[int]) -> None:
    """Take out what the model holds for something else, with how likely it was to be article."""
    for index in list(indices):
        if page.chances is not None and page.unlikely(index):
            page.mark([index], f"line-model {page.chances[index]:.2f}")


def _give_back(page: Page, title: str | None) -> None:
    for index in [i for i, rule in page.marks.items() if rule in _GUESSING]:
        del page.marks[index]
    page.title = title


def _add(builder: TextBuilder, line: Line) -> None:
    last = None
    for start, end in line.parts:
        if last is not None:
            glued = MARK.match(builder.given, start, end) is not None
            builder.replace("" if glued else " ", last, start)
        builder.keep(start, end)
        last = end


def _with_tokens(removed: list[RemovedText], tokens: list[RemovedText]) -> Iterator[RemovedText]:
    """What was taken out, in order; a token inside a line that went is part of that."""
    end = 0
    for item in sorted([*removed, *tokens], key=lambda item: (item.start, -len(item.text))):
        if item.start >= end:
            yield item
            end = item.start + len(item.text)


def _report(text: str, line: Line, rule: str) -> RemovedText:
    return RemovedText(text=text[line.start : line.end], rule=rule, start=line.start)


def dumped_page(text: str) -> Page | None:
    """The page as a model of lines gets it; None for a text that no model is asked about."""
    page = Page(unwrap(split_lines(text)[0]))
    for rule in SIGNS:
        rule(page)
    return page if is_dump(page) else None
