"""Greedy selection of whole sentences under a budget, without saying anything twice.

For a monotone submodular objective the greedy choice by gain per cost is near optimal (Lin and
Bilmes 2010); objectives whose gains never grow also allow lazy evaluation (Minoux 1978): most gains
are never computed again.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool, SentenceFlag
from summarizer.protocols import Objective, Ranker
from summarizer.selection.similarity import first_of_each, likeness, weighted_rows
from summarizer.types import Budget

__all__ = ["Drop", "Pick", "Selection", "choose", "costs"]

#: two sentences of this cosine or more say the same; on sample stories .6 began to merge
#: different facts about one meeting, .8 let paraphrases of one sentence through
SAME = 0.7
#: shorter sentences ("I'm worried.") fill gaps in a budget without telling anything
LEAST_WORDS = 5
#: candidates whose gains are computed again at a time
_BATCH = 64
#: dropped sentences that an explanation shows
_NEAREST = 10


Reason = Literal["repeats", "dangling", "too_short", "too_long", "outranked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A chosen row and what it added when it was chosen."""

    row: int
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A row that was not chosen, what it would have added at first and at last, and why not."""

    row: int
    gain: float
    last_gain: float
    reason: Reason
    #: the chosen row that it repeats
    instead: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The outcome: picks in the order of choice, and the best of those left out."""

    picks: tuple[Pick, ...]
    drops: tuple[Drop, ...] = ()
    #: True when the budget held every distinct sentence
    everything: bool = False
    #: the cost of the cheapest sentence, in the budget's unit
    shortest: int = 0
    #: the cost of all distinct sentences, in the budget's unit
    available: int = 0


def costs(pool: Pool, budget: Budget) -> NDArray[np.int64]:
    """[n] what each row costs in the budget's unit; characters include the space that joins."""
    if budget.unit == "words":
        return pool.words.astype(np.int64)
    if budget.unit == "characters":
        return pool.characters.astype(np.int64) + 1
    return np.ones(len(pool), dtype=np.int64)


def choose(
    pool: Pool,
    ranker: Ranker,
    budget: Budget,
    *,
    focus: NDArray[np.float64] | None = None,
) -> Selection:
    """The sentences worth most within the budget: never more than it, whole sentences only.

    `focus` [n] multiplies gains (a query's match). A sentence that cannot stand alone is chosen
    only after the one before it, or when there is no other at all.
    """
    cost = costs(pool, budget)
    # the last sentence needs no space after it
    amount = budget.amount + (budget.unit == "characters")
    distinct = first_of_each(pool)
    available = int(cost[distinct].sum())
    shortest = int(cost[distinct].min()) if len(distinct) else 0
    runs = [
        _Run(
            pool,
            ranker.objective(pool),
            cost=cost,
            amount=amount,
            exponent=exponent,
            focus=focus,
        )
        for exponent in ranker.cost_exponents
    ]
    # nor does a text of all of them
    last_space = int(budget.unit == "characters" and len(distinct) > 0)
    if available <= amount:
        return runs[0].everything(distinct, available - last_space)
    best = max((run.fill(distinct) for run in runs), key=lambda run: run.total)
    return Selection(
        picks=tuple(best.picks),
        drops=best.drops(),
        shortest=shortest - last_space,
        available=available - last_space,
    )


