"""Sentences of a text that is still being written."""

import re
from collections.abc import Iterable, Iterator

from summarizer.text.sentences import split
from summarizer.text.stops import OWN_STOPS, STOPS

__all__ = ["finished", "sentences_of"]

_ENDS = frozenset(STOPS + OWN_STOPS)
#: what may follow the stop: closing marks and citations, [2][5] or [2, 5]
_BEHIND = re.compile(r"(?:[\s\"'”’»›)\]}」』）》]|\[[\d\s,;–-]*\]?)+$")
#: as a text goes on, if it does
_NEXT = " Then"


def sentences_of(pieces: Iterable[str], language: str | None = None) -> Iterator[str]:
    """Each sentence as soon as the next one has begun; at the end the rest, finished or not."""
    text = ""
    for piece in pieces:
        text += piece
        # a piece is a word or less: most of them end nothing
        if _ENDS.isdisjoint(text):
            continue
        *whole, (start, _) = split(text, language) or [(0, 0)]
        yield from (text[begin:end] for begin, end in whole)
        text = text[start:]
    yield from (text[begin:end] for begin, end in split(text, language))


def finished(sentence: str, language: str | None = None, *, cut: bool = False) -> bool:
    """Whether a sentence ends with a stop; citations and closing marks may stand behind it.

    Where the text was `cut` off, a stop that could be a decimal point or an abbreviation's is none.
    """
    bare = _BEHIND.sub("", sentence)
    if bare[-1:] not in _ENDS:
        return False
    if not cut:
        return True
    return not bare[:-1][-1:].isdigit() and len(split(f"{bare}{_NEXT}", language)) > 1
