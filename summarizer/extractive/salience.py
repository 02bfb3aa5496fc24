"""The objective of rankers that give each sentence one number."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.protocols import Asked

__all__ = ["SalienceObjective"]


class SalienceObjective:
    """A set is worth the sum of its sentences' salience; redundancy is left to the selection."""

    def __init__(self, salience: NDArray[np.float64], asked: Asked) -> None:
        self._salience = salience if asked.focus is None else salience * asked.focus

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
