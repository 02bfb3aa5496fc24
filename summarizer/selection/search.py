"""Looks for the best choice of sentences for one question."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool, SentenceFlag
from summarizer.protocols import Objective, Ranker
from summarizer.selection.outcome import Pick
from summarizer.selection.table import Table

__all__ = ["LEAST_WORDS", "Search"]

#: shorter sentences ("I'm worried.") fill gaps in a budget without telling anything
LEAST_WORDS = 5
#: candidates (60 lost .1 ROUGE-1 on three web articles in 230 words, 300 gained nothing), and more
#: where the budget may hold a quarter as many sentences
LEAST_CANDIDATES = 120

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Search:
    """The question, and what is known of its pool's rows."""

    pool: Pool
    ranker: Ranker
    objective: Objective
    #: [n] what each row adds to nothing
    worth: NDArray[np.float64]
    #: [n] in the budget's unit
    cost: NDArray[np.int64]
    amount: int
    #: whether a sentence that points back needs the one before it
    standalone: bool
    #: [n] which rows can stand alone, and which tell enough to fill a gap
    alone: NDArray[np.bool_] = field(init=False)
    telling: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        dangling = (self.pool.flags & SentenceFlag.DANGLING) > 0
        object.__setattr__(self, "alone", ~dangling | (not self.standalone))
        object.__setattr__(self, "telling", self.pool.words >= LEAST_WORDS)

    def best(self, distinct: Rows) -> list[Pick]:
        """The choice of the largest total; what cannot stand alone is in it only if nothing can."""
        for strict in (True, False):
            rows = self._candidates(distinct, strict=strict)
            table = Table(
                pool=self.pool,
                objective=self.objective,
                exponents=self.ranker.cost_exponents,
                amount=self.amount,
                rows=rows,
                cost=self.cost[rows],
                alone=self.alone[rows] | (not strict),
            )
            picks = table.fill()
            if picks:
                return table.refined(picks) if self.ranker.refined else picks
        return []

    def _candidates(self, distinct: Rows, *, strict: bool) -> Rows:
        """The rows worth looking at, in their order: those that could add most, for their cost.

        A follower is one where the row before it is: else its turn could not come.
        """
        fits = distinct[self.cost[distinct] <= self.amount]
        if strict:
            fits = fits[self.telling[fits]]
        many = max(LEAST_CANDIDATES, int(4 * self.amount / max(1.0, float(np.mean(self.cost)))))
        first = fits[self.alone[fits]] if strict else fits
        if len(first) > many:
            value = self.worth[first] / np.sqrt(np.maximum(self.cost[first], 1))
            first = np.sort(first[np.argsort(-value, kind="stable")[:many]])
        if not strict:
            return first
        chosen = np.zeros(len(self.pool) + 1, dtype=bool)
        chosen[first] = True
        # a chain of them: each looks at the one before
        for row in fits[~self.alone[fits]].tolist():
            chosen[row] = self.follows(row) and bool(chosen[row - 1])
        return np.flatnonzero(chosen[:-1])

    def follows(self, row: int) -> bool:
        """Whether the row before it is of the same article."""
        article = self.pool.article
        return row > 0 and bool(article[row] == article[row - 1])
