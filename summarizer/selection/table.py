"""The candidates of one question side by side: filling a budget with them, and exchanging them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.protocols import Objective
from summarizer.selection.outcome import Pick
from summarizer.selection.similarity import repeats

__all__ = ["Table", "total"]

#: rounds of taking choices out
ROUNDS = 2

Rows = NDArray[np.intp]


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """c candidates by place: 0 for the first of them."""

    pool: Pool
    objective: Objective
    #: of cost, in what gains are compared by: each is tried
    exponents: tuple[float, ...]
    amount: int
    #: [c] the rows, in order
    rows: Rows
    #: [c] in the budget's unit
    cost: NDArray[np.int64]
    #: [c] False for one that may only follow the sentence before it
    alone: NDArray[np.bool_]

    @cached_property
    def place(self) -> dict[int, int]:
        """The place of each row."""
        return {row: place for place, row in enumerate(self.rows.tolist())}

    @cached_property
    def behind(self) -> Rows:
        """[c] the candidate right behind each one in its article, -1 for none."""
        article = self.pool.article[self.rows]
        follower = (np.diff(self.rows) == 1) & (article[1:] == article[:-1])
        return np.append(np.where(follower, np.arange(1, len(self.rows)), -1), -1)

    @cached_property
    def alike(self) -> NDArray[np.bool_]:
        """[c, c] which candidates say the same."""
        return repeats(self.pool, self.rows)

    def fill(self, kept: Sequence[Pick], exponent: float, without: int | None = None) -> list[Pick]:
        """What was kept, and what is chosen until nothing fits; never the row `without`."""
        picks = list(kept)
        chosen = [self.place[pick.row] for pick in picks]
        self.objective.reset([pick.row for pick in picks])
        open_ = np.ones(len(self.rows), dtype=bool)
        open_ &= ~self.alike[chosen].any(axis=0)
        open_[chosen] = False
        if without is not None:
            open_[self.place[without]] = False
        allowed = self.alone.copy()
        for place in chosen:
            self._allow_behind(place, allowed)
        left = self.amount - int(self.cost[chosen].sum())
        scale = np.maximum(self.cost, 1).astype(np.float64) ** -exponent
        while True:
            fits = np.flatnonzero(open_ & allowed & (self.cost <= left))
            if not len(fits):
                return picks
            gains = self.objective.gains(self.rows[fits])
            best = int(np.argmax(gains * scale[fits]))
            place = int(fits[best])
            picks.append(Pick(row=int(self.rows[place]), gain=float(gains[best])))
            self.objective.add(picks[-1].row)
            left -= int(self.cost[place])
            open_ &= ~self.alike[place]
            open_[place] = False
            self._allow_behind(place, allowed)

    def refined(self, picks: list[Pick]) -> list[Pick]:
        """The picks, each taken out in turn and its room filled again where that is worth more."""
        for _ in range(ROUNDS):
            before = [pick.row for pick in picks]
            for row in before:
                if any(pick.row == row for pick in picks):
                    picks = self._without(row, picks)
            if [pick.row for pick in picks] == before:
                break
        return picks

    def _without(self, row: int, picks: list[Pick]) -> list[Pick]:
        gone = self._with_followers(row, {each.row for each in picks})
        kept = self._valued([each.row for each in picks if each.row not in gone])
        others = (self.fill(kept, exponent, without=row) for exponent in self.exponents)
        best = max(others, key=total)
        return best if total(best) > total(picks) * (1 + 1e-12) else picks

    def _with_followers(self, row: int, chosen: set[int]) -> set[int]:
        """The row, and the chosen ones behind it that cannot stand without it."""
        gone = {row}
        place = int(self.behind[self.place[row]])
        while place >= 0 and int(self.rows[place]) in chosen and not self.alone[place]:
            gone.add(int(self.rows[place]))
            place = int(self.behind[place])
        return gone

    def _valued(self, rows: list[int]) -> list[Pick]:
        """The rows with what each adds to those before it."""
        self.objective.reset()
        picks: list[Pick] = []
        for row in rows:
            gain = float(self.objective.gains(np.array([row]))[0])
            picks.append(Pick(row=row, gain=gain))
            self.objective.add(row)
        return picks

    def _allow_behind(self, place: int, allowed: NDArray[np.bool_]) -> None:
        behind = int(self.behind[place])
        if behind >= 0:
            allowed[behind] = True


def total(picks: Sequence[Pick]) -> float:
    """What the picks are worth together."""
    return sum(pick.gain for pick in picks)
