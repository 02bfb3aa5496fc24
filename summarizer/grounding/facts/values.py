"""Numbers, dates and names of a claim against those in the same place of the evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summarizer.grounding.facts.context import Facts
from summarizer.grounding.facts.faults import Fault, FaultKind
from summarizer.grounding.facts.reading import Item, Reading
from summarizer.grounding.facts.slots import Slot, slot_match
from summarizer.text.quantities import Quantity

__all__ = ["Comparison", "value_faults"]

#: a sentence is asked when it holds so much of what the best one holds of the claim's words
_NEAR = 0.72
#: in a place so alike another fact contradicts; in one more alike even one that the claim tells too
_ALIKE, _VERY_ALIKE = 0.5, 0.75
#: and is no longer than the claim by so much
_LONG = 2.5
#: two facts are crossed when they would fit so much better the other way round
_CROSSED = 0.25
#: and fit there at all
_FITS = 0.5
#: one that the claim leaves out contradicts when it fits so much better
_CLEARLY = 0.22

Pair = Callable[[Reading, Item, Reading, Item], bool]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How facts of one kind are told apart."""

    kind: FaultKind
    #: those of a sentence
    items: Callable[[Reading], tuple[Item, ...]]
    #: whether the claim's fact is borne out by the other
    same: Pair
    #: whether the two exclude each other where they stand in one place
    rival: Pair
    #: whether it is a fault when no evidence holds it
    sure: Callable[[Item], bool]
    #: in a sentence that holds so much of the claim a rival contradicts wherever it stands
    tells: float
    #: whether the evidence names it in full; else what it holds of it does not bear it out
    backed: Callable[[Item, Facts], bool] = lambda _, __: True


@dataclass(frozen=True, slots=True)
class _Place:
    """A fact of the evidence, and how well the claim's fact would stand there."""

    row: int
    item: Item
    slot: Slot


def value_faults(claim: Reading, facts: Facts, how: Comparison) -> Iterator[Fault]:
    """The facts of one kind that the evidence does not bear out."""
    for item in how.items(claim):
        if isinstance(item.fact, Quantity) and item.fact.loose:
            continue
        fault = _Question(claim, item, facts, how).fault()
        if fault is not None:
            yield fault


