"""The worth of the concepts that chosen sentences hold between them.

A concept counts once, however many chosen sentences hold it, and as much as the best of these: the
set is worth Σ over concepts k of w_k · max over chosen s that hold k of m_s, which is monotone and
submodular (Lin and Bilmes 2011), so that greedy selection is near the optimum. With m = 1 it is the
coverage of Gillick and Favre (2009).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Pool

__all__ = ["ConceptCoverage", "scaled"]

Floats = NDArray[np.float64]


class ConceptCoverage:
    """Gains ≥ 0; those of all rows with m = 1 sum to at most 1."""

    def __init__(
        self,
        pool: Pool,
        *,
        bigrams: Floats,
        unigrams: Floats,
        multipliers: Floats | None = None,
    ) -> None:
        """`bigrams` [b] and `unigrams` [u] are the weights, `multipliers` [n] those of the rows."""
        self._starts, self._concepts = _held(pool.bigrams, pool.unigrams)
        self._weights = np.concatenate([bigrams, unigrams])
        self._multipliers = np.ones(len(pool)) if multipliers is None else multipliers
        #: what each concept counts already
        self._covered = np.zeros(len(self._weights))

    def bounds(self) -> Floats:
        """What each row adds to nothing: exactly that."""
        return _sums(self._weights[self._concepts], self._starts) * self._multipliers

    def gains(self, rows: NDArray[np.intp]) -> Floats:
        """What each row would add to what is covered."""
        cells, starts = self._cells(rows)
        held = self._concepts[cells]
        multipliers = np.repeat(self._multipliers[rows], np.diff(starts))
        added = np.maximum(multipliers - self._covered[held], 0.0) * self._weights[held]
        return _sums(added, starts)

    def add(self, row: int) -> None:
        """The row's concepts count as much as it does from now on, or more already."""
        held = self._concepts[self._starts[row] : self._starts[row + 1]]
        self._covered[held] = np.maximum(self._covered[held], self._multipliers[row])

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Only what these rows hold is covered."""
        self._covered[:] = 0.0
        for row in rows:
            self.add(row)

    def _cells(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The places of the rows' concepts, one row after another, and where each row begins."""
        first, lengths = self._starts[rows], self._starts[rows + 1] - self._starts[rows]
        starts = np.zeros(len(rows) + 1, dtype=np.intp)
        np.cumsum(lengths, out=starts[1:])
        return np.arange(starts[-1]) + np.repeat(first - starts[:-1], lengths), starts


def scaled(weights: Floats, mass: float) -> Floats:
    """The weights, brought to the sum `mass`; all zero stays so."""
    total = float(weights.sum())
    return weights * (mass / total) if total else weights


def _held(bigrams: csr_array, unigrams: csr_array) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where each row's concepts begin, and the concepts: bigrams first, each once."""
    pairs, singles = np.diff(bigrams.indptr), np.diff(unigrams.indptr)
    starts = np.zeros(len(pairs) + 1, dtype=np.intp)
    np.cumsum(pairs + singles, out=starts[1:])
    concepts = np.empty(starts[-1], dtype=np.intp)
    for matrix, shift, offset in (
        (bigrams, 0, starts[:-1]),
        (unigrams, bigrams.shape[1], starts[:-1] + pairs),
    ):
        lengths = np.diff(matrix.indptr)
        places = np.arange(len(matrix.indices)) + np.repeat(offset - matrix.indptr[:-1], lengths)
        concepts[places] = matrix.indices + shift
    return starts, concepts


def _sums(values: Floats, starts: NDArray[np.intp]) -> Floats:
    """The sum of each stretch of `values`; in the same order whatever the other stretches are."""
    lengths = np.diff(starts)
    result = np.zeros(len(lengths))
    filled = lengths > 0
    if filled.any():
        result[filled] = np.add.reduceat(values, starts[:-1][filled])
    return result
