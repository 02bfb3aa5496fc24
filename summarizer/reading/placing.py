"""Where the paragraphs of a draft stand in the HTML source: on the page, or in its JSON-LD."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from summarizer.reading.lists import ITEM
from summarizer.reading.pairs import Pair, shown_pairs, spelled, spelled_pairs
from summarizer.reading.visible import VisibleText
from summarizer.types import Piece, Span

__all__ = ["Place", "find_places", "pairs_of"]

#: each paragraph that is not found costs a search to the page's end
_MOST_MISSES = 100
#: a paragraph of which the page shows more in between stands within so many characters
_WINDOW = 20_000
_MOST_PARTS = 6
#: a label inside of another line may stand alone within so many characters
_NEAR = 2_000
#: fewer words in a row may stand anywhere
_LEAST_PART = 3
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph `[start, end)` of the draft, and where it stands."""

    start: int
    end: int
    #: whether cleaning kept any of it
    kept: bool
    #: where it begins in the source
    given: int
    #: in the compact text of the page; None where only the linked data holds it
    span: Span | None = None
    #: where the page shows more in between: offsets and texts of the paragraph, each with its span
    parts: tuple[tuple[int, str, Span], ...] = ()
    #: where it ends in the source, and how it is spelled, when it stands in the linked data
    given_end: int = 0
    ascii_only: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    kept: bool


_Search: TypeAlias = Callable[[_Line, VisibleText, int], Place | None]


def find_places(draft: str, alignment: Sequence[Piece], visible: VisibleText) -> list[Place]:
    """The paragraphs that are found, in the order of the draft, which is that of their places.

    `alignment` tells what of the draft was kept. Each paragraph is searched behind the last one, so
    that a teaser repeated further down is not taken for the text. Where the page's order and that
    of its linked data cross, what holds less text is left without a place.
    """
    lines = list(_lines(draft, alignment))
    shown = _find(lines, visible, (_shown, _stated))
    if not any(place.span is None for place in shown):
        return shown
    stated = _find(lines, visible, (_stated, _shown))
    return max(_in_order(shown, visible), _in_order(stated, visible), key=_length)


def _lines(draft: str, alignment: Sequence[Piece]) -> Iterator[_Line]:
    starts = [piece.given_start for piece in alignment]
    at = 0
    for text in draft.split("\n"):
        end = at + len(text)
        if text:
            last = bisect_left(starts, end) - 1
            yield _Line(at, text, kept=last >= 0 and alignment[last].given_end > at)
        at = end + 1


def pairs_of(place: Place, draft: str, visible: VisibleText) -> Iterator[Pair]:
    """The stretches of the draft and of the source that say the same, in order, without overlap."""
    text = draft[place.start : place.end]
    if place.span is None:
        yield from spelled_pairs(place.start, text, place.given, ascii_only=place.ascii_only)
    for at, part, span in place.parts or ((0, text, place.span),):
        if span is not None:
            yield from shown_pairs(place.start + at, part, visible, span)


def _find(lines: list[_Line], visible: VisibleText, ways: Sequence[_Search]) -> list[Place]:
    """Each paragraph found in the first of two ways that finds it, each way in its own order."""
    found: list[Place] = []
    after = [0, 0]
    missed = 0
    for line in lines:
        for number, search in enumerate(ways):
            place = search(line, visible, after[number])
            if place is not None:
                found.append(place)
                after[number] = place.given_end if place.span is None else place.span.end
                break
            missed += 1
        if missed > _MOST_MISSES:
            break
    return found


def _length(places: list[Place]) -> int:
    return sum(place.end - place.start for place in places)


def _in_order(places: list[Place], visible: VisibleText) -> list[Place]:
    """All places of the kind that holds most text, and of the others those that fit between."""
    shown = _length([place for place in places if place.span is not None])
    stated = _length(places) - shown
    if not (shown and stated):
        return places
    most = [(place.span is not None) == (shown >= stated) for place in places]
    starts = [place.given for place, chosen in zip(places, most, strict=True) if chosen]
    kept: list[Place] = []
    after = passed = 0
    for place, chosen in zip(places, most, strict=True):
        end = place.given_end if place.span is None else visible.place(place.span.end - 1) + 1
        if chosen:
            passed += 1
        elif place.given < after or (passed < len(starts) and end > starts[passed]):
            continue
        kept.append(place)
        after = end
    return kept


def _shown(line: _Line, visible: VisibleText, after: int) -> Place | None:
    """Where the page shows the paragraph, in several parts if there is more between them."""
    shown = line.text.removeprefix(ITEM)
    span = _find_paragraph(shown, visible, after)
    if span is not None and shown != line.text and _is_marked(visible, span):
        shown, span = line.text, Span(start=span.start - 1, end=span.end)
    end = line.start + len(line.text)
    start = end - len(shown)
    if span is not None:
        return Place(start, end, line.kept, visible.place(span.start), span)
    parts = tuple(_parts(shown, visible, after))
    if 2 * sum(len(text) for _, text, _ in parts) < len(shown):
        return None
    span = Span(start=parts[0][2].start, end=parts[-1][2].end)
    return Place(start, end, line.kept, visible.place(span.start), span, parts)


def _is_marked(visible: VisibleText, span: Span) -> bool:
    """Whether the mark of an item is the page's own."""
    return span.start > 0 and visible.compact[span.start - 1] == ITEM[0]


def _find_paragraph(line: str, visible: VisibleText, after: int) -> Span | None:
    """Where a block of the page begins with the line, or else where it stands at all."""
    first = span = visible.find(line, after)
    while first is not None and span is not None and not visible.begins_block(span.start):
        span = visible.find(line, span.start + 1, first.end + _NEAR)
    return span or first


def _parts(line: str, visible: VisibleText, after: int) -> Iterator[tuple[int, str, Span]]:
    """The longest beginning that the page shows, the longest of what is left, and so on."""
    words = [match.span() for match in _WORD.finditer(line)]
    first, until = 0, after + _WINDOW
    for _ in range(_MOST_PARTS):
        low, high, best = _LEAST_PART - 1, len(words) - first, None
        while low < high:
            count = (low + high + 1) // 2
            start, end = words[first][0], words[first + count - 1][1]
            span = visible.find(line[start:end], after, until)
            if span is None:
                high = count - 1
            else:
                low, best = count, (start, line[start:end], span)
        if best is not None:
            yield best
            after = best[2].end
            until = after + _WINDOW
        first += low if best is not None else 1
        if first + _LEAST_PART > len(words):
            return


def _stated(line: _Line, visible: VisibleText, after: int) -> Place | None:
    """Where the linked data holds the paragraph, in one of the spellings of JSON."""
    text = line.text.removeprefix(ITEM)
    end = line.start + len(line.text)
    for ascii_only in (False, True):
        written = spelled(text, ascii_only=ascii_only)
        given = visible.source.find(written, after)
        if given >= 0:
            start, given_end = end - len(text), given + len(written)
            return Place(start, end, line.kept, given, given_end=given_end, ascii_only=ascii_only)
    return None
