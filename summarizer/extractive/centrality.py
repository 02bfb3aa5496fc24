"""How much each article of a pool has to do with the others."""

from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool
from summarizer.selection.similarity import weighted_rows

__all__ = ["article_centrality"]

#: added to mean cosines before their logarithm is taken: an article that shares nothing is far off,
#: not infinitely far
_FLOOR = 0.02

#: a question asks for the same numbers several times
_known: WeakKeyDictionary[Pool, NDArray[np.float64]] = WeakKeyDictionary()


def article_centrality(pool: Pool) -> NDArray[np.float64]:
    """[a] the logarithm of each article's mean cosine to the articles that are no copies of it,
    relative to that of an average article; zeros where there is nothing to compare.

    What belongs to another matter, such as a notice that was fetched instead of an article, is far
    below zero. An article is the sum of its sentences' weighted rows. Linear in their entries.
    Not to be changed: it is kept.
    """
    found = _known.get(pool)
    if found is None:
        found = _known[pool] = _centrality(pool)
    return found


def _centrality(pool: Pool) -> NDArray[np.float64]:
    count = len(pool.given)
    others = count - np.bincount(pool.group, minlength=count)[pool.group]
    if not others.any():
        return np.zeros(count)
    rows, columns, values = _entries(pool)
    width = max(1, pool.unigrams.shape[1])
    cells, places = _numbered(pool.article[rows].astype(np.int64) * width + columns, count * width)
    weights = np.asarray(np.bincount(places, values), dtype=np.float64)
    article = cells // width
    length = np.sqrt(np.bincount(article, weights**2, count))
    weights = weights / length[article]
    shared = cells - article * width
    total = np.bincount(shared, weights, width)
    own = weights
    if len(np.unique(pool.group)) < count:
        group = pool.group[article].astype(np.int64) * width + shared
        names, inverse = np.unique(group, return_inverse=True)
        own = np.bincount(inverse, weights, len(names)).astype(np.float64)[inverse]
    near = np.bincount(article, weights * (total[shared] - own), count)
    mean = np.divide(near, others, out=np.full(count, np.nan), where=others > 0)
    usual = float(np.nanmean(mean))
    return np.asarray(np.log((np.where(np.isnan(mean), usual, mean) + _FLOOR) / (usual + _FLOOR)))


def _numbered(values: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The distinct values, in order, and the place of each of the values among them."""
    if size > 16 * len(values):
        return np.unique(values, return_inverse=True)
    # a table of all that they can be is filled sooner than they are sorted
    held = np.zeros(size, dtype=bool)
    held[values] = True
    return np.flatnonzero(held), (np.cumsum(held) - 1)[values]


def _entries(pool: Pool) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    matrix = weighted_rows(pool)
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    held = matrix.data > 0
    return rows[held], matrix.indices[held].astype(np.int64), matrix.data[held]
