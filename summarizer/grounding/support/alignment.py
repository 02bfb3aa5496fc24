"""The cheapest way to read a claim off its evidence, by dynamic programming over its words
(Viterbi 1967).

Each word is read at a place where its stem stands, or is missing. To go on at the next word costs
nothing; skipped words, going back, another sentence and a missing word cost the more, the less it
looks like copying or shortening. Chosen from ten settings on 671 judged summaries: AUC .77 to .78.
"""

import numpy as np
from numpy.typing import NDArray

from summarizer.grounding.support.sources import Claim, Sources

__all__ = ["MISSING", "alignment_cost"]

#: a word that is read nowhere: a content word, any other
MISSING, _MISSING_LIGHT = 5.0, 0.45
#: for each word skipped, and at most for skipping inside a sentence
_SKIPPED, _SKIPPING = 0.05, 1.0
_BACK = 1.0
_NEXT_SENTENCE, _ELSEWHERE = 1.5, 3.0
#: light words stand everywhere: they are read where the claim is read anyway, so few words ahead
_WINDOW = 8

Floats = NDArray[np.float64]


def alignment_cost(claim: Claim, sources: Sources) -> float:
    """What the cheapest reading costs, for each word of the claim; 0 for a copy."""
    if not claim.stems:
        return 0.0
    # where the last word was read, and what that cost; -1 before the first is read
    states, costs = np.array([-1], dtype=np.intp), np.zeros(1)
    for stem, content in zip(claim.stems, claim.content, strict=True):
        places = sources.places_of(stem)
        if not content:
            places = _ahead(places, states)
        missing = costs + (MISSING if content else _MISSING_LIGHT)
        if len(places):
            read = (costs[None, :] + _moves(places, states, sources)).min(axis=1)
            states = np.concatenate([states, places])
            missing = np.concatenate([missing, read])
        states, costs = _worth_keeping(states, missing)
    return float(costs.min()) / len(claim.stems)


def _ahead(places: NDArray[np.intp], states: NDArray[np.intp]) -> NDArray[np.intp]:
    """The places that lie a few words behind where the claim is read."""
    if not len(places):
        return places
    ahead = places[:, None] - states[None, :]
    near = np.any((ahead > 0) & (ahead <= _WINDOW) & (states >= 0), axis=1)
    return np.asarray(places[near])


def _moves(places: NDArray[np.intp], states: NDArray[np.intp], sources: Sources) -> Floats:
    """[places, states] what it costs to go on there."""
    ahead = places[:, None] - states[None, :]
    apart = np.abs(sources.numbers[places][:, None] - sources.numbers[states][None, :])
    inside = np.where(ahead > 0, np.minimum(_SKIPPING, _SKIPPED * (ahead - 1)), _BACK)
    moves = np.select(
        [ahead == 1, apart == 0, apart == 1], [0.0, inside, _NEXT_SENTENCE], _ELSEWHERE
    )
    moves[:, states < 0] = 0.0
    return np.asarray(moves)


def _worth_keeping(states: NDArray[np.intp], costs: Floats) -> tuple[NDArray[np.intp], Floats]:
    """The cheapest way to each place, and only ways that may still win: from the best one every
    place can be reached at the price of going elsewhere.
    """
    order = np.lexsort((costs, states))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = np.diff(states[order]) > 0
    kept = order[first]
    kept = kept[costs[kept] <= costs.min() + _ELSEWHERE]
    return states[kept], costs[kept]
