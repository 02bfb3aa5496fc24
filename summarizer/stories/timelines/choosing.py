"""The sentences of a timeline: near what its day and its topic are about, and nothing twice.

Greedy: the sentence that most raises the cosine between the sum of those chosen for the day and the
sum of two centroids, the day's and the topic's (centroids as in Radev et al. 2004).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

__all__ = ["Choosing"]

#: the largest cosine with another sentence of the same day, and of any day told before
_SAME_DAY, _BEFORE = 0.5, 0.75

Rows = NDArray[np.intp]
Floats = NDArray[np.float64]


@dataclass(kw_only=True, eq=False)
class Choosing:
    """The sentences told so far."""

    #: [n, u] unit rows
    vectors: csr_array
    #: [n] whether a sentence is about the topic at all
    about: NDArray[np.bool_]
    #: [n] which rows open an article: what the topic is about is read off these
    opening: NDArray[np.bool_]
    topic: Floats = field(init=False)
    told: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        # on Timeline17 .148/.043 (align+ ROUGE-1/-2), where all rows gave .142/.041
        self.topic = _unit(_sum(self.vectors[self.opening]))

    def entries(
        self, days: Iterable[date], rows: Mapping[date, Rows], *, many: int, sentences: int
    ) -> dict[date, list[int]]:
        """The rows told for each of `many` days, the first of `days` for which there are any."""
        found: dict[date, list[int]] = {}
        for day in days:
            if len(found) == many:
                break
            chosen = self._chosen(rows[day], sentences)
            if chosen:
                found[day] = chosen
                self.told += chosen
        return found

    def _chosen(self, rows: Rows, many: int) -> list[int]:
        rows = rows[self.about[rows]]
        if not len(rows):
            return []
        vectors = self.vectors[rows]
        open_ = self._unlike(vectors, self.told, _BEFORE)
        aim = _unit(_unit(_sum(vectors)) + self.topic)
        toward = np.asarray(vectors @ aim)
        total, chosen = np.zeros(vectors.shape[1]), list[int]()
        while open_.any() and len(chosen) < many:
            # |total + x|² with |x| = 1
            length = np.sqrt(total @ total + 2.0 * (vectors @ total) + 1.0)
            cosine = np.where(open_, (total @ aim + toward) / length, -np.inf)
            best = int(cosine.argmax())
            chosen.append(int(rows[best]))
            total += vectors[[best], :].toarray().ravel()
            open_ &= self._unlike(vectors, chosen[-1:], _SAME_DAY)
            open_[best] = False
        return chosen

    def _unlike(self, vectors: csr_array, told: list[int], most: float) -> NDArray[np.bool_]:
        """[c] which rows are like none of those told."""
        if not told:
            return np.ones(vectors.shape[0], dtype=bool)
        likeness = (vectors @ self.vectors[told].T).toarray()
        unlike: NDArray[np.bool_] = likeness.max(axis=1) <= most
        return unlike


def _sum(vectors: csr_array) -> Floats:
    return np.asarray(vectors.sum(axis=0), dtype=np.float64).ravel()


def _unit(vector: Floats) -> Floats:
    norm = float(np.sqrt(vector @ vector))
    return vector / norm if norm else vector
