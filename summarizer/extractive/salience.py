"""The objective of rankers that give each sentence one number."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["SalienceObjective"]


class SalienceObjective:
    """A set is worth the sum of its sentences' salience; redundancy is left to the selection."""

    def __init__(self, salience: NDArray[np.float64]) -> None:
        self._salience = salience

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """The salience of each row, whatever was chosen."""
        return self._salience[rows]

    def add(self, row: int) -> None:
        """Nothing changes: salience does not depend on the other sentences."""
