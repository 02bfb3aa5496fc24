"""Coverage: sentences that together hold the concepts that independent articles agree on.

The untrained core of `learned`: weights by a formula, every sentence as good a teller as another.
A concept's weight grows with the number of independent articles that hold it and with how early
they do. Deviates from Gillick and Favre (2009) in that weight (they count articles), in single
stems as concepts of a smaller mass, and in a greedy selection where they solve an integer program.
"""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.extractive.concept_coverage import ConceptCoverage, scaled
from summarizer.extractive.concepts import support
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters

__all__ = ["Coverage"]

#: share of the whole weight that single stems carry
UNIGRAM_MASS = 0.15
#: an article adds 1 to a concept's weight, and up to this much more when it says it early
EARLY = 3.0
#: with this many independent articles, what only one of them says weighs little
MANY = 5
LONE = 0.1


class Coverage:
    """Gain of a sentence: the weight of the concepts that no chosen sentence holds yet."""

    parameters: ClassVar[Parameters] = {
        "unigram_mass": UNIGRAM_MASS,
        "early": EARLY,
        "lone": LONE,
    }
    # by gain per whole cost (exponent 1) short fillers win: .009 less ROUGE-2 on the sample corpus
    cost_exponents: ClassVar[tuple[float, ...]] = (0.5, 0.25, 0.0)
    refined: ClassVar[bool] = True

    def objective(self, pool: Pool, asked: Asked) -> ConceptCoverage:
        """Gains ≥ 0 that sum to at most 1, a query aside."""
        pairs = _weights(pool, pool.bigrams) * np.where(pool.bigram_function == 2, 0.5, 1.0)
        singles = _weights(pool, pool.unigrams) * np.where(pool.unigram_function, 0.0, 1.0)
        return ConceptCoverage(
            pool,
            bigrams=scaled(pairs, 1 - UNIGRAM_MASS),
            unigrams=scaled(singles, UNIGRAM_MASS),
            multipliers=asked.focus,
        )


def _weights(pool: Pool, concepts: csr_array) -> NDArray[np.float64]:
    """(Σ over independent articles of 1 + early / (1 + p / 3))², p the first sentence with it."""
    held = support(pool, concepts)
    weight = np.bincount(held.concept, 1.0 + EARLY / (1.0 + held.first / 3.0), concepts.shape[1])
    lone = np.bincount(held.concept, minlength=concepts.shape[1]) == 1
    many = len(np.unique(pool.group)) >= MANY
    return np.asarray(weight**2 * np.where(lone & many, LONE, 1.0))
