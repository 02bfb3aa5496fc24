"""How much of a sentence one evidence sentence holds in the same order."""

import numpy as np

from summarizer.grounding.support.sources import Ints, Sources, Told

__all__ = ["ordered"]

#: evidence sentences that are tried, those that hold most
_TRIED = 3


def ordered(told: Told, sources: Sources) -> float:
    """The weight of the longest common subsequence with the best sentence, over that of all words.

    ROUGE-L's precision (Lin 2004), by weight: function words stand in order everywhere.
    """
    shares = np.round(sources.shares(told), 9)
    tried = np.lexsort((np.diff(sources.bounds), -shares))[:_TRIED]
    total = sum(told.weights.tolist())
    most = max((_common(told, sources.sentence(int(each))) for each in tried), default=0.0)
    return min(1.0, most / total) if total else 0.0


def _common(told: Told, theirs: Ints) -> float:
    """By dynamic programming, a row for each word."""
    row = np.zeros(len(theirs) + 1)
    for number, weight in zip(told.numbers.tolist(), told.weights.tolist(), strict=True):
        row[1:] = np.maximum(row[1:], np.where(theirs == number, row[:-1] + weight, 0.0))
        row = np.maximum.accumulate(row)
    return float(row[-1])
