"""Coverage: sentences that together hold the concepts that independent articles agree on.

Concepts are stemmed bigrams (Gillick and Favre 2009) and, at a smaller mass, single stems; a
concept counts once, however many chosen sentences hold it. Its weight grows with the number of
independent articles that hold it and with how early they do. Deviates from Gillick and Favre in
that weight (they count articles), and in a greedy selection where they solve an integer program.
"""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack

from summarizer.prepared import Pool
from summarizer.protocols import Parameters

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

    def objective(self, pool: Pool) -> "_Uncovered":
        """Gains ≥ 0 that sum to at most 1."""
        pairs = _weights(pool, pool.bigrams) * np.where(pool.bigram_function == 2, 0.5, 1.0)
        singles = _weights(pool, pool.unigrams) * np.where(pool.unigram_function, 0.0, 1.0)
        weights = np.concatenate([_scaled(pairs, 1 - UNIGRAM_MASS), _scaled(singles, UNIGRAM_MASS)])
        return _Uncovered(csr_array(hstack([pool.bigrams, pool.unigrams])), weights)


class _Uncovered:
    def __init__(self, rows: csr_array, weights: NDArray[np.float64]) -> None:
        self._rows = (rows > 0).astype(np.float64)
        self._weights = weights.copy()

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        return self._rows[rows] @ self._weights

    def add(self, row: int) -> None:
        self._weights[self._rows[[row]].indices] = 0.0


def _scaled(weights: NDArray[np.float64], mass: float) -> NDArray[np.float64]:
    total = float(weights.sum())
    return weights * (mass / total) if total else weights


def _weights(pool: Pool, concepts: csr_array) -> NDArray[np.float64]:
    """(Σ over independent articles of 1 + early / (1 + p / 3))², p the first sentence with it."""
    group, column, first = _earliest(pool, concepts)
    support = np.bincount(column, 1.0 + EARLY / (1.0 + first / 3.0), concepts.shape[1])
    lone = np.bincount(column, minlength=concepts.shape[1]) == 1
    many = len(np.unique(group)) >= MANY
    return np.asarray(support**2 * np.where(lone & many, LONE, 1.0))


def _earliest(
    pool: Pool, concepts: csr_array
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    """For each pair of an independent article and a concept in it: article, concept, and the index
    of the first sentence that holds it.
    """
    held = (concepts > 0).tocoo()
    pair = pool.group[pool.article[held.row]].astype(np.int64) * concepts.shape[1] + held.col
    index = pool.index[held.row]
    order = np.lexsort((index, pair))
    pairs, places = np.unique(pair[order], return_index=True)
    width = max(1, concepts.shape[1])
    return pairs // width, pairs % width, index[order][places]
