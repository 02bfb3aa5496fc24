"""A judge by sentence embeddings: what is nowhere near its evidence does not follow from it."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer.neural.verdicts import judging
from summarizer.protocols import Embedder
from summarizer.protocols.ranking import Parameters
from summarizer.text.sentences import split

__all__ = ["SimilarityJudge"]

#: Nearness below the first is no support, from the second on all that this judge can tell. With
#: all-MiniLM-L6-v2 it doubts 97 % of honest paraphrases beside another article, 2 of 60 beside
#: their own (the words had found them the wrong evidence), and no faithful sentence of FRANK. A map
#: that goes on growing reorders what is supported anyway: up to .1 AUC less on FRANK
_NONE, _ALL = 0.25, 0.41
#: words of the shortest stretch of evidence that is held beside a claim
_SHORTEST = 6
#: Sentences of which none has to do with another. How near a model places these is its nought:
#: models differ in that, all-MiniLM-L6-v2 has a mean cosine of .03
_UNRELATED = (
    "The goalkeeper saved two penalties in the last minute of the match.",
    "Interest rates will stay as they are until the spring, the central bank said.",
    "The recipe asks for three eggs, a pound of flour and a little salt.",
    "A new telescope in the desert photographed a distant galaxy.",
    "Farmers fear for the harvest after eleven weeks without rain.",
    "The orchestra opened the season with a symphony by a young composer.",
    "Two trains collided in a tunnel, and the line was closed overnight.",
    "Doctors found a vaccine that protects children from the fever.",
)


class SimilarityJudge:
    """A `Judge` of `protocols`. It cannot tell "saved forty" from "saved fifty", nor a denial from
    what is denied: it only finds sentences that are about something else.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    @cached_property
    def info(self) -> Parameters:
        """The embedder's, and where doubt begins and ends."""
        return {"kind": "similarity", "none": _NONE, "all": _ALL, **self._embedder.info}

    def support(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """[len(pairs)] how near each claim is to the nearest part of its evidence: all of it, a
        sentence, or a stretch as long as the claim.
        """
        with judging():
            return self._support(pairs)

    def _support(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        found = self._told(pairs, [_wholes(evidence) for _, evidence in pairs])
        # nothing can be more than 1: most claims need no closer look, which is the costly one
        left = [row for row, told in enumerate(found) if told < 1 and pairs[row][1].strip()]
        parts = [_stretches(*pairs[row]) for row in left]
        closer = self._told([pairs[row] for row in left], parts)
        found[left] = np.maximum(found[left], closer)
        return found

    def _told(
        self, pairs: Sequence[tuple[str, str]], parts: Sequence[Sequence[str]]
    ) -> NDArray[np.float64]:
        """[len(pairs)] what the nearest of its `parts` says of each claim; 0 without one."""
        asked = [(claim, own) for (claim, _), own in zip(pairs, parts, strict=True) if own]
        vectors = self._embedder.embed([text for claim, own in asked for text in (claim, *own)])
        near = np.full(len(pairs), -1.0)
        start = 0
        for row, own in enumerate(parts):
            if own:
                end = start + 1 + len(own)
                near[row] = (vectors[start + 1 : end] @ vectors[start]).max()
                start = end
        nearness = (near - self._nought) / (1 - self._nought)
        # whatever stands beside a text in its batch changes the last digits
        return np.clip((nearness - _NONE) / (_ALL - _NONE), 0.0, 1.0).round(4)

    @cached_property
    def _nought(self) -> float:
        """The mean cosine of sentences that have nothing to do with each other."""
        vectors = self._embedder.embed(_UNRELATED).astype(np.float64)
        cosines = (vectors @ vectors.T)[np.triu_indices(len(_UNRELATED), 1)]
        return float(min(cosines.mean(), 0.99))


def _wholes(evidence: str) -> list[str]:
    """The evidence and its sentences; nothing where there is none."""
    if not evidence.strip():
        return []
    sentences = (evidence[start:end] for start, end in split(evidence, None))
    return list(dict.fromkeys((evidence, *sentences)))


def _stretches(claim: str, evidence: str) -> list[str]:
    """Overlapping stretches, as long as the claim, of sentences that are much longer.

    A clause copied out of a long sentence is far from the whole: without them a twentieth of the
    faithful sentences of CNN/Daily Mail have a cosine below .46, with them below .65.
    """
    length = max(_SHORTEST, len(claim.split()))
    step = length // 2
    found: dict[str, None] = {}
    for start, end in split(evidence, None):
        words = evidence[start:end].split()
        if len(words) > 1.5 * length:
            firsts = range(0, len(words) - step, step)
            found |= dict.fromkeys(" ".join(words[first : first + length]) for first in firsts)
    return list(found)
