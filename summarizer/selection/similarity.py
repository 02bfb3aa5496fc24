"""How alike two sentences of a pool are."""

from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Pool

__all__ = ["first_of_each", "likeness", "weighted_rows"]

#: a question asks for the same rows several times
_known: WeakKeyDictionary[Pool, csr_array] = WeakKeyDictionary()


def weighted_rows(pool: Pool) -> csr_array:
    """[n, u] rows of unit length: (1 + ln tf) · idf over content words; a row without any is zero.

    idf is ln(1 + n / df) over the pool's distinct sentences, so a copy makes no word commoner.
    The product of two rows is their cosine, in [0, 1]. Not to be changed: it is kept.
    """
    rows = _known.get(pool)
    if rows is None:
        rows = _known[pool] = _weighted(pool)
    return rows


def _weighted(pool: Pool) -> csr_array:
    count, width = pool.unigrams.shape
    held, lengths = pool.unigrams.indices, np.diff(pool.unigrams.indptr)
    row = np.repeat(np.arange(count), lengths)
    distinct = first_of_each(pool)
    counted = np.zeros(count, dtype=bool)
    counted[distinct] = True
    frequency = np.bincount(held[counted[row]], minlength=width)
    idf = np.log1p(len(distinct) / np.maximum(frequency, 1)) * ~pool.unigram_function
    values = (1.0 + np.log(pool.unigrams.data)) * idf[held]
    norms = np.sqrt(np.bincount(row, values**2, count))
    values *= np.divide(1.0, norms, out=np.zeros(count), where=norms > 0)[row]
    return csr_array((values, held, pool.unigrams.indptr), shape=(count, width))


def likeness(rows: csr_array, row: int) -> NDArray[np.float64]:
    """[n] cosine of every row with one of them."""
    start, end = rows.indptr[row], rows.indptr[row + 1]
    dense = np.zeros(rows.shape[1])
    dense[rows.indices[start:end]] = rows.data[start:end]
    return np.asarray(rows @ dense)


def first_of_each(pool: Pool) -> NDArray[np.intp]:
    """The first row of every distinct sentence, in row order."""
    return np.sort(np.unique(pool.same, return_index=True)[1])
