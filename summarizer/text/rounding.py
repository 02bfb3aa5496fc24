"""When two numbers, as they are written and hedged, can be one."""

from summarizer.text.quantities import Quantity

__all__ = ["one_unit", "same_quantity"]

#: a number that says so may be rounded by so much of it; one that does not, by so much
_ROUGH, _ROUND = 0.08, 0.01


def same_quantity(mine: Quantity, theirs: Quantity) -> bool:
    """Whether `mine` says what `theirs` does, or rounds it and says so."""
    if not one_unit(mine, theirs):
        return False
    if _clock(mine) == _clock(theirs) and "clock" in (mine.unit, theirs.unit):
        return True
    if mine.value == theirs.value:
        return {mine.bound, theirs.bound} != {"over", "under"}
    return _rounded(mine, theirs)


def one_unit(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both are of one unit, or one does not say of which it is."""
    units = {mine.unit, theirs.unit}
    if "ordinal" in units:
        return len(units) == 1
    return len(units - {""}) < 2


def _clock(quantity: Quantity) -> float:
    """Minutes of the half day: "10 p.m.", "22:00" and "ten in the evening"."""
    minutes = quantity.value if quantity.unit == "clock" else 60 * quantity.value
    return minutes % 720


def _rounded(mine: Quantity, theirs: Quantity) -> bool:
    """Whether `mine` rounds `theirs`: to no more digits than that, and says so."""
    grain = _grain(mine)
    if grain < _grain(theirs) or (grain == _grain(theirs) and mine.value < 1000):
        return False
    gap, most = theirs.value - mine.value, min(grain / 2, _ROUGH * mine.value)
    if mine.bound == "":
        return mine.value >= 1000 and abs(gap) <= min(most, _ROUND * mine.value)
    if mine.bound == "about":
        return abs(gap) <= most
    return 0 <= (gap if mine.bound == "over" else -gap) <= 2 * most


def _grain(quantity: Quantity) -> float:
    """The least step that the number tells apart, the noughts at its end being rounded."""
    step = quantity.step
    while quantity.value and step < quantity.value and quantity.value % (10 * step) == 0:
        step *= 10
    return step
