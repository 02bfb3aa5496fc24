"""Whether content words that stand beside each other stand as close in the evidence."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarizer.grounding.support.sources import Ints, Sources, Told

__all__ = ["near"]

#: words between them, beyond those in the sentence, at which a pair counts half (2 to 8 tried:
#: within .004)
_HALF = 4.0


def near(told: Told, sources: Sources) -> float:
    """The weight of pairs of neighbouring content words that one evidence sentence holds, less the
    further apart, over that of all pairs. A single content word is known or not.
    """
    places = np.flatnonzero(told.content).tolist() or list(range(len(told.numbers)))
    numbers, weights = told.numbers.tolist(), told.weights.tolist()
    found = total = 0.0
    for left, right in pairwise(places):
        if numbers[left] == numbers[right] >= 0:
            continue
        weight = weights[left] + weights[right]
        total += weight
        distance = _distance(numbers[left], numbers[right], sources)
        if distance is not None:
            found += weight / (1 + max(0, distance - (right - left)) / _HALF)
    return found / total if total else float(bool(places) and numbers[places[0]] >= 0)


def _distance(left: int, right: int, sources: Sources) -> int | None:
    """The least between two stems inside a sentence; None when none holds both."""
    lefts, rights = sources.positions.get(left), sources.positions.get(right)
    if lefts is None or rights is None:
        return None
    behind = np.searchsorted(rights, lefts)
    nearest = [
        _within(lefts, rights[np.clip(each, 0, len(rights) - 1)], sources)
        for each in (behind - 1, behind)
    ]
    least = [int(each.min()) for each in nearest if len(each)]
    return min(least, default=None)


def _within(lefts: Ints, rights: Ints, sources: Sources) -> NDArray[np.int64]:
    """The distances of those pairs that stand in one sentence."""
    together = sources.sentence_of[lefts] == sources.sentence_of[rights]
    distances: Ints = np.abs(lefts - rights)[together]
    return distances
