"""From signals to a score: standardized, clipped, averaged with equal weights, and mapped to [0, 1]
by a logistic curve. Learned weights were no better on unseen summaries.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.grounding.support.signals import SIGNALS, best_sentences, signals
from summarizer.grounding.support.sources import Claim, Sources, read_claim

__all__ = ["Scale", "Support", "holds", "shipped_scale", "supports"]

#: a single signal says no more than that
_CLIPPED = 3.0
#: only what stands in the evidence word for word is beyond doubt
_MOST = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How far the evidence covers a sentence."""

    #: in [0, 1]; 1 for what stands there word for word
    score: float
    #: the numbers of the evidence that covers it best, best first
    best: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What signals are measured by."""

    #: mean and standard deviation of each of `SIGNALS`
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    #: of the logistic curve over the mean of the standardized signals
    slope: float
    middle: float

    @classmethod
    def from_json(cls, text: str) -> "Scale":
        """The scale of a file that `train-checker` wrote; `ValueError` for one of other signals."""
        read = json.loads(text)
        if list(read["signals"]) != list(SIGNALS):
            raise ValueError(f"the scale is one of other signals: {', '.join(read['signals'])}")
        return cls(
            means=tuple(each["mean"] for each in read["signals"].values()),
            deviations=tuple(each["deviation"] for each in read["signals"].values()),
            slope=read["slope"],
            middle=read["middle"],
        )

    def to_json(self, card: Mapping[str, Any]) -> str:
        """The file, with its card first."""
        measured = zip(SIGNALS, self.means, self.deviations, strict=True)
        told = {
            "version": 1,
            "card": dict(card),
            "signals": {name: {"mean": mean, "deviation": dev} for name, mean, dev in measured},
            "slope": self.slope,
            "middle": self.middle,
        }
        return json.dumps(told, indent=1, ensure_ascii=False) + "\n"

    def mean(self, measured: NDArray[np.float64]) -> NDArray[np.float64]:
        """[n] the mean of the standardized signals of each row of [n, signals]."""
        standard = (measured - np.array(self.means)) / np.array(self.deviations)
        return np.asarray(np.clip(standard, -_CLIPPED, _CLIPPED).mean(axis=1))

    def score(self, mean: float) -> float:
        """Of a mean of standardized signals, in [0, 1]."""
        return 1.0 / (1.0 + exp(-self.slope * (mean - self.middle)))


@cache
def shipped_scale() -> Scale:
    """The scale that comes with this package."""
    text = files(__package__).joinpath("scale.json").read_text(encoding="utf-8")
    return Scale.from_json(text)


def supports(
    sentences: Sequence[str], sources: Sources, *, scale: Scale | None = None
) -> tuple[Support, ...]:
    """How far the evidence covers each sentence; 0 for one without a word, or without evidence."""
    chosen = scale or shipped_scale()
    claims = [read_claim(sentence, sources.language) for sentence in sentences]
    return tuple(_support(claim, sources, chosen) for claim in claims)


def _support(claim: Claim, sources: Sources, scale: Scale) -> Support:
    best = best_sentences(claim, sources)
    if not best:
        return Support(score=0.0, best=())
    if any(holds(sources.sentences[number], claim.stems) for number in best):
        return Support(score=1.0, best=best)
    measured = np.array([signals(claim, sources)])
    score = scale.score(float(scale.mean(measured)[0]))
    return Support(score=round(min(score, _MOST), 4), best=best)


def holds(sentence: Sequence[int], claim: Sequence[int]) -> bool:
    """Whether the claim's stems stand in the sentence, one behind the other."""
    width = len(claim)
    return any(
        tuple(sentence[at : at + width]) == tuple(claim) for at in range(len(sentence) - width + 1)
    )
