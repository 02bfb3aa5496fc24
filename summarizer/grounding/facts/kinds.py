"""When two numbers, two dates or two names are one, and when they exclude each other."""

from collections.abc import Sequence

from summarizer.grounding.facts.context import Facts
from summarizer.grounding.facts.names import Name, one_name
from summarizer.grounding.facts.reading import Item, Reading
from summarizer.grounding.facts.values import Comparison
from summarizer.text.quantities import CURRENCIES, Quantity
from summarizer.text.rounding import one_unit, same_quantity
from summarizer.types import DateMention

__all__ = ["COMPARISONS"]

_COARSE: Sequence[str] = ("day", "week", "month", "quarter", "year")


def _same_number(_: Reading, one: Item, __: Reading, other: Item) -> bool:
    mine, theirs = one.fact, other.fact
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    return same_quantity(mine, theirs)


def _rival_number(claim: Reading, one: Item, reading: Reading, other: Item) -> bool:
    mine, theirs = one.fact, other.fact
    return (
        isinstance(mine, Quantity)
        and isinstance(theirs, Quantity)
        and not theirs.loose
        and (one_unit(mine, theirs) or {mine.unit, theirs.unit} <= CURRENCIES)
        and not _same_number(claim, one, reading, other)
    )


def _same_date(claim: Reading, one: Item, reading: Reading, other: Item) -> bool:
    mine, theirs = one.fact, other.fact
    if not isinstance(mine, DateMention) or not isinstance(theirs, DateMention):
        return False
    if mine.text.lower() == theirs.text.lower():
        return True
    if not _comparable(claim, mine, reading, theirs):
        return False
    coarse = max(mine.precision, theirs.precision, key=_COARSE.index)
    return _agree(mine, theirs, coarse) and (
        _COARSE.index(mine.precision) >= _COARSE.index(theirs.precision)
    )


def _agree(mine: DateMention, theirs: DateMention, precision: str) -> bool:
    one, other = mine.value, theirs.value
    if precision == "year":
        return one.year == other.year
    if precision == "quarter":
        return (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)
    if precision == "month":
        return (one.year, one.month) == (other.year, other.month)
    if precision == "week":
        return one.isocalendar()[:2] == other.isocalendar()[:2]
    return one == other


def _comparable(claim: Reading, mine: DateMention, reading: Reading, theirs: DateMention) -> bool:
    """False where one counts from a day that nobody knows, and the other does not."""
    floats = [
        not each.dated and date.origin != "stated"
        for each, date in ((claim, mine), (reading, theirs))
    ]
    return floats[0] == floats[1]


def _rival_date(claim: Reading, one: Item, reading: Reading, other: Item) -> bool:
    mine, theirs = one.fact, other.fact
    return (
        isinstance(mine, DateMention)
        and isinstance(theirs, DateMention)
        and _comparable(claim, mine, reading, theirs)
        and not _agree(mine, theirs, max(mine.precision, theirs.precision, key=_COARSE.index))
        and not _same_date(claim, one, reading, other)
    )


def _same_name(_: Reading, one: Item, __: Reading, other: Item) -> bool:
    mine, theirs = one.fact, other.fact
    return isinstance(mine, Name) and isinstance(theirs, Name) and one_name(mine, theirs)


def _rival_name(claim: Reading, one: Item, reading: Reading, other: Item) -> bool:
    return not _same_name(claim, one, reading, other)


def _is_sure(item: Item) -> bool:
    return isinstance(item.fact, DateMention) or not item.fact.loose


def _is_backed(item: Item, facts: Facts) -> bool:
    """Whether an evidence names it in full: "Ann Lee" is not borne out by "Lee" alone."""
    name = item.fact
    return (
        not isinstance(name, Name)
        or len(name.parts) < 2
        or any(
            one_name(name, other) and not set(other.parts) < set(name.parts)
            for other in facts.names
        )
    )


COMPARISONS = (
    Comparison(
        "number", lambda reading: reading.numbers, _same_number, _rival_number, _is_sure, 0.6
    ),
    Comparison("date", lambda reading: reading.dates, _same_date, _rival_date, _is_sure, 0.6),
    Comparison(
        "name", lambda reading: reading.names, _same_name, _rival_name, _is_sure, 0.8, _is_backed
    ),
)
