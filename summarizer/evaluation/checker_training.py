"""Fits the scale of the support score to summaries that people judged: what its signals are on
average, and where between true and false the middle lies. Weights are not fitted.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from summarizer.errors import InvalidRequestError
from summarizer.evaluation.judged import Measured
from summarizer.grounding.support import Scale

__all__ = ["fit", "folds_of", "scores"]

Floats = NDArray[np.float64]
_DIGITS = 4
#: of the likeliest slope: to tell a foreign article is easier than what the checker is asked
_SURENESS = 1 / 3


def fit(summaries: Sequence[Measured]) -> Scale:
    """The scale: means and deviations over all sentences, and the logistic curve that parts the
    sentences of faithful summaries from the same ones beside a foreign article, both sides weighing
    the same. `InvalidRequestError` when no summary is faithful.
    """
    every = np.concatenate([each.signals for each in summaries])
    spread = every.std(axis=0)
    scale = Scale(
        means=_rounded(every.mean(axis=0)),
        deviations=_rounded(np.where(spread > 0, spread, 1.0)),
        slope=1.0,
        middle=0.0,
    )
    faithful = [each for each in summaries if each.faithful]
    if not faithful:
        raise InvalidRequestError("no summary is faithful: its `factuality` would be 1")
    # not from unfaithful ones: most of their words are true, and which are not is not told
    slope, middle = _curve(
        scale.mean(np.concatenate([each.signals for each in faithful])),
        scale.mean(np.concatenate([each.foreign for each in faithful])),
    )
    return Scale(
        means=scale.means,
        deviations=scale.deviations,
        slope=round(_SURENESS * slope, _DIGITS),
        middle=round(middle, _DIGITS),
    )


def scores(scale: Scale, summaries: Sequence[Measured]) -> Floats:
    """[n] the score of each summary: that of its weakest sentence."""
    return np.array([_score(scale, each) for each in summaries])


def folds_of(articles: Sequence[str], folds: int) -> NDArray[np.intp]:
    """[n] the fold of each summary; those of one article share one, the articles take turns."""
    numbers = {article: number for number, article in enumerate(dict.fromkeys(articles))}
    if len(numbers) < folds:
        message = f"{folds} folds need {folds} articles, and there are {len(numbers)}"
        raise InvalidRequestError(f"{message}: take fewer (--folds), or none (0)")
    return np.array([numbers[article] % folds for article in articles], dtype=np.intp)


def _score(scale: Scale, summary: Measured) -> float:
    found = [scale.score(float(mean)) for mean in scale.mean(summary.signals)]
    # as `supports` has it: only what stands there word for word is beyond doubt
    return min(1.0 if there else each for each, there in zip(found, summary.verbatim, strict=True))


def _curve(true: Floats, false: Floats) -> tuple[float, float]:
    """Slope and middle of the logistic curve of the largest likelihood."""
    values = np.concatenate([true, false])
    signs = np.concatenate([np.ones(len(true)), -np.ones(len(false))])
    weights = np.concatenate(
        [np.full(len(true), 0.5 / len(true)), np.full(len(false), 0.5 / len(false))]
    )

    def loss(found: Floats) -> float:
        margin = signs * (found[0] * values + found[1])
        return float(weights @ np.logaddexp(0.0, -margin) + 1e-4 * found[0] ** 2)

    slope, shift = minimize(loss, np.array([1.0, 0.0]), method="BFGS").x
    return float(slope), float(-shift / slope)


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), _DIGITS) for value in values)
