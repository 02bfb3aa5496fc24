"""Clusterings by scikit-learn to compare stories with, on plain TF-IDF vectors of the same texts.

Agglomerative clustering (average linkage, cosine) gets the threshold that is best on the very data
it is scored on, which no program can know: an oracle. HDBSCAN (Campello, Moulavi and Sander 2013)
has none; what it calls noise stands alone.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import MissingExtraError
from summarizer.evaluation.clusterings import agreement

__all__ = ["best_agglomerative", "check_baselines", "hdbscan"]

#: of cosine distance, that the best is looked for among
THRESHOLDS = tuple(round(0.50 + 0.01 * step, 2) for step in range(50))


def check_baselines() -> None:
    """MissingExtraError without the package `scikit-learn`."""
    try:
        import sklearn  # noqa: F401  (what is used of it is imported where it is used)
    except ImportError as error:
        raise MissingExtraError("comparing stories", "eval") from error


def best_agglomerative(texts: Sequence[str], true: Sequence[str]) -> tuple[list[int], float]:
    """The labels at the best threshold, and that threshold; of equals the first."""
    from scipy.cluster.hierarchy import fcluster
    from sklearn.cluster import AgglomerativeClustering

    if len(texts) < 2:
        return list(range(len(texts))), THRESHOLDS[0]
    vectors = _vectors(texts)
    model = AgglomerativeClustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=0.0,
        compute_distances=True,
    ).fit(np.clip(1.0 - vectors @ vectors.T, 0.0, 1.0))
    sizes = _sizes(model.children_, len(texts))
    tree = np.column_stack([model.children_, model.distances_, sizes])
    cuts = {each: fcluster(tree, each, "distance").tolist() for each in THRESHOLDS}
    best = max(THRESHOLDS, key=lambda each: agreement(cuts[each], true).f1)
    return cuts[best], best


def hdbscan(texts: Sequence[str]) -> list[int]:
    """The labels, with clusters of two and more."""
    from sklearn.cluster import HDBSCAN

    if len(texts) < 2:
        return list(range(len(texts)))
    # vectors of length 1: euclidean distances are in the order of cosine ones
    found = HDBSCAN(min_cluster_size=2, copy=True).fit_predict(_vectors(texts))
    return [label if label >= 0 else -1 - place for place, label in enumerate(found.tolist())]


def _sizes(children: Any, count: int) -> list[int]:
    """How many items each joint holds, which drawing the tree needs and scikit-learn leaves out."""
    sizes = [1] * count
    for one, other in children.tolist():
        sizes.append(sizes[one] + sizes[other])
    return sizes[count:]


def _vectors(texts: Sequence[str]) -> NDArray[np.float64]:
    """[n, t] TF-IDF as the package makes it, of words that stand in two texts and are no English
    stop words: of eight ways to set it the best for agglomerative clustering on ECB+.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    model = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2)
    try:
        return np.asarray(model.fit_transform(texts).toarray())
    except ValueError:  # no such word
        return np.zeros((len(texts), 1))
