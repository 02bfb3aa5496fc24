"""A conditional logit (McFadden 1974): which of a cluster's items are picked, by their features.

The probability of an item is the exponential of its score over the sum of those of its cluster, so
that only differences within a cluster count: what all its items share says nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

__all__ = ["Choices", "fit_conditional_logit"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choices:
    """The n items of one cluster."""

    #: [n, f]
    features: Floats
    #: [n] how often each was picked, ≥ 0; only shares count
    picked: Floats
    #: how much the cluster counts
    weight: float = 1.0
    #: [n] what multiplies the items' probabilities whatever their features; None for nothing
    prior: Floats | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """The items of all clusters, one cluster after another."""

    features: Floats
    shares: Floats
    prior: Floats
    starts: NDArray[np.intp]
    cluster: NDArray[np.intp]
    weights: Floats


def fit_conditional_logit(clusters: Sequence[Choices], *, penalty: float) -> Floats:
    """[f] the coefficients that make the picks most likely; zeros where nothing was ever picked.

    `penalty` is that of half the squared coefficients of standardized features, for the whole data.
    The likelihood is concave: the answer is one, whatever the start.
    """
    known = [each for each in clusters if each.picked.sum() > 0]
    if not known:
        return np.zeros(clusters[0].features.shape[1] if clusters else 0)
    batch, spread = _batch(known)
    result = minimize(
        _loss,
        np.zeros(len(spread)),
        args=(batch, penalty),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 300},
    )
    return np.asarray(result.x / spread)


def _batch(clusters: Sequence[Choices]) -> tuple[_Batch, Floats]:
    features = np.concatenate([each.features for each in clusters])
    spread = features.std(axis=0)
    spread[spread == 0] = 1.0
    sizes = np.array([len(each.picked) for each in clusters])
    priors = [np.ones(size) for size in sizes]
    for number, each in enumerate(clusters):
        if each.prior is not None:
            priors[number] = each.prior
    batch = _Batch(
        features=(features - features.mean(axis=0)) / spread,
        shares=np.concatenate([each.picked / each.picked.sum() for each in clusters]),
        prior=np.log(np.concatenate(priors) + 1e-12),
        starts=np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp),
        cluster=np.repeat(np.arange(len(clusters)), sizes),
        weights=np.array([each.weight for each in clusters]),
    )
    return batch, spread


def _loss(beta: Floats, batch: _Batch, penalty: float) -> tuple[float, Floats]:
    """The negative log-likelihood with its penalty, and its gradient; both for each cluster."""
    scores = batch.features @ beta + batch.prior
    largest = np.maximum.reduceat(scores, batch.starts)
    odds = np.exp(scores - largest[batch.cluster])
    totals = np.add.reduceat(odds, batch.starts)
    each = batch.weights[batch.cluster]
    likelihood = (each * batch.shares) @ scores - batch.weights @ (largest + np.log(totals))
    wrong = each * (odds / totals[batch.cluster] - batch.shares)
    count = len(batch.starts)
    loss = (0.5 * penalty * float(beta @ beta) - float(likelihood)) / count
    return loss, (batch.features.T @ wrong + penalty * beta) / count
