"""Looks for the best choice of sentences for one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool, SentenceFlag
from summarizer.protocols import Objective, Ranker
from summarizer.selection.outcome import Pick
from summarizer.selection.quotations import WholeQuotations, whole_until
from summarizer.selection.similarity import one_of_each
from summarizer.selection.table import Table

__all__ = ["LEAST_WORDS", "Search"]

#: shorter sentences ("I'm worried.") fill gaps in a budget without telling anything
LEAST_WORDS = 5
#: candidates, shared out among the ways of comparing (60 by each lost .1 ROUGE-1 on three web
#: articles in 230 words, 300 gained nothing); more where the budget may hold a quarter as many
LEAST_CANDIDATES = 360
#: where candidates repeat each other and so much of the budget is not filled, more are looked at
FILLED = 0.75
MOST_CANDIDATES = 2_000
#: where sentences that stand alone fill less of the budget than this, others are told beside them
ENOUGH = 0.5

Rows = NDArray[np.intp]
Costs = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Terms:
    """What one pass over the rows goes by."""

    #: whether a sentence must stand alone, follow its antecedent or have it in brackets
    strict: bool
    objective: WholeQuotations
    #: [n] what each row is worth alone, and what it costs, with all that is told with it
    worth: NDArray[np.float64]
    cost: Costs
    #: [n] which rows tell enough to fill a gap
    telling: Flags
    #: the rows that are told already
    kept: Sequence[int]


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
    #: [n] which rows can stand alone as they are, and which with brackets
    clear: Flags = field(init=False)
    alone: Flags = field(init=False)
    #: [n] the last row of the quotation that each row begins, -1 for one that begins inside
    until: Rows = field(init=False)
    #: a row for each distinct sentence: the first that can stand alone, if any can
    distinct: Rows = field(init=False)

    def __post_init__(self) -> None:
        fine = (self.pool.flags & SentenceFlag.DANGLING == 0) | (not self.standalone)
        every = np.arange(len(self.pool))
        until = whole_until(self.pool) if self.standalone else every
        alone = fine | (self.pool.bracket_words > 0)
        object.__setattr__(self, "clear", fine & (until >= 0))
        object.__setattr__(self, "alone", alone)
        object.__setattr__(self, "until", until)
        object.__setattr__(self, "distinct", one_of_each(self.pool, alone & (until >= 0)))

    def best(self) -> list[Pick]:
        """The choice of the largest total. What cannot stand alone is in it only where the rest
        leaves much of the budget empty, and a part of a quotation only where that does, too.
        """
        told: dict[int, bool] = {}
        for strict, whole in ((True, True), (False, True), (False, False)):
            if not told or self.spent(told) < ENOUGH * self.amount:
                told |= self._chosen(told, strict=strict, whole=whole)
        return self._told(told)

    def whole_costs(self) -> Costs:
        """[n] what it costs to tell each row with its brackets and the rest of its quotation; more
        than there is for a part of one.
        """
        cost = self.cost + self.brackets if self.standalone else self.cost
        return np.where(self.until < 0, self.amount + 1, _summed(cost, self.until))

    def follows(self, row: int) -> bool:
        """Whether the row before it is of the same article."""
        article = self.pool.article
        return row > 0 and bool(article[row] == article[row - 1])

    def spent(self, told: Mapping[int, bool]) -> int:
        """The cost of the rows told, with the brackets of those that have them."""
        rows, bracketed = list(told), np.array(list(told.values()), dtype=bool)
        return int(self.cost[rows].sum() + self.brackets[rows][bracketed].sum())

    def _chosen(self, told: dict[int, bool], *, strict: bool, whole: bool) -> dict[int, bool]:
        """The rows chosen beside those told, and whether each is told with its brackets; among more
        candidates where the first say one thing and leave room.
        """
        terms = self._terms(told, strict=strict, whole=whole)
        held = int(self.amount / max(1.0, float(np.mean(self.cost))))
        many = max(LEAST_CANDIDATES // len(self.ranker.cost_exponents), 4 * held)
        while True:
            rows = self._candidates(terms, many)
            table = Table(
                pool=self.pool,
                objective=terms.objective,
                exponents=self.ranker.cost_exponents,
                amount=self.amount,
                rows=rows,
                cost=terms.cost[rows],
                alone=self.alone[rows] | (not strict),
            )
            picks = table.fill(terms.kept)
            spent = sum(int(terms.cost[row]) for row in (*terms.kept, *(p.row for p in picks)))
            if spent >= FILLED * self.amount or len(rows) < many or many > MOST_CANDIDATES / 4:
                break
            many *= 4
        if picks and self.ranker.refined and not terms.kept:
            picks = table.refined(picks)
        bracketed = (self.pool.bracket_words > 0) & (strict and self.standalone)
        return {
            row: bool(bracketed[row]) for pick in picks for row in terms.objective.parts(pick.row)
        }

    def _terms(self, told: dict[int, bool], *, strict: bool, whole: bool) -> Terms:
        kept = list(told)
        every = np.arange(len(self.pool))
        until = self.until.copy() if whole else every
        # each stands for itself: the rest of its quotation is told, too
        until[kept] = kept
        cost = self.cost + self.brackets if strict and self.standalone else self.cost
        summed = np.where(until < 0, self.amount + 1, _summed(cost, until))
        for row, bracketed in told.items():
            summed[row] = self.cost[row] + bracketed * self.brackets[row]
        objective = WholeQuotations(self.objective, until, summed=self.ranker.refined)
        return Terms(
            strict=strict,
            objective=objective,
            worth=objective.bounds(),
            cost=summed,
            telling=_summed(self.pool.words.astype(np.int64), until) >= LEAST_WORDS,
            kept=kept,
        )

    def _candidates(self, terms: Terms, many: int) -> Rows:
        """The rows worth looking at, in their order, with those kept: those that could add most by
        any of the ways of comparing.

        A follower is one where the row before it is: else its turn could not come.
        """
        left = self.amount - int(terms.cost[terms.kept].sum())
        fits = self.distinct[terms.cost[self.distinct] <= left]
        if terms.strict or terms.kept:
            fits = fits[terms.telling[fits]]
        chosen = np.zeros(len(self.pool), dtype=bool)
        chosen[terms.kept] = True
        first = fits[self.alone[fits]] if terms.strict else fits
        for exponent in self.ranker.cost_exponents:
            value = terms.worth[first] * np.maximum(terms.cost[first], 1.0) ** -exponent
            chosen[first[np.argsort(-value, kind="stable")[:many]]] = True
        if terms.strict:
            # a chain of them: each looks at the one before
            for row in fits[~self.alone[fits]].tolist():
                before = terms.objective.first[row - 1]
                chosen[row] = self.follows(row) and bool(chosen[before])
        return np.flatnonzero(chosen)

    def _told(self, rows: dict[int, bool]) -> list[Pick]:
        """The rows as picks, with what each adds to those before it."""
        self.objective.reset()
        picks: list[Pick] = []
        for row, bracketed in rows.items():
            gain = float(self.objective.gains(np.array([row]))[0])
            behind = self.follows(row) and row - 1 in rows
            clear = bracketed or behind or bool(self.clear[row])
            picks.append(Pick(row=row, gain=gain, bracketed=bracketed, loose=not clear))
            self.objective.add(row)
        return picks


def _summed(costs: Costs, until: Rows) -> Costs:
    """[n] the cost of each row and those up to the last one told with it."""
    spent = np.concatenate([[0], np.cumsum(costs)])
    found: Costs = spent[until + 1] - spent[:-1]
    return found