@dataclass(frozen=True, slots=True)
class _Question:
    """Whether the evidence bears out one fact of a claim."""

    claim: Reading
    item: Item
    facts: Facts
    how: Comparison

    def fault(self) -> Fault | None:
        around = self.facts.around(self.claim, self.item.first, self.item.last, near=_NEAR)
        crossed: _Place | None = None
        instead: _Place | None = None
        unknown = False
        backed = self.how.backed(self.item, self.facts)
        for row, share in zip(around.sentences, around.shares, strict=True):
            held, rivals = self._places(row, self.how.same), self._places(row, self.how.rival)
            if held and backed:
                outdone = self._outdone(row, held, rivals)
                if outdone is None:
                    return None
                crossed = crossed or outdone
            else:
                others = self.how.items(self.facts.readings[row])
                unknown = unknown or len(rivals) + len(held) < len(others)
                instead = instead or self._substituted(rivals, share)
        if crossed is not None or instead is not None:
            return self._told(crossed or instead, crossed=crossed is not None)
        if unknown or not self.how.sure(self.item) or (backed and self._stands_anywhere()):
            return None
        return self._told(None, crossed=False)

    def _places(self, row: int, fits: Pair) -> list[_Place]:
        reading = self.facts.readings[row]
        return [
            _Place(row, other, self._slot(self.item, reading, other))
            for other in self.how.items(reading)
            if fits(self.claim, self.item, reading, other)
        ]

    def _slot(self, item: Item, reading: Reading, place: Item) -> Slot:
        mine, theirs = self.claim.rows[self.how.kind], reading.rows[self.how.kind]
        return slot_match(mine, (item.first, item.last), theirs, (place.first, place.last))

    def _outdone(self, row: int, held: list[_Place], rivals: list[_Place]) -> _Place | None:
        """The place that the claim gives to the fact, where the evidence has another one."""
        reading = self.facts.readings[row]
        mine = max(held, key=lambda place: place.slot.both)
        alike = [each for each in self.how.items(self.claim) if self._same_in_claim(each)]
        for rival in sorted(rivals, key=lambda place: -place.slot.both):
            gain = rival.slot.both - mine.slot.both
            other = self._counterpart(reading, rival.item, alike)
            if other is not None and not self._turned_round(reading, other, rival.item, mine.item):
                theirs = self._slot(other, reading, rival.item).both
                swapped = self._slot(other, reading, mine.item).both
                fits = min(rival.slot.both, swapped) >= _FITS
                if fits and gain + swapped - theirs > _CROSSED:
                    return rival
            if other is None and len(alike) > len(held) and gain > _CROSSED / 2:
                return rival
            clear = self.how.kind != "name" and gain > _CLEARLY  # lists of names are reordered
            if other is None and clear and rival.slot.both >= _FITS:
                return rival
        return None

    def _counterpart(self, reading: Reading, rival: Item, alike: list[Item]) -> Item | None:
        """The other fact of the claim that is the evidence's there; of several, where it fits."""
        found = [
            each
            for each in self.how.items(self.claim)
            if each not in alike and self.how.same(self.claim, each, reading, rival)
        ]
        return max(found, key=lambda each: self._slot(each, reading, rival).both, default=None)

    def _same_in_claim(self, other: Item) -> bool:
        return self.how.same(self.claim, self.item, self.claim, other)

    def _turned_round(self, reading: Reading, other: Item, rival: Item, mine: Item) -> bool:
        """Whether one sentence is built otherwise ("B was beaten by A"), or both make a list."""
        if _listed(self.claim, self.item, other) and _listed(reading, mine, rival):
            return True
        return any(
            any(_is_behind(self.claim, each, word) for each in (self.item, other))
            != any(_is_behind(reading, each, word) for each in (mine, rival))
            for word in ("by", "of")
        )

    def _substituted(self, rivals: list[_Place], share: float) -> _Place | None:
        for rival in sorted(rivals, key=lambda place: -place.slot.either):
            reading = self.facts.readings[rival.row]
            told = any(
                self.how.same(self.claim, each, reading, rival.item)
                for each in self.how.items(self.claim)
            )
            if rival.slot.both >= _VERY_ALIKE:
                return rival
            # much of the claim stands in a long sentence by chance
            long = len(reading.tokens) > _LONG * len(self.claim.tokens)
            alike = rival.slot.either >= _ALIKE or (share >= self.how.tells and not long)
            if not told and (alike if self.how.sure(self.item) else rival.slot.both >= _ALIKE):
                return rival
        return None

    def _stands_anywhere(self) -> bool:
        return any(
            self.how.same(self.claim, self.item, reading, other)
            for reading in self.facts.readings
            for other in self.how.items(reading)
        )

    def _told(self, place: _Place | None, *, crossed: bool) -> Fault:
        fact = self.item.fact
        shown = self.claim.text[fact.start : fact.end]
        if place is None:
            message = f"“{shown}” is not in the sources"
        else:
            there = place.item.fact
            told = self.facts.readings[place.row].text[there.start : there.end]
            message = (
                f"“{shown}” stands where the sources say “{told}”"
                if crossed
                else f"“{shown}” is not in the sources; the nearest says “{told}”"
            )
        return Fault(
            kind="role" if crossed and self.how.kind == "name" else self.how.kind,
            start=fact.start,
            end=fact.end,
            message=message,
            evidence=place.row if place else None,
            certain=place is not None,
        )


def _is_behind(reading: Reading, item: Item, word: str) -> bool:
    before = reading.tokens[max(0, item.first - 2) : item.first]
    return any(token.text.lower() == word for token in before)


def _listed(reading: Reading, one: Item, other: Item) -> bool:
    """Whether nothing but "and" or "or" stands between the two."""
    first, last = sorted((one, other), key=lambda item: item.first)
    between = [token.text for token in reading.tokens[first.last : last.first]]
    return bool(between) and set(between) <= {"and", "or"}
