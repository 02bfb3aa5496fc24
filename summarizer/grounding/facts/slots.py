"""How much of what stands beside a fact in the claim stands beside a place in the evidence."""

from collections.abc import Callable

from summarizer.grounding.facts.reading import Item, Reading

__all__ = ["slot_match"]

#: so many words on each side are looked at, and those as many places further off still count
_SPAN, _SLACK = 4, 2
_WEIGHTS = (1.0, 0.7, 0.5, 0.35)
#: a word without matter tells less, and the end of a sentence little
_LIGHT, _EDGE = 0.5, 0.3


def slot_match(
    claim: Reading, item: Item, other: Reading, place: Item
) -> float:
    """The share, by weight, of the words beside `item` that stand on the same side of `place`.

    Facts beside it count as whatever they are: they may be what was changed.
    """
    mine, theirs = _masks(claim), _masks(other)
    total = matched = 0.0
    for step in (-1, 1):
        start = item.first - 1 if step < 0 else item.last
        there = place.first - 1 if step < 0 else place.last
        window = [theirs(there + step * k) for k in range(_SPAN + _SLACK)]
        for k in range(_SPAN):
            word, light = mine(start + step * k)
            if word is None:
                break
            share = _WEIGHTS[k] * (_EDGE if word == "" else _LIGHT if light else 1.0)
            total += share
            near = window[max(0, k - _SLACK) : k + _SLACK + 1]
            if any(each == word for each, _ in near):
                exact = k < len(window) and window[k][0] == word
                matched += share * (1.0 if exact else 0.8)
            if word == "":
                break
    return matched / total if total else 0.0


def _masks(reading: Reading) -> Callable[[int], tuple[str | None, bool]]:
    def at(place: int) -> tuple[str | None, bool]:
        if place in (-1, len(reading.tokens)):
            return "", True
        if not 0 <= place < len(reading.tokens):
            return None, True
        token = reading.tokens[place]
        return token.stem, token.light

    return at
