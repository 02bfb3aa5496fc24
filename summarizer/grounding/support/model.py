"""What turns signals into a score: a JSON file with a card, made by `train-checker`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import numpy as np

from summarizer.grounding.support.signals import COPY, NOTHING, SIGNALS
from summarizer.grounding.support.sources import Floats

__all__ = ["SupportModel", "shipped_card", "shipped_model"]

#: deviations beyond which a signal says no more, so that none outvotes the others
_CLIP = 3.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SupportModel:
    """Means and deviations of the signals, and the logistic curve from their mean to a chance.

    The signals count alike: weights that were learned held no better on data not seen.
    """

    #: [f] in the order of `SIGNALS`; deviations are positive
    means: Floats
    deviations: Floats
    #: of the log odds that people call a summary faithful; not negative
    slope: float
    intercept: float

    @classmethod
    def from_json(cls, text: str) -> "SupportModel":
        """The model of a file; ValueError when it was made for other signals."""
        value: dict[str, Any] = json.loads(text)
        return cls(
            means=_ordered(value["means"]),
            deviations=_ordered(value["deviations"]),
            slope=value["slope"],
            intercept=value["intercept"],
        )

    def to_json(self, card: Mapping[str, object]) -> str:
        """The file of the model."""
        value = {
            "version": 1,
            "card": dict(card),
            "means": dict(zip(SIGNALS, self.means.tolist(), strict=True)),
            "deviations": dict(zip(SIGNALS, self.deviations.tolist(), strict=True)),
            "slope": self.slope,
            "intercept": self.intercept,
        }
        return json.dumps(value, indent=1, ensure_ascii=False) + "\n"

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that tell this model from others, whatever its card."""
        return sha256(self.to_json({}).encode()).hexdigest()[:12]

    def agreement(self, found: Floats) -> Floats:
        """[…] the mean over [… f] signals in deviations from what is usual, each within three."""
        usual = (found - self.means) / self.deviations
        mean: Floats = np.clip(usual, -_CLIP, _CLIP).mean(axis=-1)
        return mean

    def score(self, found: Floats) -> float:
        """The chance that people call such a sentence faithful, on a scale that begins at the
        chance of one that shares nothing and ends at that of a copy.
        """
        agreed = self.agreement(np.stack([NOTHING, found, COPY]))
        lowest, own, highest = 1 / (1 + np.exp(-(self.slope * agreed + self.intercept)))
        if highest <= lowest:
            return 0.0
        return float(np.clip((own - lowest) / (highest - lowest), 0, 1))


@cache
def shipped_model() -> SupportModel:
    """The model that comes with the program."""
    return SupportModel.from_json(_shipped())


def shipped_card() -> dict[str, Any]:
    """What the model that comes with the program was fitted on, and how."""
    card: dict[str, Any] = json.loads(_shipped())["card"]
    return card


def _shipped() -> str:
    place = files("summarizer.grounding.support").joinpath("model.json")
    return place.read_text(encoding="utf-8")


def _ordered(named: Mapping[str, float]) -> Floats:
    if tuple(named) != tuple(SIGNALS):
        raise ValueError("the checker's file has other signals; run `summarizer train-checker`")
    return np.array(list(named.values()), dtype=np.float64)
