"""Whether two values, as they are hedged and rounded, can both be true of one thing."""

from dataclasses import replace

from summarizer.stories.disagreements.claims import Claim
from summarizer.text.quantities import Quantity
from summarizer.text.rounding import same_quantity
from summarizer.types import DateMention

__all__ = ["agree", "near"]

#: "more than 100" may be 125, but hardly 200
_JUST = 1.25
#: what rounding in two systems of units may make of one value
_ROUND = 0.03


def agree(one: Claim, other: Claim) -> bool:
    """Whether both values, as they are hedged, can be true of one thing."""
    mine, theirs = one.amount, other.amount
    if isinstance(mine, DateMention) or isinstance(theirs, DateMention):
        return (
            isinstance(mine, DateMention)
            and isinstance(theirs, DateMention)
            and mine.value == theirs.value
        )
    mine, theirs = replace(mine, unit=one.key[1]), replace(theirs, unit=one.key[1])
    return (
        same_quantity(mine, theirs)
        or same_quantity(theirs, mine)
        or _bounded(mine, theirs)
        or (one.key[0] == "measure" and _converted(mine, theirs))
        or _in_other_steps(mine, theirs)
    )


def near(one: Claim, other: Claim, most: float) -> bool:
    """Whether one value is no more than `most` times the other; of days always."""
    mine, theirs = one.amount, other.amount
    if isinstance(mine, DateMention) or isinstance(theirs, DateMention):
        return True
    low, high = sorted((mine.value, theirs.value))
    return low > 0 and high / low <= most


def _in_other_steps(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one is the other in coarser steps: 15.8 and 16 percent, eight weeks and 58 days."""
    fine, coarse = sorted((mine, theirs), key=lambda each: each.step)
    return fine.step < coarse.step and abs(fine.value - coarse.value) <= coarse.step / 2


def _converted(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one is the other in a unit of another system, in round numbers of either."""
    units = {round(each.step, 9) for each in (mine, theirs)}
    return len(units) > 1 and abs(mine.value - theirs.value) <= _ROUND * max(
        mine.value, theirs.value
    )


def _bounded(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one gives a least or a most that the other is just beyond."""
    low, high = sorted((mine, theirs), key=lambda each: each.value)
    return (low.bound == "over" or high.bound == "under") and high.value <= _JUST * low.value
