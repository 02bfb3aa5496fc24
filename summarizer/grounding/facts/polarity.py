"""Negations and modal verbs put in, left out or changed, and verbs turned into their opposite."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.grounding.facts.context import Facts
from summarizer.grounding.facts.cues import Cue, cues, opposite
from summarizer.grounding.facts.faults import Fault
from summarizer.grounding.facts.reading import Reading
from summarizer.grounding.facts.slots import slot_match

__all__ = ["polarity_faults"]

Polarity = Literal["negation", "modality"]

#: words without matter that cues turn
_TURNED = frozenset(("be", "have", "do"))
#: a sentence is asked when it holds so much of what the best one holds of the claim's words
_NEAR = 0.85
#: and the best one holds so many of them
_SHARE = 0.5
#: the least share of what stands around the word
_ALIKE = 0.4


def polarity_faults(claim: Reading, facts: Facts) -> Iterator[Fault]:
    """Where the claim says that something is, is not, will or may be, and the evidence does not."""
    mine = _by_head(claim)
    turning = {
        place
        for place, token in enumerate(claim.tokens)
        if any(c.start < token.end and token.start < c.end for each in mine.values() for c in each)
    }
    for place, token in enumerate(claim.tokens):
        if token.light and place not in mine and token.stem not in _TURNED:
            continue
        around = facts.around(claim, place, place + 1, near=_NEAR, without=turning)
        if around.shares and around.shares[0] >= _SHARE:
            word = _Word(claim, place, tuple(mine.get(place, ())), facts, around.sentences)
            fault = word.turned() or word.opposed()
            if fault is not None:
                yield fault


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the claim, what turns it, and the sentences that tell the same."""

    claim: Reading
    place: int
    cues: tuple[Cue, ...]
    facts: Facts
    rows: tuple[int, ...]

    def turned(self) -> Fault | None:
        """A fault unless one of the sentences has the word turned alike, or none has it."""
        kinds = _kinds(self.cues)
        nearest: tuple[int, set[str]] | None = None
        for row in self.rows:
            turns = _by_head(self.facts.readings[row])
            places = self._places(row)
            found = [_kinds(turns.get(there, ())) for there, _ in places]
            if kinds in found:
                return None
            if nearest is None and places and places[0][1] >= _ALIKE:
                nearest = row, found[0]
        # "have to work" and "at work" look alike
        if nearest is None or kinds ^ nearest[1] == {"must"}:
            return None
        return self._told(kinds, *nearest)

    def opposed(self) -> Fault | None:
        """A fault where the sentences have the opposite of the word, and none has it there."""
        token = self.claim.tokens[self.place]
        nearest: tuple[float, int, str] | None = None
        for row in self.rows:
            held = max((match for _, match in self._places(row)), default=-1.0)
            against = [
                (self._match(row, there), row, other.text)
                for there, other in enumerate(self.facts.readings[row].tokens)
                if opposite(token.stem, other.stem)
            ]
            best = max(against, default=None)
            if held >= 0 and (best is None or held > best[0] - _ALIKE):
                return None
            if nearest is None and best is not None and best[0] >= _ALIKE:
                nearest = best
        if nearest is None:
            return None
        _, row, word = nearest
        message = f"“{token.text}” is the opposite of what the sources say: “{word}”"
        return self._fault("negation", (token.start, token.end), message, row)

    def _places(self, row: int) -> list[tuple[int, float]]:
        """Where a sentence holds the word, with how alike that place is; the best, and equals."""
        stem = self.claim.tokens[self.place].stem
        found = [
            (there, self._match(row, there))
            for there, other in enumerate(self.facts.readings[row].tokens)
            if other.stem == stem
        ]
        best = max((match for _, match in found), default=0.0)
        return [(there, match) for there, match in found if match >= best - 0.1]

    def _match(self, row: int, there: int) -> float:
        other = self.facts.readings[row].row
        span = self.place, self.place + 1
        return slot_match(self.claim.row, span, other, (there, there + 1)).both

    def _told(self, kinds: set[str], row: int, found: set[str]) -> Fault:
        apart = kinds ^ found
        token = self.claim.tokens[self.place]
        cue = next((cue for cue in self.cues if cue.kind in apart), None)
        span = (cue.start, cue.end) if cue else (token.start, token.end)
        shown = self.claim.text[slice(*span)]
        if "negation" not in apart:
            message = f"“{shown}”: the sources say otherwise whether it is so, will be or may be"
            return self._fault("modality", span, message, row)
        message = f"the sources deny “{shown}”"
        if "negation" in kinds:
            message = f"“{shown}” denies what the sources say"
        return self._fault("negation", span, message, row)

    def _fault(self, kind: Polarity, span: tuple[int, int], message: str, row: int) -> Fault:
        start, end = span
        return Fault(kind=kind, start=start, end=end, message=message, evidence=row, certain=True)


def _kinds(found: Iterable[Cue]) -> set[str]:
    """How a word is turned: two negations turn it twice."""
    kinds = {cue.kind for cue in found if cue.kind != "negation"}
    twice = len({cue.start for cue in found if cue.kind == "negation"}) % 2 == 0
    return kinds if twice else {*kinds, "negation"}


def _by_head(reading: Reading) -> dict[int, list[Cue]]:
    found: dict[int, list[Cue]] = {}
    for cue in cues(reading):
        found.setdefault(cue.head, []).append(cue)
    return found
