"""The nearest articles of each article, without comparing all pairs.

Articles of one story share some of their strongest terms, so that these find the candidates (an
inverted index); the similarity is the cosine of the whole vectors. Memory grows with the articles.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

__all__ = ["near", "strongest"]

#: terms that candidates are found by, neighbours that are kept, and the least similarity of one
STRONGEST = 40
NEIGHBOURS = 40
LEAST_SIMILARITY = 0.06
#: candidates of which the whole vectors are compared
_CANDIDATES = 2 * NEIGHBOURS
#: articles whose candidates are found together
_BLOCK = 256
#: pairs of articles whose vectors are compared together
_PAIRS = 8_192

Places = NDArray[np.intp]
Floats = NDArray[np.float64]


class _Pairs(NamedTuple):
    """Rows, columns and the values that stand there."""

    ones: Places
    others: Places
    values: Floats


def near(vectors: csr_array) -> csr_array:
    """[a, a] symmetric: the cosines of each article with its nearest, at least the least one."""
    count = vectors.shape[0]
    ones, others = _likely(vectors)
    values = _cosines(vectors, ones, others)
    kept = values >= LEAST_SIMILARITY
    half = csr_array((values[kept], (ones[kept], others[kept])), shape=(count, count))
    nearest = _best(csr_array(half + half.T), np.arange(count), NEIGHBOURS)
    shape = (count, count)
    graph = csr_array((nearest.values, (nearest.ones, nearest.others)), shape=shape)
    return csr_array(graph.maximum(graph.T))


def strongest(vectors: csr_array) -> csr_array:
    """The rows with their strongest terms only; of equals the first columns'."""
    kept = np.zeros(len(vectors.data), dtype=bool)
    lengths = [0]
    for start, end in pairwise(vectors.indptr.tolist()):
        order = np.argsort(-vectors.data[start:end], kind="stable")[:STRONGEST]
        kept[start + order] = True
        lengths.append(len(order))
    return csr_array(
        (vectors.data[kept], vectors.indices[kept], np.cumsum(lengths)), shape=vectors.shape
    )


def _likely(vectors: csr_array) -> tuple[Places, Places]:
    """The pairs of articles, the smaller row first, in which one is a candidate of the other."""
    count = vectors.shape[0]
    strong = strongest(vectors)
    index = csr_array(strong.T)
    codes = [np.zeros(0, np.intp)]
    for start in range(0, count, _BLOCK):
        rows = np.arange(start, min(start + _BLOCK, count))
        one, other, _ = _best(csr_array(strong[rows] @ index), rows, _CANDIDATES)
        codes.append(np.minimum(one, other) * count + np.maximum(one, other))
    found = np.unique(np.concatenate(codes))
    return found // max(1, count), found % max(1, count)


def _cosines(vectors: csr_array, ones: Places, others: Places) -> Floats:
    """Of each pair of rows."""
    found = np.zeros(len(ones))
    for start in range(0, len(ones), _PAIRS):
        part = slice(start, start + _PAIRS)
        both = vectors[ones[part]].multiply(vectors[others[part]])
        found[part] = np.asarray(both.sum(axis=1)).ravel()
    return found


def _best(found: csr_array, rows: Places, many: int) -> _Pairs:
    """The largest values of each of the rows, itself aside; of equals the first columns'."""
    found.sort_indices()
    ones, others, values = [], [], [np.zeros(0)]
    for row, (start, end) in zip(rows.tolist(), pairwise(found.indptr.tolist()), strict=True):
        columns, held = found.indices[start:end], found.data[start:end]
        order = np.argsort(-held, kind="stable")[: many + 1]
        order = order[columns[order] != row][:many]
        ones.append(np.full(len(order), row))
        others.append(columns[order])
        values.append(held[order])
    return _Pairs(_joined(ones), _joined(others), np.concatenate(values))


def _joined(parts: Sequence[NDArray[np.integer]]) -> Places:
    return np.concatenate([np.zeros(0, np.intp), *parts]).astype(np.intp)
