"""Counts a cleaned text, and what was removed, in the HTML source from which it was extracted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.reading.cleaning import Cleaned
from summarizer.reading.pairs import Pair
from summarizer.reading.placing import find_places, pairs_of
from summarizer.reading.removals import list_removed
from summarizer.reading.visible import VisibleText
from summarizer.types import Piece

__all__ = ["trace"]


def trace(cleaned: Cleaned, draft: str, visible: VisibleText) -> Cleaned:
    """The same text, with alignment and removals counted in the HTML source.

    The paragraphs of the draft are looked up in the source, and what cleaning kept of them is
    counted there; a paragraph that is not found has no piece. What the page shows and nobody kept
    is reported.
    """
    places = find_places(draft, cleaned.alignment, visible)
    kept = (place for place in places if place.kept)
    pairs = (pair for place in kept for pair in pairs_of(place, draft, visible))
    return replace(
        cleaned,
        alignment=tuple(_pieces(cleaned.text, _composed(cleaned.alignment, pairs))),
        removed=tuple(list_removed(cleaned, draft, places, visible)),
    )


def _composed(alignment: Iterable[Piece], pairs: Iterator[Pair]) -> Iterator[Pair]:
    """What `alignment` maps to the draft, as pairs of the text and the source."""
    pair = next(pairs, None)
    for piece in alignment:
        first, last = piece.given_start, piece.given_end
        shift = piece.start - first
        if piece.end - last != shift:
            continue  # white space for something that was cut
        while pair is not None and pair[0] < last:
            if pair[1] > first:
                yield _stretch(pair, first, last, shift)
            if pair[1] > last:
                break  # the next piece has more of it
            pair = next(pairs, None)


def _stretch(pair: Pair, first: int, last: int, shift: int) -> Pair:
    """What of the pair lies between `first` and `last`, moved by `shift`; an entity stays whole."""
    start, end, given_start, given_end = pair
    low, high = max(first - start, 0), max(end - last, 0)
    if end - start == given_end - given_start:
        given_start, given_end = given_start + low, given_end - high
    return start + low + shift, end - high + shift, given_start, given_end


def _pieces(text: str, pairs: Iterable[Pair]) -> Iterator[Piece]:
    """Words where they stand, white space of a paragraph for what is between them."""
    last: Pair | None = None
    for pair in pairs:
        if last is None:
            last = pair
            continue
        if pair[2] < last[3]:
            continue  # the rest of an entity that was parted
        yield _piece(last)
        if pair[0] > last[1] and pair[2] > last[3] and text.find("\n", last[1], pair[0]) < 0:
            yield _piece((last[1], pair[0], last[3], pair[2]))
        last = pair
    if last is not None:
        yield _piece(last)


def _piece(pair: Pair) -> Piece:
    start, end, given_start, given_end = pair
    return Piece(start=start, end=end, given_start=given_start, given_end=given_end)
