"""The best of the sentences that were not chosen, and why."""

from collections.abc import Sequence

import numpy as np

from summarizer.selection.outcome import Drop, Pick, Reason
from summarizer.selection.search import LEAST_WORDS, Search
from summarizer.selection.similarity import likeness, repeats, weighted_rows

__all__ = ["left_out"]

#: how many are told
_NEAREST = 10


def left_out(search: Search, picks: Sequence[Pick]) -> tuple[Drop, ...]:
    """The distinct sentences left out that were worth most at first, with the reason."""
    chosen = [pick.row for pick in picks]
    exponent = search.ranker.cost_exponents[0]
    rows = search.distinct[~np.isin(search.pool.same[search.distinct], search.pool.same[chosen])]
    value = search.worth[rows] * np.maximum(search.cost[rows], 1.0) ** -exponent
    nearest = rows[np.argsort(-value, kind="stable")[:_NEAREST]]
    search.objective.reset(chosen)
    return tuple(_drop(search, row, chosen) for row in nearest.tolist())


def _drop(search: Search, row: int, chosen: list[int]) -> Drop:
    again = _repeated(search, row, chosen)
    return Drop(
        row=row,
        gain=float(search.worth[row]),
        last_gain=float(search.objective.gains(np.array([row]))[0]),
        reason=_reason(search, row, chosen) if again is None else "repeats",
        instead=again,
    )


def _repeated(search: Search, row: int, chosen: list[int]) -> int | None:
    """Of the chosen rows that the row, or the rest of its quotation, repeats, the most alike."""
    weighted = weighted_rows(search.pool)
    found: list[tuple[float, int]] = []
    for part in _whole(search, row):
        told = repeats(search.pool, np.array([part, *chosen]))[0, 1:]
        alike = likeness(weighted, part)[chosen]
        found += [(-float(alike[place]), chosen[place]) for place in np.flatnonzero(told)]
    return min(found)[1] if found else None


def _whole(search: Search, row: int) -> range:
    """The row, and the rest of the quotation that it begins."""
    return range(row, max(row, int(search.until[row])) + 1)


def _reason(search: Search, row: int, chosen: list[int]) -> Reason:
    if not search.alone[row] and not (search.follows(row) and row - 1 in chosen):
        return "dangling"
    if search.until[row] < 0:
        return "partial"
    if search.pool.words[_whole(search, row)].sum() < LEAST_WORDS:
        return "too_short"
    if search.cost[row] > search.amount:
        return "too_long"
    return "too_long_whole" if search.whole_costs()[row] > search.amount else "outranked"
