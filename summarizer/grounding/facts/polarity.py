"""Negations and modal verbs put in, left out or changed, and verbs turned into their opposite."""

from collections.abc import Iterator

from summarizer.grounding.facts.context import Facts, Surroundings
from summarizer.grounding.facts.cues import Cue, cues, opposite
from summarizer.grounding.facts.faults import Fault, FaultKind
from summarizer.grounding.facts.reading import Reading
from summarizer.grounding.facts.slots import slot_match

__all__ = ["polarity_faults"]

#: words without matter that cues turn
_TURNED = frozenset(("be", "have", "do"))
NEAR = 0.85
#: the least share of the claim's words that a sentence holds which can contradict it
SHARE = 0.5
#: and of what stands around the word that is turned
SLOT = 0.4


def polarity_faults(claim: Reading, facts: Facts) -> Iterator[Fault]:
    """Where the claim says that something is, is not, will or may be, and the evidence does not."""
    mine = _by_head(claim)
    for place, token in enumerate(claim.tokens):
        if token.light and place not in mine and token.stem not in _TURNED:
            continue
        around = facts.around(claim, place, place, near=NEAR)
        if not around.shares or around.shares[0] < SHARE:
            continue
        fault = _turned(claim, place, mine.get(place, []), facts, around)
        fault = fault or _opposed(claim, place, facts, around)
        if fault is not None:
            yield fault


def _by_head(reading: Reading) -> dict[int, list[Cue]]:
    found: dict[int, list[Cue]] = {}
    for cue in cues(reading):
        found.setdefault(cue.head, []).append(cue)
    return found


def _turned(
    claim: Reading, place: int, mine: list[Cue], facts: Facts, around: Surroundings
) -> Fault | None:
    kinds = {cue.kind for cue in mine}
    nearest: tuple[int, set[str]] | None = None
    for row in around.sentences:
        reading = facts.readings[row]
        theirs = _by_head(reading)
        places = _places(claim, place, reading)
        if any({cue.kind for cue in theirs.get(there, [])} == kinds for there, _ in places):
            return None
        if nearest is None and places and places[0][1] >= SLOT:
            nearest = row, {cue.kind for cue in theirs.get(places[0][0], [])}
    if nearest is None:
        return None
    row, found = nearest
    if kinds ^ found == {"must"}:
        return None  # "have to work" and "at work" look alike
    return _told(claim, place, mine, kinds ^ found, kinds, row)


def _places(claim: Reading, place: int, reading: Reading) -> list[tuple[int, float]]:
    """Where the sentence holds the claim's word, with what stands around it; the best, and equals."""
    found = [
        (there, _match(claim, place, reading, there))
        for there, other in enumerate(reading.tokens)
        if other.stem == claim.tokens[place].stem
    ]
    best = max((match for _, match in found), default=0.0)
    return [(there, match) for there, match in found if match >= best - 0.1]


def _match(claim: Reading, place: int, reading: Reading, there: int) -> float:
    return slot_match(claim.row, (place, place + 1), reading.row, (there, there + 1)).both


def _told(  # noqa: PLR0913, PLR0917
    claim: Reading, place: int, mine: list[Cue], apart: set[str], kinds: set[str], row: int
) -> Fault | None:
    token = claim.tokens[place]
    kind: FaultKind = "negation" if "negation" in apart else "modality"
    cue = next((cue for cue in mine if cue.kind in apart), None)
    start, end = (cue.start, cue.end) if cue else (token.start, token.end)
    shown = claim.text[start:end]
    if kind == "negation":
        message = (
            f"“{shown}” denies what the sources say"
            if "negation" in kinds
            else f"the sources deny “{shown}”"
        )
    else:
        message = f"the sources do not say as “{shown}” whether it happened, will or may"
    return Fault(kind=kind, start=start, end=end, message=message, evidence=row, certain=True)


def _opposed(claim: Reading, place: int, facts: Facts, around: Surroundings) -> Fault | None:
    token = claim.tokens[place]
    found: Fault | None = None
    for row in around.sentences:
        reading = facts.readings[row]
        stems = {other.stem for other in reading.tokens}
        if token.stem in stems:
            return None
        for there, other in enumerate(reading.tokens):
            if found is None and opposite(token.stem, other.stem):
                if _match(claim, place, reading, there) >= SLOT:
                    found = Fault(
                        kind="negation",
                        start=token.start,
                        end=token.end,
                        message=f"“{token.text}” is the opposite of “{other.text}” in the sources",
                        evidence=row,
                        certain=True,
                    )
    return found
