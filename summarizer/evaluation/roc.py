"""How well a score parts two kinds: the area under the ROC curve, with intervals.

The area is the chance that one of the first kind has the higher score than one of the second; ties
count half (Mann and Whitney 1947). Cases of one group are drawn together in the bootstrap.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.evaluation.bootstrap import draws

__all__ = ["Area", "area", "areas", "resampled"]

_ENDS = (2.5, 97.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The area, and the ends between which it lies in 95 of 100 resamples."""

    area: float
    low: float
    high: float


def areas(scores: Floats, first: NDArray[np.bool_], weights: Floats) -> Floats:
    """[r] the area under each of [r, n] weightings of the cases; NaN where a kind has no weight."""
    higher, lower = scores[first][:, None], scores[~first]
    wins = (higher > lower) + 0.5 * (higher == lower)
    ours, theirs = weights[:, first], weights[:, ~first]
    pairs = ours.sum(axis=1) * theirs.sum(axis=1)
    won = ((ours @ wins) * theirs).sum(axis=1)
    found: Floats = np.divide(won, pairs, out=np.full(len(weights), np.nan), where=pairs > 0)
    return found


def resampled(groups: Sequence[int]) -> Floats:
    """[1 + r, n] weights of the cases: all alike, then those of each resample of groups."""
    _, owners = np.unique(np.array(groups), return_inverse=True)
    count = int(owners.max()) + 1
    # whole numbers, so that sums of weights are exact
    times = np.round(draws(count) * count)
    return np.concatenate([np.ones((1, len(owners))), times[:, owners]])


def area(found: Floats) -> Area:
    """Of all cases, the first of `found`, with the interval of the others.

    Resamples without a case of either kind are left out.
    """
    low, high = np.nanpercentile(found[1:], _ENDS)
    return Area(area=float(found[0]), low=float(low), high=float(high))
