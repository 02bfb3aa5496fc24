"""Lead: the first sentences of every article, in the order in which the articles were given.

The baseline that news summarizers must beat, since reporters put what matters first. The only
ranker for which the order of the articles counts.
"""

from typing import ClassVar

import numpy as np

from summarizer.extractive.salience import SalienceObjective
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters


class Lead:
    """First sentences first: sentence 0 of each article, then sentence 1 of each, and so on."""

    parameters: ClassVar[Parameters] = {}
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)
    refined: ClassVar[bool] = False

    def objective(self, pool: Pool, asked: Asked) -> SalienceObjective:
        """Salience in (0, 1], falling with the sentence's index, then the article's place."""
        articles = max(1, len(pool.given))
        place = pool.index * articles + pool.given[pool.article]
        return SalienceObjective(1.0 / (1.0 + place.astype(np.float64)), asked)
