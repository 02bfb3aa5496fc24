"""Sentences of a text that is still being written."""

from collections.abc import Iterable, Iterator

from summarizer.text.sentences import split
from summarizer.text.stops import OWN_STOPS, STOPS

__all__ = ["finished", "sentences_of"]

_ENDS = frozenset(STOPS + OWN_STOPS)
#: quotation marks, brackets and the numbers of citations may follow the stop
_CLOSING = "\"'”’»›)]}」』）》 0123456789[,"


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


def finished(sentence: str) -> bool:
    """Whether a sentence ends with a stop; citations and closing marks may stand behind it."""
    return sentence.rstrip(_CLOSING)[-1:] in _ENDS
