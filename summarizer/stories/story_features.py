"""What articles of one story share: stems, pairs of neighbouring stems, runs of capitalised words.

Found in the prepared form, without the text. Hashes of pairs and runs are made of those of stems.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Hashes, Prepared, TokenFlag

__all__ = ["Found", "features"]

Places = NDArray[np.intp]

#: mixes two hashes in order (the 64-bit golden ratio, Knuth 6.4)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """Features of one kind in reading order, each the tokens `[start, stop)` of its article."""

    hashes: Hashes
    starts: Places
    stops: Places

    def __len__(self) -> int:
        return len(self.hashes)


def features(article: Prepared) -> tuple[Found, Found, Found]:
    """The content stems, the pairs of such in a sentence, and the runs of two or more capitals."""
    content = (article.token_flags & TokenFlag.FUNCTION) == 0
    sentence = np.repeat(np.arange(len(article)), np.diff(article.bounds))
    beside = sentence[1:] == sentence[:-1]
    places = np.flatnonzero(content)
    stems = Found(hashes=article.tokens[places], starts=places, stops=places + 1)
    first = np.flatnonzero(content[:-1] & content[1:] & beside)
    mixed = _mixed(article.tokens[first], article.tokens[first + 1])
    pairs = Found(hashes=mixed, starts=first, stops=first + 2)
    capital = content & ((article.token_flags & TokenFlag.CAPITALISED) > 0)
    return stems, pairs, _runs(article.tokens, capital, beside)


def _runs(tokens: Hashes, capital: NDArray[np.bool_], beside: NDArray[np.bool_]) -> Found:
    joined = capital[1:] & capital[:-1] & beside
    edges = np.diff(np.concatenate([[False], joined, [False]]).astype(np.int8))
    starts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1) + 1
    mixed = tokens[starts]
    for offset in range(1, int((stops - starts).max(initial=0))):
        longer = starts + offset < stops
        mixed[longer] = _mixed(mixed[longer], tokens[starts[longer] + offset])
    # a run of two is not the pair of the same words
    return Found(hashes=_mixed(mixed, _MIX), starts=starts, stops=stops)


def _mixed(one: Hashes, other: Hashes | np.uint64) -> Hashes:
    """A hash of each pair, in its order; overflow is meant."""
    with np.errstate(over="ignore"):
        found: Hashes = (one * _MIX) ^ (other + _MIX + (one >> np.uint64(7)))
    return found
