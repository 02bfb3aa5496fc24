"""TextRank: PageRank over the words that sentences share (Mihalcea and Tarau 2004).

Two sentences are linked by the number of words that both hold, divided by log|S| + log|T|. That
quotient depends on their lengths alone, and the table of it over the lengths, a Cauchy matrix, has
a dozen eigenvalues that count. With B the rows of words and D the diagonal matrix of an
eigenvector's entries, the weights are the sum of λ D B Bᵀ D: a step of the walk is two sparse
products, linear in the words whatever the lengths, and no matrix of sentences is built.

Deviates from the paper in its words: all content words' stems, each once, where the paper leaves
the choice open; two sentences of one word each, whose logarithms are 0, are not linked, as in
gensim. A sentence without neighbours gets 0 where the paper gives it 1 - d, and the others' ranks
are scaled to the sum 1.
"""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.extractive.salience import SalienceObjective
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters
from summarizer.selection.similarity import first_of_each

__all__ = ["TextRank", "word_walk"]

#: of the paper (its d): with this probability the walk goes on to a neighbour
DAMPING = 0.85
TOLERANCE = 1e-10
MOST_ITERATIONS = 200
#: smaller eigenvalues, relative to the largest, are rounding
_NOTHING = 1e-14

Floats = NDArray[np.float64]


class TextRank:
    """Stationary probability of a random walk over sentences that share words."""

    parameters: ClassVar[Parameters] = {"damping": DAMPING}
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)
    refined: ClassVar[bool] = False

    def objective(self, pool: Pool, asked: Asked) -> SalienceObjective:
        """Salience ≥ 0 that sums to 1 over the distinct sentences; copies have their twin's."""
        distinct = first_of_each(pool)
        values = word_walk(_content(pool)[distinct])
        return SalienceObjective.of_distinct(pool, values, asked)


def word_walk(held: csr_array) -> Floats:
    """[n] stationary distribution of the walk over `held` [n, u]: 1 where a row holds a word.

    A row without neighbours is left out of the walk and gets 0.
    """
    links = _Links(held)
    degree = links.flow(np.ones(held.shape[0]))
    # what is left of a row's own weight, when that is taken out, is rounding
    linked = degree > 1e-9
    count = int(linked.sum())
    if count == 0:
        return np.zeros(held.shape[0])
    share = np.divide(1.0, degree, out=np.zeros_like(degree), where=linked)
    # without jumps the degrees would be the answer: the walk is near its end from the start
    rank = np.where(linked, degree, 0.0) / float(degree[linked].sum())
    for _ in range(MOST_ITERATIONS):
        moved = links.flow(rank * share)
        updated = np.where(linked, (1 - DAMPING) / count + DAMPING * moved, 0.0)
        if np.abs(updated - rank).sum() < TOLERANCE:
            return updated
        rank = updated
    return rank


class _Links:
    """The weights between rows, as something to multiply by."""

    def __init__(self, held: csr_array) -> None:
        self._held = held
        self._holders = held.T.tocsr()
        size = np.diff(held.indptr)
        lengths, place = np.unique(np.maximum(size, 1), return_inverse=True)
        table = _quotients(lengths)
        values, vectors = np.linalg.eigh(table)
        counted = np.abs(values) > _NOTHING * np.abs(values).max(initial=0.0)
        #: [n, q] each row's entries of the eigenvectors, and times the eigenvalues
        self._entries = vectors[:, counted][place]
        self._scaled = (vectors * values)[:, counted][place]
        #: [n] the weight between a row and itself, which is no link
        self._own = size * table[place, place]

    def flow(self, given: Floats) -> Floats:
        """[n] what each row gets when every row gives each neighbour so much times the weight."""
        words = self._holders @ (self._entries * given[:, None])
        # summed row by row: a product of matrices may round equal rows in different ways
        moved: Floats = ((self._held @ words) * self._scaled).sum(axis=1)
        return moved - self._own * given


def _quotients(lengths: NDArray[np.int64]) -> Floats:
    """[l, l] 1 / (log l + log m) for sentences of l and m words; 0 where both have one."""
    logs = np.log(lengths)
    sums = logs[:, None] + logs
    quotients: Floats = np.divide(1.0, sums, out=np.zeros_like(sums), where=sums > 0)
    return quotients


def _content(pool: Pool) -> csr_array:
    """[n, u] 1 where a row holds a content word."""
    counts = pool.unigrams
    content = ~pool.unigram_function[counts.indices]
    starts = np.zeros(len(pool) + 1, dtype=np.int32)
    rows = np.repeat(np.arange(len(pool)), np.diff(counts.indptr))
    np.cumsum(np.bincount(rows[content], minlength=len(pool)), out=starts[1:])
    held = counts.indices[content]
    return csr_array((np.ones(len(held)), held, starts), shape=counts.shape)
