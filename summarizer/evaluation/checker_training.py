"""Fits what turns the signals of support into a score to summaries that people judged.

Signals count alike. Learned are only their means and deviations over sentences, and the logistic
curve from the agreement of a summary's signals to the share of such summaries found faithful.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import InvalidRequestError
from summarizer.evaluation.judged import JudgedSummary, article_numbers, claims, evidence
from summarizer.grounding.support.model import SupportModel
from summarizer.grounding.support.signals import NOTHING, signals
from summarizer.grounding.support.sources import prepare_support

__all__ = ["Lesson", "fit", "held_out_models", "lessons"]

#: of the squared slope: it keeps the curve finite where the signals part the kinds perfectly
_PENALTY = 1.0
_STEPS = 50
#: no signal counts more than if it varied so much
_LEAST_DEVIATION = 0.01

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """The [sentences, f] signals of a summary, and whether people found it faithful."""

    signals: Floats
    faithful: bool


def lessons(summaries: Sequence[JudgedSummary]) -> list[Lesson]:
    """One for each summary; one without a sentence shares nothing."""
    sources = {text: prepare_support(evidence(text)) for text in {s.article for s in summaries}}
    found: list[Lesson] = []
    for each in summaries:
        own = sources[each.article]
        rows = [signals(own.read(text), own) for text in claims(each)]
        found.append(Lesson(signals=np.array(rows or [NOTHING]), faithful=each.faithful))
    return found


def fit(taught: Sequence[Lesson]) -> SupportModel:
    """The model; its numbers have four decimals.

    InvalidRequestError when all summaries were judged alike.
    """
    faithful = np.array([each.faithful for each in taught], dtype=np.float64)
    if not 0 < faithful.mean() < 1:
        raise InvalidRequestError(
            "the checker learns from faithful summaries and others: give both"
        )
    rows = np.concatenate([each.signals for each in taught])
    flat = SupportModel(
        means=np.round(rows.mean(axis=0), 4),
        deviations=np.round(np.maximum(rows.std(axis=0), _LEAST_DEVIATION), 4),
        slope=0.0,
        intercept=0.0,
    )
    agreed = [flat.agreement(each.signals) for each in taught]
    told = np.array([(each.mean() + each.min()) / 2 for each in agreed])
    slope, intercept = _logistic(told, faithful)
    return SupportModel(
        means=flat.means,
        deviations=flat.deviations,
        slope=round(max(0.0, slope), 4),
        intercept=round(intercept, 4),
    )


def held_out_models(
    summaries: Sequence[JudgedSummary], taught: Sequence[Lesson], folds: int
) -> list[SupportModel]:
    """For each summary the model that was fitted without all summaries of its article."""
    numbers = [number % folds for number in article_numbers(summaries)]
    models = {
        fold: fit([one for one, number in zip(taught, numbers, strict=True) if number != fold])
        for fold in sorted(set(numbers))
    }
    return [models[number] for number in numbers]


def _logistic(values: Floats, wanted: Floats) -> tuple[float, float]:
    """Slope and intercept of the curve of greatest penalized likelihood, by Newton's method."""
    features = np.stack([values, np.ones_like(values)], axis=1)
    penalty = np.diag([_PENALTY, 1e-9])
    found = np.zeros(2)
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-features @ found))
        gradient = features.T @ (wanted - chances) - penalty @ found
        curvature = (features.T * (chances * (1 - chances))) @ features + penalty
        found = found + np.linalg.solve(curvature, gradient)
    return float(found[0]), float(found[1])
