"""The sentences that may tell what happened on a day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool

__all__ = ["candidates"]

#: words of a sentence, sentences of an article's opening, and candidates at most
_LEAST_WORDS, _MOST_WORDS = 5, 60
_OPENING = 6
_MOST = 400

Rows = NDArray[np.intp]


def candidates(
    pool: Pool, days: Sequence[date], named: Mapping[date, Sequence[int]], published: Sequence[date | None]
) -> dict[date, Rows]:
    """For each day the rows that name it, and those that name no day in the opening of an article
    of that day or of the next one; the first of each distinct sentence, those that name it first.

    `named` are the rows that name each day, `published` [a] the days of the pool's articles.
    """
    fits = (pool.words >= _LEAST_WORDS) & (pool.words <= _MOST_WORDS)
    speaking = np.zeros(len(pool), dtype=bool)
    speaking[[row for rows in named.values() for row in rows]] = True
    opening = np.flatnonzero(fits & ~speaking & (pool.index < _OPENING))
    by_day: dict[date, list[int]] = {}
    for row in opening.tolist():
        appeared = published[int(pool.article[row])]
        if appeared is not None:
            by_day.setdefault(appeared, []).append(row)
    found = {}
    for day in days:
        rows = [row for row in named.get(day, ()) if fits[row]]
        rows += by_day.get(day, []) + by_day.get(day + timedelta(1), [])
        found[day] = _distinct(pool, rows)[:_MOST]
    return found


def _distinct(pool: Pool, rows: Sequence[int]) -> Rows:
    first: dict[int, int] = {}
    for row in rows:
        first.setdefault(int(pool.same[row]), row)
    return np.array(list(first.values()), dtype=np.intp)
