"""The worth of the concepts that chosen sentences hold between them.

A concept counts once, however many chosen sentences hold it, and as much as the best of these: the
set is worth Σ over concepts k of w_k · max over chosen s that hold k of m_s, which is monotone and
submodular (Lin and Bilmes 2011), so that greedy selection is near the optimum. With m = 1 it is the
coverage of Gillick and Favre (2009).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Pool

__all__ = ["ConceptCoverage", "scaled"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Cells:
    """The concepts of some rows, one row after another."""

    concepts: NDArray[np.intp]
    weights: Floats
    #: of the row that each one is a cell of
    multipliers: Floats | np.float64
    #: [r + 1] where each row begins, and the end
    starts: NDArray[np.intp]
    #: whether every row holds a concept
    full: bool = True


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
        #: what each concept counts already, and the concepts of each row added
        self._covered = np.zeros(len(self._weights))
        self._added: list[NDArray[np.intp]] = []
        self._known: tuple[NDArray[np.intp], _Cells] | None = None

    def bounds(self) -> Floats:
        """What each row adds to nothing: exactly that."""
        return _sums(self._weights[self._concepts], self._starts) * self._multipliers

    def gains(self, rows: NDArray[np.intp]) -> Floats:
        """What each row would add to what is covered."""
        cells = self._cells(rows)
        added = cells.multipliers - self._covered[cells.concepts]
        np.maximum(added, 0.0, out=added)
        added *= cells.weights
        if cells.full:
            return np.add.reduceat(added, cells.starts[:-1])
        return _sums(added, cells.starts)

    def add(self, row: int) -> None:
        """The row's concepts count as much as it does from now on, or more already."""
        held = self._concepts[self._starts[row] : self._starts[row + 1]]
        self._covered[held] = np.maximum(self._covered[held], self._multipliers[row])
        self._added.append(held)

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Only what these rows hold is covered."""
        for held in self._added:
            self._covered[held] = 0.0
        self._added.clear()
        for row in rows:
            self.add(row)

    def _cells(self, rows: NDArray[np.intp]) -> _Cells:
        """What the rows hold. Rows that cannot change are looked up once."""
        if len(rows) == 1:
            return self._cells_of(int(rows[0]))
        if self._known is not None and self._known[0] is rows:
            return self._known[1]
        first, lengths = self._starts[rows], self._starts[rows + 1] - self._starts[rows]
        starts = np.zeros(len(rows) + 1, dtype=np.intp)
        np.cumsum(lengths, out=starts[1:])
        concepts = self._concepts[np.arange(starts[-1]) + np.repeat(first - starts[:-1], lengths)]
        found = _Cells(
            concepts=concepts,
            weights=self._weights[concepts],
            multipliers=np.repeat(self._multipliers[rows], lengths),
            starts=starts,
            full=bool(len(rows)) and bool(lengths.all()),
        )
        if not rows.flags.writeable:
            self._known = rows, found
        return found

    def _cells_of(self, row: int) -> _Cells:
        concepts = self._concepts[self._starts[row] : self._starts[row + 1]]
        return _Cells(
            concepts=concepts,
            weights=self._weights[concepts],
            multipliers=self._multipliers[row],
            starts=np.array([0, len(concepts)]),
            full=len(concepts) > 0,
        )


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
    filled = starts[1:] > starts[:-1]
    result = np.zeros(len(filled))
    if filled.any():
        result[filled] = np.add.reduceat(values, starts[:-1][filled])
    return result
