"""The best of the sentences that were not chosen, and why."""

from collections.abc import Sequence

import numpy as np

from summarizer.selection.outcome import Drop, Pick, Reason
from summarizer.selection.search import Search
from summarizer.selection.similarity import likeness, repeats, weighted_rows

__all__ = ["left_out"]

#: how many are told
_NEAREST = 10


def left_out(search: Search, picks: Sequence[Pick]) -> tuple[Drop, ...]:
    """The rows left out that were worth most at first, with the reason."""
    chosen = [pick.row for pick in picks]
    exponent = search.ranker.cost_exponents[0]
    value = search.worth * np.maximum(search.cost, 1).astype(np.float64) ** -exponent
    same = search.pool.same
    taken = {int(same[row]) for row in chosen}
    search.objective.reset(chosen)
    dropped: list[Drop] = []
    for row in np.argsort(-value, kind="stable").tolist():
        if int(same[row]) not in taken:
            taken.add(int(same[row]))
            dropped.append(_drop(search, row, chosen))
        if len(dropped) == _NEAREST:
            break
    return tuple(dropped)


def _drop(search: Search, row: int, chosen: list[int]) -> Drop:
    alike = likeness(weighted_rows(search.pool), row)[chosen] if chosen else np.zeros(1)
    told = repeats(search.pool, np.array([row, *chosen]))[0, 1:]
    again = bool(told.any())
    return Drop(
        row=row,
        gain=float(search.worth[row]),
        last_gain=float(search.objective.gains(np.array([row]))[0]),
        reason="repeats" if again else _reason(search, row, chosen),
        instead=chosen[int((alike * told).argmax())] if again else None,
    )


def _reason(search: Search, row: int, chosen: list[int]) -> Reason:
    if not search.alone[row] and not (search.follows(row) and row - 1 in chosen):
        return "dangling"
    if search.until[row] < 0:
        return "partial"
    if not search.telling[row]:
        return "too_short"
    return "too_long" if search.cost[row] > search.amount else "outranked"
