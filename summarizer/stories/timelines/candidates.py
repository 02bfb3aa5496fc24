"""The sentences that may tell of a day or of a longer period."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import SentenceFlag
from summarizer.stories.timelines.mentions import LEAD, Evidence, Mention, Period

__all__ = ["Candidates"]

#: white-space tokens
_WORDS = range(5, 61)
_MOST = 400
#: of sentences that mean what they do only where they stand, or are none
_LAST = (
    SentenceFlag.DANGLING
    | SentenceFlag.INSIDE
    | SentenceFlag.OPEN
    | SentenceFlag.UNFINISHED
    | SentenceFlag.QUESTION
)


class Candidates:
    """The candidates of each period, of one set of articles."""

    def __init__(self, evidence: Evidence) -> None:
        pool = evidence.pool
        self._evidence = evidence
        #: what speaks of each period, by row
        self.named: dict[Period, dict[int, Mention]] = defaultdict(dict)
        for mention in evidence.mentions:
            if mention.words is not None:
                self.named[mention.period].setdefault(mention.row, mention)
        usable = (pool.words >= _WORDS.start) & (pool.words < _WORDS.stop)
        self._usable = usable & evidence.original[pool.article] & _first_printed(evidence)
        self.last: NDArray[np.bool_] = (pool.flags & _LAST) > 0
        self._openings = defaultdict(list)
        opening = self._usable & (pool.index < LEAD) & ~evidence.dated
        for row in np.flatnonzero(opening).tolist():
            self._openings[int(evidence.days[pool.article[row]])].append(row)

    def of(self, period: Period) -> NDArray[np.intp]:
        """The rows that speak of the period, then, for a day, those that name no date and open an
        article of that day or of the next; those that hold no word of the question, too.
        """
        rows: list[int] = [row for row in sorted(self.named.get(period, ())) if self._usable[row]]
        if period.precision == "day":
            day = period.start.toordinal()
            rows += [*self._openings.get(day, ()), *self._openings.get(day + 1, ())]
        return np.array(rows[:_MOST], dtype=np.intp)


def _first_printed(evidence: Evidence) -> NDArray[np.bool_]:
    """[n] True for one row of those with the same words: the one that was published first."""
    pool = evidence.pool
    days = evidence.days[pool.article]
    order = np.lexsort((np.arange(len(pool)), days, days == 0))
    _, first = np.unique(pool.same[order], return_index=True)
    found = np.zeros(len(pool), dtype=bool)
    found[order[first]] = True
    return found
