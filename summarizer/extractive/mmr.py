"""Maximal marginal relevance (Carbonell and Goldstein 1998) over centroid salience."""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from summarizer.extractive.centroid import Centroid
from summarizer.prepared import Pool
from summarizer.protocols import Parameters
from summarizer.selection.similarity import likeness, weighted_rows

__all__ = ["MaximalMarginalRelevance"]

#: weight of relevance against novelty
TRADE_OFF = 0.7


class MaximalMarginalRelevance:
    """λ · relevance - (1 - λ) · similarity to the most similar sentence already chosen."""

    parameters: ClassVar[Parameters] = {"trade_off": TRADE_OFF}
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)

    def objective(self, pool: Pool) -> "_Marginal":
        """Gains in [λ - 1, λ]; relevance is the cosine to the centroid."""
        relevance = Centroid().objective(pool).gains(np.arange(len(pool)))
        return _Marginal(pool, relevance)


class _Marginal:
    def __init__(self, pool: Pool, relevance: NDArray[np.float64]) -> None:
        self._rows = weighted_rows(pool)
        self._relevance = relevance
        self._nearest = np.zeros(len(pool))

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        return TRADE_OFF * self._relevance[rows] - (1 - TRADE_OFF) * self._nearest[rows]

    def add(self, row: int) -> None:
        self._nearest = np.maximum(self._nearest, likeness(self._rows, row))
