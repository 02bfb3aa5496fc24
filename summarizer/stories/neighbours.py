"""The nearest articles of each article, without comparing all pairs.

Articles of one story share some of their strongest terms, so that these find the candidates (an
inverted index); the similarity is the cosine of the whole vectors. Memory grows with the articles.
"""

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


def near(vectors: csr_array) -> csr_array:
    """[a, a] symmetric: the cosines of each article with its nearest, at least the least one."""
    count = vectors.shape[0]
    strong = strongest(vectors)
    index = csr_array(strong.T)
    pairs, values = [], []
    for start in range(0, count, _BLOCK):
        rows = np.arange(start, min(start + _BLOCK, count))
        one, other = _best(csr_array(strong[rows] @ index), rows, _CANDIDATES)
        if not len(one):
            continue
        value = np.asarray(vectors[one].multiply(vectors[other]).sum(axis=1)).ravel()
        kept = value >= LEAST_SIMILARITY
        cells = (value[kept], (one[kept] - start, other[kept]))
        found = csr_array(cells, shape=(len(rows), count))
        one, other = _best(found, rows, NEIGHBOURS)
        if not len(one):
            continue
        pairs.append(np.stack([one, other]))
        values.append(np.asarray(found[one - start, other]).ravel())
    if not pairs:
        return csr_array((count, count))
    one, other = np.concatenate(pairs, axis=1)
    graph = csr_array((np.concatenate(values), (one, other)), shape=(count, count))
    return csr_array(graph.maximum(graph.T))


def strongest(vectors: csr_array) -> csr_array:
    """The rows with their strongest terms only; of equals the first columns'."""
    kept = np.zeros(len(vectors.data), dtype=bool)
    for start, end in zip(vectors.indptr[:-1], vectors.indptr[1:], strict=True):
        order = np.argsort(-vectors.data[start:end], kind="stable")[:STRONGEST]
        kept[start + order] = True
    lengths = np.add.reduceat(np.append(kept, False), vectors.indptr[:-1]) * (
        np.diff(vectors.indptr) > 0
    )
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return csr_array((vectors.data[kept], vectors.indices[kept], starts), shape=vectors.shape)


def _best(
    found: csr_array, rows: NDArray[np.intp], many: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of each of the rows and the columns of its largest values, itself aside; of equals the
    first.
    """
    found.sort_indices()
    ones, others = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
    for place, row in enumerate(rows.tolist()):
        start, end = found.indptr[place], found.indptr[place + 1]
        columns, values = found.indices[start:end], found.data[start:end]
        order = np.argsort(-values, kind="stable")[: many + 1]
        best = columns[order]
        best = best[best != row][:many].astype(np.intp)
        ones.append(np.full(len(best), row, dtype=np.intp))
        others.append(best)
    return np.concatenate(ones), np.concatenate(others)
