"""Maximal marginal relevance (Carbonell and Goldstein 1998) over centroid salience."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from summarizer.extractive.centroid import Centroid
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters
from summarizer.selection.similarity import likeness, weighted_rows

__all__ = ["MaximalMarginalRelevance"]

#: weight of relevance against novelty
TRADE_OFF = 0.7


class MaximalMarginalRelevance:
    """λ · relevance - (1 - λ) · similarity to the most similar sentence already chosen."""

    parameters: ClassVar[Parameters] = {"trade_off": TRADE_OFF}
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)
    refined: ClassVar[bool] = False

    def objective(self, pool: Pool, asked: Asked) -> "_Marginal":
        """Gains in [λ - 1, λ], a query aside; relevance is the cosine to the centroid."""
        return _Marginal(pool, Centroid().objective(pool, asked).bounds())


class _Marginal:
    def __init__(self, pool: Pool, relevance: NDArray[np.float64]) -> None:
        self._rows = weighted_rows(pool)
        self._relevance = relevance
        self._nearest = np.zeros(len(pool))

    def bounds(self) -> NDArray[np.float64]:
        return TRADE_OFF * self._relevance

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        return TRADE_OFF * self._relevance[rows] - (1 - TRADE_OFF) * self._nearest[rows]

    def add(self, row: int) -> None:
        self._nearest = np.maximum(self._nearest, likeness(self._rows, row))

    def reset(self, rows: Sequence[int] = ()) -> None:
        self._nearest = np.zeros_like(self._nearest)
        for row in rows:
            self.add(row)
