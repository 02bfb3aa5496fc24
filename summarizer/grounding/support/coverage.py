"""Which one to three evidence sentences hold most of what a sentence says."""

import numpy as np

from summarizer.grounding.support.sources import Ints, Sources, Told

__all__ = ["best_sentences", "whole"]

#: more sentences than these are no support but a collage
_MOST = 3
#: of its weight, in one evidence sentence or in two. Of 60 honest paraphrases two are doubted for
#: it that were not before; "Firefighters found a bomb in the cellar" is, beside articles on a fire
_HALF, _MOST_OF_IT = 0.5, 0.75
#: share of the sentence's weight that a further sentence must add to be named
_LEAST_GAIN = 0.1


def best_sentences(told: Told, sources: Sources) -> tuple[int, ...]:
    """Their places in the evidence as given, best first: what holds most, then what adds most.

    Of equals the one with more pairs of neighbours in common, then the shorter, then the first.
    """
    held = sources.held(told)
    pairs = _pairs(told, sources)
    lengths = np.diff(sources.bounds)
    missing = told.weights.copy()
    least, chosen = 0.0, list[int]()
    while len(chosen) < _MOST and len(held):
        gains = np.round(held @ missing, 9)
        best = int(np.lexsort((lengths, -pairs, -gains))[0])
        if gains[best] <= least:
            break
        chosen.append(int(sources.places[best]))
        missing[held[best]] = 0.0
        least = _LEAST_GAIN * float(told.weights.sum())
    return tuple(chosen)


def whole(told: Told, sources: Sources) -> bool:
    """Whether one evidence sentence holds half of what a sentence says, by weight, or two of them
    three quarters: words that stand far apart in the evidence tell nothing together.
    """
    total = float(told.weights.sum())
    if not total or not len(sources.places):
        return False
    held = sources.held(told)
    shares = held @ told.weights / total
    best = int(shares.argmax())
    rest = held @ np.where(held[best], 0.0, told.weights) / total
    return bool(shares[best] >= _HALF or shares[best] + rest.max() >= _MOST_OF_IT)


def _pairs(told: Told, sources: Sources) -> Ints:
    """[s] how many of the told pairs of neighbours stand in each sentence."""
    size = len(sources.vocabulary)
    both = (told.numbers[:-1] >= 0) & (told.numbers[1:] >= 0)
    mine = (told.numbers[:-1] * size + told.numbers[1:])[both]
    owners = sources.sentence_of[:-1]
    within = owners == sources.sentence_of[1:]
    theirs = sources.words[:-1] * size + sources.words[1:]
    counts: Ints = np.bincount(
        owners[within & np.isin(theirs, mine)], minlength=len(sources.places)
    )
    return counts
