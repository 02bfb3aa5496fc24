"""Which told sentences need their antecedent in brackets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from summarizer.prepared import Pool, Prepared
from summarizer.selection.outcome import Pick, Selection

__all__ = ["Antecedents", "Found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a pronoun stands for: a stretch of a sentence of the pronoun's article."""

    sentence: int
    start: int
    end: int
    #: offset in the article behind the pronoun
    at: int
    #: the last sentence before the pronoun's that names it
    near: int


@dataclass(frozen=True)
class Antecedents:
    """The antecedents of the sentences that a selection tells."""

    selection: Selection
    pool: Pool
    prepared: Sequence[Prepared]

    @cached_property
    def _chosen(self) -> frozenset[int]:
        return frozenset(pick.row for pick in self.selection.picks)

    def needed(self, pick: Pick, row: int) -> Found | None:
        """What the pronoun of `row` stands for, which is told for `pick`; None where the budget has
        no room for it, or the sentence told before it says so.
        """
        if not pick.bracketed or self._told_before(pick.row):
            return None
        return self._found(row)

    def _told_before(self, row: int) -> bool:
        """Whether the row before it is told, and names the antecedent or tells of it, too."""
        found, before = self._found(row), row - 1
        if found is None or before not in self._chosen or self.pool.index[row] == 0:
            return False
        other = self._found(before)
        same = other is not None and (other.start, other.end) == (found.start, found.end)
        return same or found.near == int(self.pool.index[before])

    def _found(self, row: int) -> Found | None:
        form = self.prepared[self.pool.given[self.pool.article[row]]]
        start, end, at, near, _ = form.antecedents[self.pool.index[row]].tolist()
        if start < 0:
            return None
        sentence = int(np.searchsorted(form.spans[:, 0], start, side="right")) - 1
        return Found(sentence=sentence, start=start, end=end, at=at, near=near)
