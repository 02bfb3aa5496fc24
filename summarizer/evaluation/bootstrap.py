"""How far a mean over clusters may be off: percentile intervals of the bootstrap.

Efron (1979): clusters are drawn with replacement, as many as there are, again and again. All
systems are seen on the same draws, so that the interval of a difference is that of pairs. Clusters
of one event are drawn apart, as if they were strangers: where they are alike, intervals are a
little too narrow.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["RESAMPLES", "SEED", "Interval", "draws", "interval"]

RESAMPLES = 2_000
SEED = 1979
_ENDS = (2.5, 97.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A mean, and the ends between which it lies in 95 of 100 resamples."""

    mean: float
    low: float
    high: float


def draws(count: int, *, resamples: int = RESAMPLES, seed: int = SEED) -> Floats:
    """[resamples, count] the share of each cluster in each resample; every row sums to 1."""
    random = np.random.default_rng(seed)
    return random.multinomial(count, np.full(count, 1 / count), size=resamples) / count


def interval(values: Floats, drawn: Floats) -> Interval:
    """The mean of [count] values with its interval over [resamples, count] draws."""
    low, high = np.percentile(drawn @ values, _ENDS)
    return Interval(mean=float(values.mean()), low=float(low), high=float(high))
