"""How much of what stands beside a fact in the claim stands beside a place in the evidence."""

from dataclasses import dataclass

from summarizer.grounding.facts.reading import Row

__all__ = ["Slot", "slot_match"]

Span = tuple[int, int]

#: so many words on each side are looked at, and those as many places further off still count
_SPAN, _SLACK = 4, 2
_WEIGHTS = (1.0, 0.7, 0.5, 0.35)
#: a word without matter tells less, and the end of a sentence little
_LIGHT, _EDGE = 0.5, 0.3
#: a side tells something alone where it has a word with matter among the first two
_TELLING = 0.9


@dataclass(frozen=True, slots=True)
class Slot:
    """Shares, by weight, of the words beside a fact of the claim that stand beside the other."""

    #: on both sides together
    both: float
    #: on the better side alone, where that tells anything
    either: float


def slot_match(claim: Row, span: Span, other: Row, place: Span) -> Slot:
    """How well the claim's tokens `[first, last)` would stand at those of the other sentence."""
    left = _side(claim, claim.places[span[0]] - 1, other, other.places[place[0]] - 1, -1)
    right = _side(claim, claim.places[span[1] - 1] + 1, other, other.places[place[1] - 1] + 1, 1)
    total = left[1] + right[1]
    both = (left[0] + right[0]) / total if total else 0.0
    sides = [got / most for got, most in (left, right) if most >= _TELLING]
    return Slot(both, max([both, *sides]))


def _side(  # noqa: PLR0917  (two rows, a place in each, and the direction)
    claim: Row, start: int, other: Row, there: int, step: int
) -> tuple[float, float]:
    """What is found of one side, and what there is to find."""
    window = [_word(other, there + step * k)[0] for k in range(_SPAN + _SLACK)]
    total = matched = 0.0
    for k in range(_SPAN):
        word, light = _word(claim, start + step * k)
        if word is None:
            break
        share = _WEIGHTS[k] * (_EDGE if word == "" else _LIGHT if light else 1.0)
        total += share
        if word in window[max(0, k - _SLACK) : k + _SLACK + 1]:
            matched += share * (1.0 if window[k] == word else 0.8)
        if word == "":
            break
    return matched, total


def _word(row: Row, place: int) -> tuple[str | None, bool]:
    """The stem there and whether it is light; an empty one stands for the sentence's end."""
    if place in (-1, len(row.stems)):
        return "", True
    if not 0 <= place < len(row.stems):
        return None, True
    return row.stems[place], row.light[place]
