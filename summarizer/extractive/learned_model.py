"""The coefficients of the learned ranker: a JSON file with a card, made by `train-ranker`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarizer.extractive.concepts import BIGRAM_FEATURES, UNIGRAM_FEATURES
from summarizer.extractive.sentence_features import SENTENCE_FEATURES

__all__ = ["Coefficients", "LearnedModel", "Stop", "shipped_card", "shipped_model"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coefficients:
    """Of the logarithms of weights, one for each feature in its order."""

    bigrams: Floats
    unigrams: Floats
    sentences: Floats

    @classmethod
    def from_names(cls, value: Mapping[str, Mapping[str, float]]) -> "Coefficients":
        """The coefficients of a file, which calls them by their features' names; ValueError when
        it was made for other features.
        """
        return cls(
            bigrams=_ordered(value["bigrams"], BIGRAM_FEATURES),
            unigrams=_ordered(value["unigrams"], UNIGRAM_FEATURES),
            sentences=_ordered(value["sentences"], SENTENCE_FEATURES),
        )

    def to_names(self) -> dict[str, dict[str, float]]:
        """What `from_names` reads."""
        return {
            "bigrams": dict(zip(BIGRAM_FEATURES, self.bigrams.tolist(), strict=True)),
            "unigrams": dict(zip(UNIGRAM_FEATURES, self.unigrams.tolist(), strict=True)),
            "sentences": dict(zip(SENTENCE_FEATURES, self.sentences.tolist(), strict=True)),
        }


class Stop(NamedTuple):
    """How much the set for condensing counts at so many words for each independent article."""

    words: float
    #: in the weights of concepts, the rest being that for retelling; both in [0, 1]
    concepts: float
    #: in the quality of sentences
    sentences: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LearnedModel:
    """Two sets of coefficients, and which of them counts when.

    How much may be told of each article decides: with many words for each a summary retells them,
    with few it tells what they agree on.
    """

    retelling: Coefficients
    condensing: Coefficients
    #: by words; between them the shares change with the logarithm of words
    gate: tuple[Stop, ...]
    #: share of the whole weight that single stems carry
    unigram_mass: float

    @classmethod
    def from_json(cls, text: str) -> "LearnedModel":
        """The model of a file; ValueError when it was made for other features."""
        value: dict[str, Any] = json.loads(text)
        return cls(
            retelling=Coefficients.from_names(value["retelling"]),
            condensing=Coefficients.from_names(value["condensing"]),
            gate=tuple(Stop(**stop) for stop in value["gate"]),
            unigram_mass=value["unigram_mass"],
        )

    def to_json(self, card: Mapping[str, object]) -> str:
        """The file of the model."""
        value = {
            "version": 1,
            "card": dict(card),
            "unigram_mass": self.unigram_mass,
            "gate": [stop._asdict() for stop in self.gate],
            "retelling": self.retelling.to_names(),
            "condensing": self.condensing.to_names(),
        }
        return json.dumps(value, indent=1, ensure_ascii=False) + "\n"

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that tell this model from others, whatever its card."""
        return sha256(self.to_json({}).encode()).hexdigest()[:12]

    def at(self, words: float) -> Coefficients:
        """The coefficients for a question with so many words for each independent article."""
        stops = np.array(self.gate)
        place = np.log(max(words, 1e-9))
        concepts, sentences = (
            float(np.interp(place, np.log(stops[:, 0]), stops[:, column])) for column in (1, 2)
        )
        few, many = self.condensing, self.retelling
        return Coefficients(
            bigrams=concepts * few.bigrams + (1 - concepts) * many.bigrams,
            unigrams=concepts * few.unigrams + (1 - concepts) * many.unigrams,
            sentences=sentences * few.sentences + (1 - sentences) * many.sentences,
        )


@cache
def shipped_model() -> LearnedModel:
    """The model that comes with the program."""
    return LearnedModel.from_json(_shipped())


def shipped_card() -> dict[str, Any]:
    """What the model that comes with the program was fitted on, and how."""
    card: dict[str, Any] = json.loads(_shipped())["card"]
    return card


def _shipped() -> str:
    return files("summarizer.extractive").joinpath("learned.json").read_text(encoding="utf-8")


def _ordered(named: Mapping[str, float], names: tuple[str, ...]) -> Floats:
    if tuple(named) != names:
        raise ValueError("the ranker's file has other features; run `summarizer train-ranker`")
    return np.array(list(named.values()), dtype=np.float64)
