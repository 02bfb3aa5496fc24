"""Centroid: sentences near the middle of the collection (Radev et al. 2004, MEAD).

Deviates from MEAD in that copies count once in the centroid, and rows have unit length, so that a
long sentence has no advantage.
"""

from typing import ClassVar

import numpy as np

from summarizer.extractive.salience import SalienceObjective
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters
from summarizer.selection.similarity import first_of_each, weighted_rows


class Centroid:
    """Cosine of each sentence to the mean of all distinct sentences."""

    parameters: ClassVar[Parameters] = {}
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)
    refined: ClassVar[bool] = False

    def objective(self, pool: Pool, asked: Asked) -> SalienceObjective:
        """Salience in [0, 1]; 0 for a sentence without content words."""
        rows = weighted_rows(pool)
        centre = np.asarray(rows[first_of_each(pool)].sum(axis=0)).ravel()
        length = float(np.sqrt(centre @ centre))
        salience = rows @ centre / length if length else np.zeros(len(pool))
        return SalienceObjective(salience, asked)
