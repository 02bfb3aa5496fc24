"""The objective of rankers that give each sentence one number."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.protocols import Asked
from summarizer.selection.similarity import first_of_each

__all__ = ["SalienceObjective"]


class SalienceObjective:
    """A set is worth the sum of its sentences' salience; redundancy is left to the selection."""

    def __init__(self, salience: NDArray[np.float64], asked: Asked) -> None:
        self._salience = salience if asked.focus is None else salience * asked.focus

    @classmethod
    def of_distinct(
        cls, pool: Pool, values: NDArray[np.float64], asked: Asked
    ) -> "SalienceObjective":
        """With one value for each of the pool's distinct sentences; copies have their twin's."""
        salience = np.zeros(int(pool.same.max(initial=-1)) + 1)
        salience[pool.same[first_of_each(pool)]] = values
        return cls(salience[pool.same], asked)

    def bounds(self) -> NDArray[np.float64]:
        """The salience of every row."""
        return self._salience

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """The salience of each row, whatever was chosen."""
        return self._salience[rows]

    def add(self, row: int) -> None:
        """Nothing changes: salience does not depend on the other sentences."""

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Nothing changes."""
