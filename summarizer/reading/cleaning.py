"""The running text of a plain text that may once have been a page, with a report of what went.

A sentence must never be lost: rules take out what they know, and what no rule knows stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.headers import Header, read_header
from summarizer.reading.line_model import LineModel, shipped_model
from summarizer.reading.lines import MARK, Line, split_lines
from summarizer.reading.page import Page
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
#: a standfirst begins within so many lines below the headline, and is at least so likely to be
#: article (3 and 6 lines, 0, .1 and .2: same F1; these keep those of the sample corpus)
_STANDFIRST_REACH = 6
_LEAST_STANDFIRST = 0.1
#: what takes items of a list for something else
_MISTAKEN = ("line-model", "link", "section-label", "subhead")
#: so many lines may a list have that is one sentence
_LONGEST_LIST = 12
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
        removed=tuple(sorted([*removed, *tokens], key=lambda item: item.start)),
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
    _keep_standfirst(page)
    _take_unlikely(page, (i for i, _ in page.open()))
    _keep_lists(page)
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


def _keep_standfirst(page: Page) -> None:
    """Give back the first sentences right below the headline: a standfirst is running text."""
    titles = [i for i, rule in page.marks.items() if rule == "title"]
    if page.chances is None or page.stretch is None or not titles:
        return
    below = range(max(titles) + 1, min(max(titles) + _STANDFIRST_REACH, page.stretch[0]))
    first = next((i for i in below if page.lines[i].prose), None)
    if first is None or not page.marks.get(first, "").startswith("line-model"):
        return
    if page.chances[first] >= _LEAST_STANDFIRST:
        del page.marks[first]
        page.chances[first] = page.threshold


def _keep_lists(page: Page) -> None:
    """Give back what a colon, and semicolons until a full stop, show to be one sentence."""
    if page.chances is None or page.stretch is None:
        return
    start, end = page.stretch
    for index in range(start, end):
        if page.lines[index].text.endswith(":") and page.lines[index].words >= 4:
            sentence = range(index, _end_of_list(page, index))
            if all(page.marks.get(i, "subhead").startswith(_MISTAKEN) for i in sentence):
                for each in sentence:
                    page.marks.pop(each, None)


def _end_of_list(page: Page, colon: int) -> int:
    """The line after the last item of the list behind a colon; `colon` when there is no list."""
    for index in range(colon + 1, min(colon + _LONGEST_LIST, len(page.lines))):
        if page.lines[index].closed:
            return index + 1 if index > colon + 1 else colon
        if not page.lines[index].text.endswith((";", ",", "; and", ", and", "; or")):
            return colon
    return colon


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


def _report(text: str, line: Line, rule: str) -> RemovedText:
    return RemovedText(text=text[line.start : line.end], rule=rule, start=line.start)


def dumped_page(text: str) -> Page | None:
    """The page as a model of lines gets it; None for a text that no model is asked about."""
    page = Page(unwrap(split_lines(text)[0]))
    for rule in SIGNS:
        rule(page)
    return page if is_dump(page) else None