class _Run:
    """One greedy pass at one cost exponent."""

    def __init__(
        self,
        pool: Pool,
        objective: Objective,
        *,
        cost: NDArray[np.int64],
        amount: int,
        exponent: float,
        focus: NDArray[np.float64] | None,
    ) -> None:
        self.pool = pool
        self.objective = objective
        self.cost = cost
        self.amount = amount
        self.left = amount
        self.scale = np.maximum(cost, 1).astype(np.float64) ** -exponent
        self.focus = np.ones(len(pool)) if focus is None else focus
        self.picks: list[Pick] = []
        self.rows = weighted_rows(pool)
        #: the chosen row that each row is most like, and how much
        self.likest = np.full(len(pool), -1)
        self.likeness = np.zeros(len(pool))
        self.first_gains = self._gains(np.arange(len(pool)))
        self.bounds = self.first_gains * self.scale

    @property
    def total(self) -> float:
        return sum(pick.gain for pick in self.picks)

    def everything(self, distinct: NDArray[np.intp], available: int) -> Selection:
        """Every distinct sentence, most valuable first."""
        order = distinct[np.argsort(-self.first_gains[distinct], kind="stable")]
        picks = tuple(Pick(row=int(row), gain=float(self.first_gains[row])) for row in order)
        return Selection(picks=picks, everything=True, available=available)

    def fill(self, distinct: NDArray[np.intp]) -> "_Run":
        """Choose until nothing fits."""
        open_rows = np.zeros(len(self.pool), dtype=bool)
        open_rows[distinct] = True
        stands_alone = (self.pool.flags & SentenceFlag.DANGLING) == 0
        self._fill(open_rows, allowed=stands_alone & (self.pool.words >= LEAST_WORDS))
        if not self.picks:
            self._fill(open_rows, allowed=np.ones(len(self.pool), dtype=bool))
        return self

    def _fill(self, open_rows: NDArray[np.bool_], *, allowed: NDArray[np.bool_]) -> None:
        while True:
            fits = open_rows & allowed & (self.cost <= self.left) & (self.likeness < SAME)
            candidates = np.flatnonzero(fits)
            if not len(candidates):
                return
            row = self._best(candidates)
            self._take(row)
            open_rows[row] = False
            follower = row + 1
            if follower < len(self.pool) and self.pool.article[follower] == self.pool.article[row]:
                allowed[follower] = self.pool.words[follower] >= LEAST_WORDS

    def _best(self, candidates: NDArray[np.intp]) -> int:
        """The candidate of the largest gain per cost; the lowest row where several have it."""
        fresh = np.zeros(len(candidates), dtype=bool)
        while True:
            order = np.argsort(-self.bounds[candidates], kind="stable")
            if fresh[order[0]]:
                return int(candidates[order[0]])
            batch = order[~fresh[order]][:_BATCH]
            rows = candidates[batch]
            self.bounds[rows] = self._gains(rows) * self.scale[rows]
            fresh[batch] = True

    def _gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        return self.objective.gains(rows) * self.focus[rows]

    def _gain(self, row: int) -> float:
        return float(self._gains(np.array([row]))[0])

    def _take(self, row: int) -> None:
        self.picks.append(Pick(row=row, gain=self._gain(row)))
        self.objective.add(row)
        self.left -= int(self.cost[row])
        alike = likeness(self.rows, row)
        closer = alike > self.likeness
        self.likest[closer] = row
        self.likeness = np.maximum(self.likeness, alike)

    def drops(self) -> tuple[Drop, ...]:
        """The rows left out that were worth most at first, with the reason."""
        chosen = {pick.row for pick in self.picks}
        taken = {int(self.pool.same[row]) for row in chosen}
        order = np.argsort(-(self.first_gains * self.scale), kind="stable")
        dropped: list[Drop] = []
        for row in order.tolist():
            if int(self.pool.same[row]) not in taken:
                taken.add(int(self.pool.same[row]))
                dropped.append(self._drop(row, chosen))
            if len(dropped) == _NEAREST:
                break
        return tuple(dropped)

    def _drop(self, row: int, chosen: set[int]) -> Drop:
        repeats = self.likeness[row] >= SAME
        return Drop(
            row=row,
            gain=float(self.first_gains[row]),
            last_gain=self._gain(row),
            reason="repeats" if repeats else self._reason(row, chosen),
            instead=int(self.likest[row]) if repeats else None,
        )

    def _reason(self, row: int, chosen: set[int]) -> Reason:
        follows = row - 1 in chosen and self.pool.index[row] > 0
        if self.pool.flags[row] & SentenceFlag.DANGLING and not follows:
            return "dangling"
        if self.pool.words[row] < LEAST_WORDS:
            return "too_short"
        return "too_long" if self.cost[row] > self.amount else "outranked"
