"""Learned concept coverage: what a summary should hold, learned from summaries that people wrote.

The weight of a concept and the quality of a sentence as a teller are exponentials of linear
functions of their features; `learned_model` has the coefficients. With the weights of `coverage`
and no quality it is that.
"""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from summarizer.extractive.concept_coverage import ConceptCoverage, scaled
from summarizer.extractive.concepts import bigram_features, unigram_features
from summarizer.extractive.learned_model import LearnedModel, shipped_model
from summarizer.extractive.sentence_features import sentence_features
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Parameters

__all__ = ["Learned"]

#: a sentence is at most so much better a teller than another
_MOST = 5.0


class Learned:
    """Gain of a sentence: the learned weight of the concepts that no chosen sentence tells as well.

    Deviates from Gillick and Favre (2009) in the learned weights, in the quality of sentences, and
    in a greedy selection with exchanges where they solve an integer program: an exact solution was
    no better.
    """

    cost_exponents: ClassVar[tuple[float, ...]] = (1.0, 0.5, 0.0)
    refined: ClassVar[bool] = True

    def __init__(self, model: LearnedModel | None = None) -> None:
        """With the model that comes with the program unless another one is given."""
        self._model = shipped_model() if model is None else model

    @property
    def parameters(self) -> Parameters:
        """What decides the outcome: the model by its digest."""
        return {"model": self._model.digest, "unigram_mass": self._model.unigram_mass}

    def objective(self, pool: Pool, asked: Asked) -> ConceptCoverage:
        """Gains ≥ 0."""
        sources = max(1, len(np.unique(pool.group)))
        chosen = self._model.at(asked.words / sources)
        mass = self._model.unigram_mass
        multipliers = _exponential(sentence_features(pool) @ chosen.sentences, _MOST)
        return ConceptCoverage(
            pool,
            bigrams=scaled(_exponential(bigram_features(pool) @ chosen.bigrams), 1 - mass),
            unigrams=scaled(_exponential(unigram_features(pool) @ chosen.unigrams), mass),
            multipliers=multipliers if asked.focus is None else multipliers * asked.focus,
        )


def _exponential(scores: NDArray[np.float64], most: float | None = None) -> NDArray[np.float64]:
    """The exponentials, up to a factor: 1 for the largest score, or for the mean one."""
    if not len(scores):
        return scores
    if most is None:
        return np.asarray(np.exp(scores - scores.max()))
    return np.asarray(np.exp(np.clip(scores - scores.mean(), -most, most)))
