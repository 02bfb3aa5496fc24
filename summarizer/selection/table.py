"""The candidates of one question side by side: filling a budget with them, and exchanging them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.protocols import Objective
from summarizer.selection.outcome import Pick
from summarizer.selection.similarity import weighted_rows

__all__ = ["SAME", "Table", "total"]

#: two sentences of this cosine or more say the same; on sample stories .6 began to merge
#: different facts about one meeting, .8 let paraphrases of one sentence through
SAME = 0.7
#: rounds of taking choices out
ROUNDS = 2

Rows = NDArray[np.intp]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Room:
    """What is left of a budget beside some choices."""

    #: rows
    kept: list[int]
    #: [c] which candidates say nothing that was kept
    open: NDArray[np.bool_]
    #: [c] which of them may stand where they would
    allowed: NDArray[np.bool_]
    left: int
    #: what each candidate adds, by the rows chosen before it
    known: dict[frozenset[int], Floats] = field(default_factory=dict)


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
    #: the rows that the objective counts as chosen
    counted: list[int] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.objective.reset()
        # all of them are asked for again and again
        self.rows.setflags(write=False)

    @cached_property
    def scales(self) -> tuple[Floats, ...]:
        """[c] for each exponent what gains are multiplied by before they are compared."""
        cost = np.maximum(self.cost, 1).astype(np.float64)
        return tuple(cost**-exponent for exponent in self.exponents)

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
        rows = weighted_rows(self.pool)[self.rows]
        # function words, which all rows hold, count nothing
        rows.eliminate_zeros()
        found: NDArray[np.bool_] = (rows @ rows.T).toarray() >= SAME
        return found

    def fill(self) -> list[Pick]:
        """What is chosen until nothing fits: the largest total that any of the exponents gives."""
        return max(self._choices(self._room([])), key=total)

    def refined(self, picks: list[Pick]) -> list[Pick]:
        """The picks, each taken out in turn and its room filled again where that is worth more."""
        tried: set[tuple[int, ...]] = set()
        for _ in range(ROUNDS):
            before = [pick.row for pick in picks]
            for row in before:
                rows = tuple(pick.row for pick in picks)
                # what was no better once is none again
                if row in rows and (row, *rows) not in tried:
                    tried.add((row, *rows))
                    picks = self._without(row, picks)
            if [pick.row for pick in picks] == before:
                break
        return picks

    def _without(self, row: int, picks: list[Pick]) -> list[Pick]:
        gone = self._with_followers(row, {each.row for each in picks})
        kept = [each.row for each in picks if each.row not in gone]
        room = self._room(kept, without=row)
        choices = self._choices(room)
        if len(gone) == 1:
            # mostly it is no better by far, and the kept ones need not be valued again
            lost = float(self._gains(room, kept)[self.place[row]])
            if max(map(total, choices)) * (1 + 1e-9) < lost:
                return picks
        valued = self._valued(picks, gone)
        best = max(([*valued, *choice] for choice in choices), key=total)
        return best if total(best) > total(picks) * (1 + 1e-12) else picks

    def _room(self, kept: list[int], without: int | None = None) -> Room:
        """What is left of the budget beside the kept rows, never for the row `without`."""
        chosen = [self.place[row] for row in kept]
        open_ = np.asarray(~self.alike[chosen].any(axis=0))
        open_[chosen] = False
        if without is not None:
            open_[self.place[without]] = False
        allowed = self.alone.copy()
        for place in chosen:
            self._allow_behind(place, allowed)
        left = self.amount - int(self.cost[chosen].sum())
        return Room(kept=kept, open=open_, allowed=allowed, left=left)

    def _choices(self, room: Room) -> list[list[Pick]]:
        """What comparing by each of the exponents chooses until nothing fits."""
        return [self._choice(room, scale) for scale in self.scales]

    def _choice(self, room: Room, scale: Floats) -> list[Pick]:
        picks: list[Pick] = []
        rows = list(room.kept)
        open_, allowed, left = room.open.copy(), room.allowed.copy(), room.left
        while True:
            fits = self.cost <= left
            fits &= open_
            fits &= allowed
            if not fits.any():
                return picks
            gains = self._gains(room, rows)
            place = int(np.where(fits, gains * scale, -np.inf).argmax())
            rows.append(int(self.rows[place]))
            picks.append(Pick(row=rows[-1], gain=float(gains[place])))
            left -= int(self.cost[place])
            open_ &= ~self.alike[place]
            open_[place] = False
            self._allow_behind(place, allowed)

    def _gains(self, room: Room, rows: list[int]) -> Floats:
        """[c] what each candidate adds to the rows; asked once, as exponents often choose alike."""
        key = frozenset(rows)
        gains = room.known.get(key)
        if gains is None:
            self._count(rows)
            gains = room.known[key] = self.objective.gains(self.rows)
        return gains

    def _with_followers(self, row: int, chosen: set[int]) -> set[int]:
        """The row, and the chosen ones behind it that cannot stand without it."""
        gone = {row}
        place = int(self.behind[self.place[row]])
        while place >= 0 and int(self.rows[place]) in chosen and not self.alone[place]:
            gone.add(int(self.rows[place]))
            place = int(self.behind[place])
        return gone

    def _valued(self, picks: Sequence[Pick], gone: set[int]) -> list[Pick]:
        """The picks that are not gone, with what each adds to those before it."""
        first = next(place for place, pick in enumerate(picks) if pick.row in gone)
        valued = list(picks[:first])
        rows = [pick.row for pick in valued]
        for row in (pick.row for pick in picks[first:] if pick.row not in gone):
            self._count(rows)
            gain = float(self.objective.gains(np.array([row]))[0])
            valued.append(Pick(row=row, gain=gain))
            rows.append(row)
        return valued

    def _count(self, rows: list[int]) -> None:
        """Have the objective count these rows as chosen."""
        if rows and self.counted == rows[:-1]:
            self.objective.add(rows[-1])
        elif self.counted != rows:
            self.objective.reset(rows)
        self.counted[:] = rows

    def _allow_behind(self, place: int, allowed: NDArray[np.bool_]) -> None:
        behind = int(self.behind[place])
        if behind >= 0:
            allowed[behind] = True


def total(picks: Sequence[Pick]) -> float:
    """What the picks are worth together."""
    return sum(pick.gain for pick in picks)
