"""Submodular: sentences like many others, each of which counts only so far (Lin and Bilmes 2011).

A set S is worth L(S) + λ R(S). The coverage L is Σ over all distinct sentences i of
min(C_i(S), α C_i(V)), where C_i(S) is the sum of the cosines of i to those in S. The diversity
reward R is Σ over clusters of √(Σ over the chosen j inside of r_j), r_j the mean cosine of j to
all. Both are monotone and submodular, so that greedy selection is near the optimum.

No matrix of sentences is built: C(V) is two sparse products, and a sentence's cosines to the others
are worked out when its gain is asked for.
"""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters
from summarizer.selection.similarity import first_of_each, weighted_rows

__all__ = ["Submodular"]

#: α times the number of sentences: a sentence counts until it is covered as by so many average ones
SATURATION = 10.0
#: λ
DIVERSITY = 20.0

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


class Submodular:
    """Gain of a sentence: what it adds to the coverage of all, and to the variety of sources.

    Deviates from the paper in its clusters: the sentences of one independent article, where it runs
    k-means into a fifth as many clusters as sentences, whose time is quadratic, and which was no
    better. A query multiplies a chosen sentence's cosines and its r. Copies are one sentence.
    """

    parameters: ClassVar[Parameters] = {"saturation": SATURATION, "diversity": DIVERSITY}
    # the paper's .3 lost 1.3 ROUGE-2 on newswire in 48 words, .1 on web articles in 230
    cost_exponents: ClassVar[tuple[float, ...]] = (0.0,)
    # the paper does not exchange either: that found more of this worth, and lost 1.5 and .5
    refined: ClassVar[bool] = False

    def objective(self, pool: Pool, asked: Asked) -> "_Coverage":
        """Gains ≥ 0; a sentence without content words adds nothing."""
        return _Coverage(pool, asked)


class _Coverage:
    def __init__(self, pool: Pool, asked: Asked) -> None:
        distinct = first_of_each(pool)
        count = max(1, len(distinct))
        #: [n] the place of each row among the d distinct sentences
        self._place = np.argsort(pool.same[distinct])[pool.same]
        rows = weighted_rows(pool)[distinct]
        #: [d] how well each answers the query: as well as the best of its copies
        self._focus = _best_focus(asked.focus, self._place, len(distinct))
        self._likeness = _Likeness(rows, self._focus)
        degree = rows @ np.asarray(rows.sum(axis=0)).ravel()
        #: [d] how far it may be covered, how much it covers if all of that counts, and its reward
        self._most = degree * min(1.0, SATURATION / count)
        self._reach = degree * self._focus
        self._reward = self._reach / count
        self._cluster = pool.group[pool.article[distinct]]
        self.reset()

    def bounds(self) -> Floats:
        """A little more than each row adds to nothing: of the likenesses that are more than counts,
        only that to itself is cut, which needs no cosines.
        """
        own = np.where(self._reach > 0, self._focus, 0.0)
        covers = self._reach - np.maximum(own - self._most, 0.0)
        bounds: Floats = covers + DIVERSITY * np.sqrt(self._reward)
        return bounds[self._place]

    def gains(self, rows: Rows) -> Floats:
        """What each row would add: less and less, in every step of the arithmetic too."""
        places = self._place[rows]
        gains = np.zeros(len(rows))
        adds = (self._reach[places] > 0) & ~self._chosen[places]
        places = places[adds]
        told, reward = self._told[self._cluster[places]], self._reward[places]
        variety = reward / (np.sqrt(told + reward) + np.sqrt(told))
        gains[adds] = self._likeness.within(self._room, places) + DIVERSITY * variety
        return gains

    def add(self, row: int) -> None:
        """The row covers others; nothing if a copy of it does already."""
        place = int(self._place[row])
        if self._chosen[place] or not self._reach[place]:
            return
        self._chosen[place] = True
        self._told[self._cluster[place]] += self._reward[place]
        others, cosines = self._likeness.of(place)
        self._room[others] = np.maximum(self._room[others] - cosines, 0.0)

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Only these rows cover others."""
        #: [d] which are chosen, and how far each may still be covered
        self._chosen = np.zeros(len(self._reach), dtype=bool)
        self._room = self._most.copy()
        #: the sum of the rewards of each cluster's chosen sentences
        self._told = np.zeros(int(self._cluster.max(initial=0)) + 1)
        for row in rows:
            self.add(row)


class _Likeness:
    """The cosines of some of d sentences to all, times their focus."""

    def __init__(self, rows: csr_array, focus: Floats) -> None:
        self._rows = rows
        self._holders = rows.T.tocsr()
        self._focus = focus
        #: [d] which of the k that were asked for it is; -1 for none
        self._slot = np.full(rows.shape[0], -1)
        #: [k + 1] where each one's begin; the sentences that it is like, and the cosines to them
        self._starts = np.zeros(1, dtype=np.intp)
        self._others = np.zeros(0, dtype=np.intp)
        self._cosines = np.zeros(0)

    def of(self, place: int) -> tuple[Rows, Floats]:
        """The sentences that this one shares content words with, and their cosines."""
        slot = int(self._slots(np.array([place]))[0])
        cells = slice(self._starts[slot], self._starts[slot + 1])
        return self._others[cells], self._cosines[cells]

    def within(self, room: Floats, places: Rows) -> Floats:
        """For each of these places, which hold content words, the sum of its cosines, none counted
        as more than the room of the other sentence.
        """
        slots, known = self._slots(places), len(self._starts) - 1
        if len(slots) * 8 < known or not known:
            return np.array([self._stretch(room, slot, slot + 1)[0] for slot in slots.tolist()])
        # all at once are quicker than many one by one, or than picking their cosines out
        return self._stretch(room, 0, known)[slots]

    def _stretch(self, room: Floats, first: int, last: int) -> Floats:
        """The sums of these slots, one or more; of each the same whatever the others are."""
        starts = self._starts[first:last]
        cells = slice(starts[0], self._starts[last])
        counted = np.minimum(room[self._others[cells]], self._cosines[cells])
        sums: Floats = np.add.reduceat(counted, starts - starts[0])
        return sums

    def _slots(self, places: Rows) -> Rows:
        """The slots of these places, whose cosines are known from now on."""
        new = np.unique(places[self._slot[places] < 0])
        if len(new):
            found = self._rows[new] @ self._holders
            self._slot[new] = len(self._starts) - 1 + np.arange(len(new))
            cosines = found.data * np.repeat(self._focus[new], np.diff(found.indptr))
            self._starts = np.append(self._starts, self._starts[-1] + found.indptr[1:])
            self._others = np.append(self._others, found.indices)
            self._cosines = np.append(self._cosines, cosines)
        return self._slot[places]


def _best_focus(focus: Floats | None, place: Rows, count: int) -> Floats:
    """[count] the largest focus of the rows at each place; ones where nothing was asked."""
    if focus is None:
        return np.ones(count)
    best = np.zeros(count)
    np.maximum.at(best, place, focus)
    return best
