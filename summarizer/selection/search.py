"""Looks for the best choice of sentences for one question."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool, SentenceFlag
from summarizer.protocols import Objective, Ranker
from summarizer.selection.outcome import Pick
from summarizer.selection.quotations import WholeQuotations, whole_until
from summarizer.selection.table import Table

__all__ = ["LEAST_WORDS", "Search"]

#: shorter sentences ("I'm worried.") fill gaps in a budget without telling anything
LEAST_WORDS = 5
#: candidates (60 lost .1 ROUGE-1 on three web articles in 230 words, 300 gained nothing), and more
#: where the budget may hold a quarter as many sentences
LEAST_CANDIDATES = 120
#: where candidates repeat each other and so much of the budget is not filled, more are looked at
FILLED = 0.75
MOST_CANDIDATES = 2_000

Rows = NDArray[np.intp]
Costs = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Search:
    """The question, and what is known of its pool's rows."""

    pool: Pool
    ranker: Ranker
    objective: Objective
    #: [n] what each row adds to nothing
    worth: NDArray[np.float64]
    #: [n] in the budget's unit
    cost: Costs
    #: [n] what telling each row's antecedent in brackets adds to that
    brackets: Costs
    amount: int
    #: whether a sentence that points back needs the one before it or its antecedent, and a part of
    #: a quotation the rest
    standalone: bool
    #: [n] which rows can stand alone, and which tell enough to fill a gap
    alone: NDArray[np.bool_] = field(init=False)
    telling: NDArray[np.bool_] = field(init=False)
    #: [n] the last row of the quotation that each row begins, -1 for one that begins inside
    until: Rows = field(init=False)

    def __post_init__(self) -> None:
        dangling = (self.pool.flags & SentenceFlag.DANGLING) > 0
        explained = self.pool.bracket_words > 0
        every = np.arange(len(self.pool))
        object.__setattr__(self, "alone", ~dangling | explained | (not self.standalone))
        object.__setattr__(self, "telling", self.pool.words >= LEAST_WORDS)
        object.__setattr__(self, "until", whole_until(self.pool) if self.standalone else every)

    def best(self, distinct: Rows) -> list[Pick]:
        """The choice of the largest total. What cannot stand alone is in it only if nothing can,
        and a part of a quotation only if there is nothing else.
        """
        for strict, whole in ((True, True), (False, True), (False, False)):
            told = self._chosen(distinct, strict=strict, whole=whole)
            if told:
                return self._told(told, strict=strict)
        return []

    def _chosen(self, distinct: Rows, *, strict: bool, whole: bool) -> list[int]:
        """The rows chosen; among more candidates where the first say one thing and leave room."""
        cost = self._costs(distinct, strict=strict, whole=whole)
        until = self.until if whole else np.arange(len(self.pool))
        objective = WholeQuotations(self.objective, until, summed=self.ranker.refined)
        worth = objective.bounds()
        many = max(LEAST_CANDIDATES, int(4 * self.amount / max(1.0, float(np.mean(self.cost)))))
        while True:
            rows = self._candidates(distinct, cost, worth, many, strict=strict)
            table = Table(
                pool=self.pool,
                objective=objective,
                exponents=self.ranker.cost_exponents,
                amount=self.amount,
                rows=rows,
                cost=cost[rows],
                alone=self.alone[rows] | (not strict),
            )
            picks = table.fill()
            spent = sum(int(cost[pick.row]) for pick in picks)
            if spent >= FILLED * self.amount or len(rows) < many or many > MOST_CANDIDATES / 4:
                break
            many *= 4
        picks = table.refined(picks) if picks and self.ranker.refined else picks
        return [row for pick in picks for row in objective.parts(pick.row)]

    def _costs(self, distinct: Rows, *, strict: bool, whole: bool) -> Costs:
        """[n] what it costs to tell each row: with its brackets when `strict`, with the rest of its
        quotation when `whole`; more than there is where that cannot be.
        """
        cost = self.cost + self.brackets if strict and self.standalone else self.cost
        if not whole:
            return cost
        first = np.zeros(len(cost), dtype=np.int64)
        first[distinct] = 1
        spent, counted = (np.concatenate([[0], np.cumsum(each)]) for each in (cost, first))
        start, end = np.arange(len(cost)), self.until + 1
        # a sentence that stands in an earlier article, too, would be told twice
        told = (end > 0) & (counted[end] - counted[start] == end - start)
        return np.where(told, spent[end] - spent[start], self.amount + 1)

    def _candidates(
        self, distinct: Rows, cost: Costs, worth: NDArray[np.float64], many: int, *, strict: bool
    ) -> Rows:
        """The rows worth looking at, in their order: those that could add most, for their cost.

        A follower is one where the row before it is: else its turn could not come.
        """
        fits = distinct[cost[distinct] <= self.amount]
        if strict:
            fits = fits[self.telling[fits]]
        first = fits[self.alone[fits]] if strict else fits
        if len(first) > many:
            value = worth[first] / np.sqrt(np.maximum(cost[first], 1))
            first = np.sort(first[np.argsort(-value, kind="stable")[:many]])
        if not strict:
            return first
        chosen = np.zeros(len(self.pool) + 1, dtype=bool)
        chosen[first] = True
        # a chain of them: each looks at the one before
        for row in fits[~self.alone[fits]].tolist():
            chosen[row] = self.follows(row) and bool(chosen[row - 1])
        return np.flatnonzero(chosen[:-1])

    def _told(self, rows: Sequence[int], *, strict: bool) -> list[Pick]:
        """The rows as picks, with what each adds to those before it."""
        bracketed = (self.pool.bracket_words > 0) & (strict and self.standalone)
        self.objective.reset()
        picks: list[Pick] = []
        for row in rows:
            gain = float(self.objective.gains(np.array([row]))[0])
            picks.append(Pick(row=row, gain=gain, bracketed=bool(bracketed[row])))
            self.objective.add(row)
        return picks

    def follows(self, row: int) -> bool:
        """Whether the row before it is of the same article."""
        article = self.pool.article
        return row > 0 and bool(article[row] == article[row - 1])
