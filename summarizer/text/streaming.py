"""Sentences of a text that is still being written."""

from collections.abc import Iterable, Iterator

from summarizer.text.citations import take_citations
from summarizer.text.sentences import split
from summarizer.text.stops import OWN_STOPS, STOPS

__all__ = ["finished", "sentences_of"]

_ENDS = frozenset(STOPS + OWN_STOPS)
#: what may follow the stop
_CLOSING = " \t\n\"'”’»›)]}」』）》"
#: as a text goes on, if it does: behind an abbreviation, a name goes on with the sentence
_NEXT = " Kim"


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
    text, _ = take_citations(sentence)
    if not text:  # nothing but citations, which are of the sentence before
        return bool(sentence)
    bare = text.rstrip(_CLOSING)
    if bare[-1:] not in _ENDS:
        return False
    if not cut:
        return True
    return not bare[:-1][-1:].isdigit() and len(split(f"{bare}{_NEXT}", language)) > 1
