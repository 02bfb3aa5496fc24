"""A chain of two states over the lines of each page, fitted to labelled pages.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001): the score of a
labelling is the sum of each line's features times the coefficients, where the line is article, and
of a term for each line of the article that follows one of it, or one that is not. The likelihood
is concave, so the fit has one answer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

__all__ = ["Chain", "fit_chain"]

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What was fitted."""

    #: one coefficient for each feature
    weights: Matrix
    #: the score of the first line being article
    first: float
    #: the score of a line being article behind one that is not
    enter: float
    #: the score of a line being article behind one that is
    stay: float


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages side by side, longest first: each step handles one line of every page."""

    features: Matrix  # lines of all pages × features
    labels: Matrix  # longest page × pages
    rows: NDArray[np.int64]  # longest page × pages: index into the lines
    mask: Matrix  # longest page × pages: 1 where there is a line
    active: NDArray[np.int64]  # longest page: how many pages have such a line


def fit_chain(pages: list[tuple[Matrix, Matrix]], *, penalty: float) -> Chain:
    """The chain that makes the labels (1: article) of (features, labels) most likely.

    `penalty` is that of half the squared coefficients of the features, for the whole data.
    """
    batch = _side_by_side(pages)
    result = minimize(
        _loss,
        np.zeros(batch.features.shape[1] + 3),
        args=(batch, penalty),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 400, "ftol": 1e-9},
    )
    return _chain(result.x)


def _chain(parameters: Matrix) -> Chain:
    first, enter, stay = (float(value) for value in parameters[-3:])
    return Chain(weights=parameters[:-3], first=first, enter=enter, stay=stay)


def _side_by_side(pages: list[tuple[Matrix, Matrix]]) -> _Batch:
    ordered = sorted((page for page in pages if len(page[1])), key=lambda page: -len(page[1]))
    shape = (len(ordered[0][1]), len(ordered))
    rows, labels, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape), np.zeros(shape)
    start = 0
    for number, (_, marks) in enumerate(ordered):
        rows[: len(marks), number] = np.arange(start, start + len(marks))
        labels[: len(marks), number] = marks
        mask[: len(marks), number] = 1.0
        start += len(marks)
    features = np.concatenate([features for features, _ in ordered])
    return _Batch(features, labels, rows, mask, mask.sum(axis=1).astype(np.int64))


def _loss(parameters: Matrix, batch: _Batch, penalty: float) -> tuple[float, Matrix]:
    """The negative log-likelihood with its penalty, and its gradient."""
    chain = _chain(parameters)
    scores = (batch.features @ chain.weights)[batch.rows] * batch.mask
    scores[0] += chain.first
    forward = _forward(scores, chain, batch.active)
    inside = expit(forward + _backward(scores, chain, batch.active)) * batch.mask
    stayed = inside[1:] * expit(forward[:-1] + chain.stay - chain.enter)
    labels = batch.labels
    kept = labels[1:] * labels[:-1]
    likelihood = (
        (scores * labels).sum()
        + chain.stay * kept.sum()
        + chain.enter * (labels[1:] - kept).sum()
        - (np.logaddexp(0.0, forward) * batch.mask).sum()
    )
    wrong = inside - labels
    by_line = np.zeros(len(batch.features))
    by_line[batch.rows[batch.mask > 0]] = wrong[batch.mask > 0]
    moves = [wrong[0].sum(), (wrong[1:] - stayed + kept).sum(), (stayed - kept).sum()]
    # a hint of a penalty keeps the moves finite on data where nothing ever moves
    penalized = parameters * np.array([penalty] * len(chain.weights) + [0.01] * 3)
    loss = 0.5 * float(parameters @ penalized) - float(likelihood)
    return loss, np.concatenate([by_line @ batch.features, moves]) + penalized


def _forward(scores: Matrix, chain: Chain, active: NDArray[np.int64]) -> Matrix:
    """The log odds of each line being article, by what stands before it and itself.

    The logarithm of the partition sum is the sum of log(1 + odds) over the lines.
    """
    odds = scores.copy()
    for step in range(1, len(scores)):
        before = odds[step - 1, : active[step]]
        odds[step, : active[step]] += np.logaddexp(chain.enter, before + chain.stay) - np.logaddexp(
            0.0, before
        )
    return odds


def _backward(scores: Matrix, chain: Chain, active: NDArray[np.int64]) -> Matrix:
    """The log odds of each line being article, by what stands behind it."""
    odds = np.zeros_like(scores)
    for step in range(len(scores) - 2, -1, -1):
        left = active[step + 1]
        ahead = scores[step + 1, :left] + odds[step + 1, :left]
        odds[step, :left] = np.logaddexp(0.0, ahead + chain.stay) - np.logaddexp(
            0.0, ahead + chain.enter
        )
    return odds
