"""Budgeted selection: whole sentences, without saying a thing twice.

Greedy by gain per cost (Lin and Bilmes 2011), over the candidates that could add most; then each
choice is taken out in turn, the room filled again, and what is worth more kept.
"""

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.protocols import Asked, Ranker
from summarizer.selection.left_out import left_out
from summarizer.selection.outcome import Pick, Selection
from summarizer.selection.search import Search
from summarizer.selection.similarity import first_of_each
from summarizer.selection.told import BesideTold, again
from summarizer.types import Budget

__all__ = ["bracket_costs", "choose", "costs"]


def costs(pool: Pool, budget: Budget) -> NDArray[np.int64]:
    """[n] what each row costs in the budget's unit; characters include the space that joins."""
    if budget.unit == "words":
        return pool.words.astype(np.int64)
    if budget.unit == "characters":
        return pool.characters.astype(np.int64) + 1
    return np.ones(len(pool), dtype=np.int64)


def bracket_costs(pool: Pool, budget: Budget) -> NDArray[np.int64]:
    """[n] what it costs, beside that, to tell in brackets what each row's pronoun stands for."""
    if budget.unit == "words":
        return pool.bracket_words.astype(np.int64)
    if budget.unit == "characters":
        return pool.bracket_characters.astype(np.int64)
    return np.zeros(len(pool), dtype=np.int64)


def choose(
    pool: Pool,
    ranker: Ranker,
    budget: Budget,
    *,
    focus: NDArray[np.float64] | None = None,
    told: NDArray[np.bool_] | None = None,
    standalone: bool = True,
    explain: bool = False,
) -> Selection:
    """The sentences worth most within the budget: never more than it, whole sentences only.

    `focus` [n] multiplies what sentences are worth (a query's match). The rows `told` [n] are known
    already: never chosen, and what others share with them counts no more. A sentence that cannot
    stand alone is chosen only after the one before it, or with room for its antecedent in brackets,
    and one that holds a part of a quotation with the rest; others only where most of the budget
    would stay empty, or when `standalone` is off. `drops` are told when asked to `explain`.
    """
    cost = costs(pool, budget)
    known = np.zeros(len(pool), dtype=bool) if told is None else again(pool, told)
    distinct = first_of_each(pool)
    distinct = distinct[~known[distinct]]
    available = int(cost[distinct].sum())
    shortest = int(cost[distinct].min()) if len(distinct) else 0
    # the last sentence needs no space after it
    spare = int(budget.unit == "characters")
    everything = available <= budget.amount + spare
    words = float(pool.words[distinct].sum()) if everything else _words(pool, budget)
    objective = ranker.objective(pool, Asked(words=words, focus=focus))
    if known.any():
        objective = BesideTold(objective, np.flatnonzero(known).tolist())
    worth = objective.bounds()
    if everything:
        return _all_of(distinct, worth, available - spare * bool(len(distinct)))
    search = Search(
        pool=pool,
        ranker=ranker,
        objective=objective,
        worth=worth,
        # what is known costs more than there is
        cost=np.where(known, budget.amount + spare + 1, cost),
        brackets=bracket_costs(pool, budget),
        amount=budget.amount + spare,
        standalone=standalone,
    )
    picks = search.best()
    return Selection(
        picks=tuple(picks),
        drops=tuple(drop for drop in left_out(search, picks) if not known[drop.row])
        if explain
        else (),
        shortest=shortest - spare,
        available=available - spare,
        spent=search.spent({pick.row: pick.bracketed for pick in picks}) - spare * bool(picks),
    )


def _all_of(rows: NDArray[np.intp], worth: NDArray[np.float64], spent: int) -> Selection:
    """All the rows, those worth most first."""
    order = rows[np.argsort(-worth[rows], kind="stable")]
    picks = tuple(Pick(row=int(row), gain=float(worth[row])) for row in order)
    return Selection(picks=picks, everything=True, available=spent, spent=spent)


def _words(pool: Pool, budget: Budget) -> float:
    """About how many words the budget holds."""
    if budget.unit == "words" or not len(pool):
        return float(budget.amount)
    if budget.unit == "characters":
        return budget.amount * float(pool.words.sum()) / max(1.0, float(pool.characters.sum()))
    return budget.amount * float(pool.words.mean())
