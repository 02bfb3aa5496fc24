"""Numbers, dates and names of a claim against those in the same place of the evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summarizer.grounding.facts.context import Facts
from summarizer.grounding.facts.faults import Fault, FaultKind
from summarizer.grounding.facts.reading import Item, Reading
from summarizer.grounding.facts.slots import slot_match

__all__ = ["Comparison", "value_faults"]

#: swept later
NEAR = 0.72
SLOT = 0.5
MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class Comparison:
    """How facts of one kind are told apart."""

    kind: FaultKind
    #: those of a sentence
    items: Callable[[Reading], tuple[Item, ...]]
    #: whether the claim's fact is borne out by the other
    same: Callable[[Reading, Item, Reading, Item], bool]
    #: whether the two can stand in one place, and so contradict each other
    rival: Callable[[Reading, Item, Reading, Item], bool]
    #: whether a fact that no evidence holds is a fault
    checked: Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class _Place:
    """A fact of the evidence, and how well it sits where the claim's fact does."""

    row: int
    item: Item
    match: float


def value_faults(claim: Reading, facts: Facts, how: Comparison) -> Iterator[Fault]:
    """The facts of one kind that the evidence does not bear out."""
    for item in how.items(claim):
        if how.checked(item):
            fault = _fault(claim, item, facts, how)
            if fault is not None:
                yield fault


def _fault(claim: Reading, item: Item, facts: Facts, how: Comparison) -> Fault | None:
    around = facts.around(claim, item.first, item.last, near=NEAR)
    outdone: _Place | None = None
    best: _Place | None = None
    for row, share in zip(around.sentences, around.shares, strict=True):
        held = _best_place(claim, item, facts, row, how, how.same)
        other = _best_place(claim, item, facts, row, how, how.rival)
        if held is not None and (other is None or held.match >= other.match - MARGIN):
            return None
        if held is not None and outdone is None:
            outdone = other
        if other is not None and other.match * share > (best.match * share if best else 0.0):
            best = other
    if outdone is not None:
        return _told(claim, item, facts, how, outdone, crossed=True)
    if best is not None and best.match >= SLOT:
        return _told(claim, item, facts, how, best, crossed=False)
    if any(
        how.same(claim, item, reading, other)
        for reading in facts.readings
        for other in how.items(reading)
    ):
        return None
    return _told(claim, item, facts, how, None, crossed=False)


def _best_place(  # noqa: PLR0913, PLR0917  (a place is where six things meet)
    claim: Reading,
    item: Item,
    facts: Facts,
    row: int,
    how: Comparison,
    fits: Callable[[Reading, Item, Reading, Item], bool],
) -> _Place | None:
    reading = facts.readings[row]
    places = [
        _Place(row, other, slot_match(claim, item, reading, other))
        for other in how.items(reading)
        if fits(claim, item, reading, other)
    ]
    return max(places, key=lambda place: place.match, default=None)


def _told(
    claim: Reading, item: Item, facts: Facts, how: Comparison, place: _Place | None, *, crossed: bool
) -> Fault:
    start, end = _span(claim, item)
    shown = claim.text[start:end]
    if place is None:
        message = f"“{shown}” is not in the sources"
    else:
        reading = facts.readings[place.row]
        there = slice(*_span(reading, place.item))
        told = reading.text[there]
        message = (
            f"“{shown}” stands elsewhere in the sources; here they say “{told}”"
            if crossed
            else f"“{shown}” is not what the sources say; the nearest says “{told}”"
        )
    return Fault(
        kind="role" if crossed and how.kind == "name" else how.kind,
        start=start,
        end=end,
        message=message,
        evidence=place.row if place else None,
        certain=place is not None,
    )


def _span(reading: Reading, item: Item) -> tuple[int, int]:
    return item.fact.start, item.fact.end
