"""What `<br>` parts inside one element: lines of a paragraph, paragraphs, or lines of their own."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from summarizer.reading.prose import is_closed

__all__ = ["join_pieces", "wrap_width"]

#: widths at which text is wrapped, in characters; shorter lines are names and verses
_WIDTHS = range(30, 121)
#: of the lines of a wrapped text so many are full (the last of each paragraph is not), and so many
#: begin with a small letter (in German few do)
_LEAST_FULL = 0.6
_LEAST_INSIDE = 0.2
_LEAST_BREAKS = 2


def wrap_width(elements: Iterable[Sequence[str]]) -> int | None:
    """The width at which the pieces of all elements were wrapped; None when they were not."""
    pairs = [pair for pieces in elements for pair in pairwise(pieces) if all(pair)]
    width = max((len(piece) for pair in pairs for piece in pair), default=0)
    if len(pairs) < _LEAST_BREAKS or width not in _WIDTHS:
        return None
    full = sum(_is_full(last, piece, width) for last, piece in pairs)
    inside = sum(piece[0].isalpha() and not piece[0].isupper() for _, piece in pairs)
    wrapped = full >= _LEAST_FULL * len(pairs) and inside >= _LEAST_INSIDE * len(pairs)
    return width if wrapped else None


def join_pieces(pieces: Sequence[str], width: int | None = None) -> list[str]:
    """The paragraphs that the trimmed pieces of an element make, a `<br>` between any two.

    `width` is that at which the page's text was wrapped, where it is known to have been.

    An empty piece, which is two `<br>` in a row, parts paragraphs, and so does the end of a
    sentence. Lines of one sentence are joined by a space, and what may be lines of their own by a
    line break.
    """
    if len(pieces) < 2:
        return [piece for piece in pieces if piece]
    width = width or wrap_width([pieces])
    found: list[str] = []
    run: list[str] = []
    for piece in [*pieces, ""]:
        if piece:
            run.append(piece)
        elif run:
            found += _join(run, width)
            run = []
    return found


def _join(run: list[str], width: int | None) -> list[str]:
    listed = False
    found = [run[0]]
    for last, piece in pairwise(run):
        listed = listed or last.endswith(":")
        closed = is_closed(last)
        full = width is not None and _is_full(last, piece, width)
        if full or (piece[0].islower() and not (closed or listed)):
            found[-1] += f" {piece}"
        elif closed:
            found.append(piece)
        else:
            found[-1] += f"\n{piece}"
    return found


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room left in this one."""
    return len(line) + 1 + len(following.split(None, 1)[0]) > 0.9 * width
