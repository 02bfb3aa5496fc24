"""What was told before: it is not told again, and what it holds counts as known."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.protocols import Objective

__all__ = ["BesideTold", "again"]


def again(pool: Pool, told: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """[n] the rows that are told, and those that say the same but for case and punctuation."""
    found: NDArray[np.bool_] = np.isin(pool.same, pool.same[told])
    return found


class BesideTold:
    """An `Objective` that counts some rows as chosen from the start."""

    def __init__(self, objective: Objective, told: Sequence[int]) -> None:
        self._objective = objective
        self._told = tuple(told)
        objective.reset(self._told)

    def bounds(self) -> NDArray[np.float64]:
        """What each row adds to what is told; gains never grow."""
        self._objective.reset(self._told)
        return self._objective.gains(np.arange(len(self._objective.bounds())))

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """What each row would add."""
        return self._objective.gains(rows)

    def add(self, row: int) -> None:
        """Count the row as chosen."""
        self._objective.add(row)

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Count these rows, and what is told, as chosen."""
        self._objective.reset((*self._told, *rows))
