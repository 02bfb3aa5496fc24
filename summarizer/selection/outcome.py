"""What a selection comes to: the sentences chosen, and those left out with the reason."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Drop", "Pick", "Reason", "Selection"]

Reason = Literal[
    "repeats", "dangling", "partial", "too_short", "too_long", "too_long_whole", "outranked"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A chosen row and what it added when it was chosen."""

    row: int
    gain: float
    #: the budget has room for what the row's pronoun stands for, in brackets
    bracketed: bool = False
    #: it points back to what is not told, or is a part of a quotation: there was nothing else
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A row that was not chosen, what it would have added at first and at last, and why not."""

    row: int
    gain: float
    last_gain: float
    reason: Reason
    #: the chosen row that it repeats
    instead: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The outcome: picks in the order of choice, and the best of those left out."""

    picks: tuple[Pick, ...]
    drops: tuple[Drop, ...] = ()
    #: True when the budget held every distinct sentence
    everything: bool = False
    #: the cost of the cheapest sentence, in the budget's unit
    shortest: int = 0
    #: the cost of all distinct sentences, and of the picks, in the budget's unit
    available: int = 0
    spent: int = 0
