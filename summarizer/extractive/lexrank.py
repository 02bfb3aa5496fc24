"""LexRank: centrality in the graph of sentence similarities (Erkan and Radev 2004).

The continuous variant. With unit rows X ≥ 0 the similarity matrix is X Xᵀ without its diagonal, so
a power iteration is two sparse products and the matrix is never built: linear in the nonzeros.
"""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.extractive.salience import SalienceObjective
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters
from summarizer.selection.similarity import first_of_each, weighted_rows

__all__ = ["LexRank", "centrality"]

#: with this probability the walk jumps to any sentence (.05 to .15 tell 406 clusters alike, within
#: .2 ROUGE-1; the sample corpus best from .05 to .1)
DAMPING = 0.1
TOLERANCE = 1e-10
MOST_ITERATIONS = 200


class LexRank:
    """Stationary probability of a random walk over similar sentences."""

    parameters: ClassVar[Parameters] = {"damping": DAMPING}
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)
    refined: ClassVar[bool] = False

    def objective(self, pool: Pool, asked: Asked) -> SalienceObjective:
        """Salience ≥ 0 that sums to 1 over the distinct sentences; copies have their twin's."""
        distinct = first_of_each(pool)
        values = centrality(weighted_rows(pool)[distinct])
        return SalienceObjective.of_distinct(pool, values, asked)


def centrality(rows: csr_array) -> NDArray[np.float64]:
    """[n] stationary distribution of the walk over `rows` [n, u] of unit length (or zero).

    A sentence without neighbours is left out of the walk and gets 0, or list marks such as "1."
    would keep the probability that others pass on.
    """
    lengths = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    degree = rows @ np.asarray(rows.sum(axis=0)).ravel() - lengths
    linked = degree > 1e-12
    count = int(linked.sum())
    if count == 0:
        return np.zeros(rows.shape[0])
    share = np.divide(1.0, degree, out=np.zeros_like(degree), where=linked)
    rank: NDArray[np.float64] = linked / count
    for _ in range(MOST_ITERATIONS):
        flow = rank * share
        moved = rows @ (rows.T @ flow) - lengths * flow
        updated = np.where(linked, DAMPING / count + (1 - DAMPING) * moved, 0.0)
        if np.abs(updated - rank).sum() < TOLERANCE:
            return updated
        rank = updated
    return rank
