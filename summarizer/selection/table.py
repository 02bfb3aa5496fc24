"""The candidates of one question side by side: filling a budget with them, and exchanging them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.selection.outcome import Pick
from summarizer.selection.quotations import WholeQuotations
from summarizer.selection.similarity import repeats

__all__ = ["Table", "total"]

#: rounds of taking choices out
ROUNDS = 2
#: rooms that are remembered while one is filled: enough for a dozen choices by three exponents
MOST_KNOWN = 64

Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Room:
    """What is left of a budget beside some chosen rows."""

    rows: tuple[int, ...]
    #: [c] which candidates say nothing that was chosen, and which may stand where they would
    open: Flags
    allowed: Flags
    left: int
    #: [c] which candidates could be chosen next, and what each adds; None when there are none
    fits: Flags
    gains: Floats | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """c candidates by place: 0 for the first of them."""

    pool: Pool
    objective: WholeQuotations
    #: of cost, in what gains are compared by: each is tried
    exponents: tuple[float, ...]
    amount: int
    #: [c] the rows, in order
    rows: Rows
    #: [c] in the budget's unit
    cost: NDArray[np.int64]
    #: [c] False for one that may only follow the sentence before it
    alone: Flags
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
        before = self.objective.first[self.rows - 1]
        follower = (before[1:] == self.rows[:-1]) & (article[1:] == article[:-1])
        return np.append(np.where(follower, np.arange(1, len(self.rows)), -1), -1)

    @cached_property
    def alike(self) -> Flags:
        """[c, c] which candidates say the same, in any of the sentences told with them."""
        found = repeats(self.pool, self.objective.all_parts(self.rows))
        if len(found) == len(self.rows):
            return found
        starts = self.objective.starts(self.rows)
        either = np.logical_or.reduceat(found, starts, axis=0)
        return np.asarray(np.logical_or.reduceat(either, starts, axis=1))

    def fill(self, kept: Sequence[int] = ()) -> list[Pick]:
        """What is chosen beside the rows `kept` until nothing fits: the largest total that any of
        the exponents gives.
        """
        return max(self._choices(self._beside(kept)), key=total)

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
        room = self._beside(kept, without=row)
        choices = self._choices(room)
        if len(gone) == 1 and room.gains is not None:
            # mostly it is no better by far, and the kept ones need not be valued again
            lost = float(room.gains[self.place[row]])
            if max(map(total, choices)) * (1 + 1e-9) < lost:
                return picks
        valued = self._valued(picks, gone)
        best = max(([*valued, *choice] for choice in choices), key=total)
        return best if total(best) > total(picks) * (1 + 1e-12) else picks

    def _beside(self, kept: Sequence[int], without: int | None = None) -> Room:
        """What is left of the budget beside the kept rows, never for the row `without`."""
        chosen = [self.place[row] for row in kept]
        open_ = np.asarray(~self.alike[chosen].any(axis=0))
        open_[chosen] = False
        if without is not None:
            open_[self.place[without]] = False
        allowed = self.alone.copy()
        allowed[[behind for place in chosen if (behind := self.behind[place]) >= 0]] = True
        return self._room(tuple(kept), open_, allowed, self.amount - int(self.cost[chosen].sum()))

    def _after(self, room: Room, place: int) -> Room:
        """What is left when the candidate at `place` is chosen, too."""
        open_, allowed = room.open & ~self.alike[place], room.allowed
        open_[place] = False
        behind = self.behind[place]
        if behind >= 0 and not allowed[behind]:
            allowed = allowed.copy()
            allowed[behind] = True
        rows = (*room.rows, int(self.rows[place]))
        return self._room(rows, open_, allowed, room.left - int(self.cost[place]))

    def _room(self, rows: tuple[int, ...], open_: Flags, allowed: Flags, left: int) -> Room:
        fits = self.cost <= left
        fits &= open_
        fits &= allowed
        gains = self._gains(rows) if fits.any() else None
        return Room(rows=rows, open=open_, allowed=allowed, left=left, fits=fits, gains=gains)

    def _choices(self, room: Room) -> list[list[Pick]]:
        """What comparing by each of the exponents chooses until nothing fits."""
        # they often choose alike
        known: dict[frozenset[int], Room] = {}
        return [self._choice(room, scale, known) for scale in self.scales]

    def _choice(self, room: Room, scale: Floats, known: dict[frozenset[int], Room]) -> list[Pick]:
        picks: list[Pick] = []
        while room.gains is not None:
            place = int(np.where(room.fits, room.gains * scale, -np.inf).argmax())
            picks.append(Pick(row=int(self.rows[place]), gain=float(room.gains[place])))
            rows = frozenset((*room.rows, picks[-1].row))
            after = known.get(rows)
            if after is None:
                after = self._after(room, place)
                if len(known) < MOST_KNOWN:
                    known[rows] = after
            room = after
        return picks

    def _gains(self, rows: tuple[int, ...]) -> Floats:
        """[c] what each candidate adds to the rows."""
        self._count(rows)
        return self.objective.gains(self.rows)

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
        for row in [pick.row for pick in picks[first:] if pick.row not in gone]:
            self._count(tuple(pick.row for pick in valued))
            gain = float(self.objective.gains(np.array([row]))[0])
            valued.append(Pick(row=row, gain=gain))
        return valued

    def _count(self, rows: tuple[int, ...]) -> None:
        """Have the objective count these rows as chosen."""
        if rows and self.counted == list(rows[:-1]):
            self.objective.add(rows[-1])
        else:
            self.objective.reset(rows)
        self.counted[:] = rows


def total(picks: Sequence[Pick]) -> float:
    """What the picks are worth together."""
    return sum(pick.gain for pick in picks)
