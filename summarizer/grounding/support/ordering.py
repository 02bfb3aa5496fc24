"""How much of a sentence one evidence sentence holds in the same order."""

import numpy as np

from summarizer.grounding.support.sources import Sources, Told

__all__ = ["ordered"]

#: evidence sentences that are tried, those that hold most
_TRIED = 3


def ordered(told: Told, sources: Sources) -> float:
    """The weight of the longest common subsequence with the best sentence, over that of all words.

    ROUGE-L's precision (Lin 2004), by weight: function words stand in order everywhere.
    """
    shares = sources.shares(told)
    best = np.lexsort((np.diff(sources.bounds), -np.round(shares, 9)))[:_TRIED]
    weights = told.weights.tolist()
    mine = told.numbers.tolist()
    most = max(
        (_common(mine, weights, sources.sentence(int(each)).tolist()) for each in best),
        default=0.0,
    )
    return min(1.0, most / sum(weights)) if mine else 0.0


def _common(mine: list[int], weights: list[float], theirs: list[int]) -> float:
    row = [0.0] * (len(theirs) + 1)
    for word, weight in zip(mine, weights, strict=True):
        new = [0.0]
        for column, other in enumerate(theirs, start=1):
            same = word == other
            new.append(row[column - 1] + weight if same else max(row[column], new[-1]))
        row = new
    return row[-1]
