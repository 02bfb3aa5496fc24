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
        parts = [_parts(claim, evidence) for claim, evidence in pairs]
        texts = [claim for claim, _ in pairs]
        for each in parts:
            texts += each
        vectors = self._embedder.embed(texts).astype(np.float64)
        claims, rest = vectors[: len(pairs)], vectors[len(pairs) :]
        near = np.zeros(len(pairs))
        start = 0
        for row, each in enumerate(parts):
            own = rest[start : start + len(each)]
            start += len(each)
            near[row] = max(own @ claims[row], default=0.0)
        nought = self._nought
        nearness = (near - nought) / (1 - nought)
        # whatever stands beside a text in its batch changes the last digits
        return np.clip((nearness - _NONE) / (_ALL - _NONE), 0.0, 1.0).round(4)

    @cached_property
    def _nought(self) -> float:
        """The mean cosine of sentences that have nothing to do with each other."""
        vectors = self._embedder.embed(_UNRELATED).astype(np.float64)
        cosines = (vectors @ vectors.T)[np.triu_indices(len(_UNRELATED), 1)]
        return float(min(cosines.mean(), 0.99))


def _parts(claim: str, evidence: str) -> list[str]:
    """What a claim is compared with; nothing where there is no evidence."""
    if not evidence.strip():
        return []
    sentences = [evidence[start:end] for start, end in split(evidence, None)]
    length = max(_SHORTEST, len(claim.split()))
    found = {evidence: None, **dict.fromkeys(sentences)}
    for sentence in sentences:
        found |= dict.fromkeys(_stretches(sentence.split(), length))
    return list(found)


def _stretches(words: Sequence[str], length: int) -> list[str]:
    """Overlapping stretches of a sentence that is much longer than what is compared with it.

    A clause copied out of a long sentence is far from the whole: without them a twentieth of the
    faithful sentences of CNN/Daily Mail lie below .46, with them below .65.
    """
    if len(words) <= 1.5 * length:
        return []
    step = length // 2
    starts = range(0, len(words) - step, step)
    return [" ".join(words[start : start + length]) for start in starts]
