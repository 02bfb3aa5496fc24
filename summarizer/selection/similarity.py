"""How alike two sentences of a pool are."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from summarizer.prepared import Pool

__all__ = ["first_of_each", "likeness", "weighted_rows"]


def weighted_rows(pool: Pool) -> csr_array:
    """[n, u] rows of unit length: (1 + ln tf) · idf over content words; a row without any is zero.

    idf is ln(1 + n / df) over the pool's distinct sentences, so a copy makes no word commoner.
    The product of two rows is their cosine, in [0, 1].
    """
    distinct = first_of_each(pool)
    frequency = np.asarray((pool.unigrams[distinct] > 0).sum(axis=0)).ravel()
    weights = np.log1p(len(distinct) / np.maximum(frequency, 1)) * ~pool.unigram_function
    rows = pool.unigrams.copy()
    rows.data = 1.0 + np.log(rows.data)
    rows = rows @ diags_array(weights)
    norms = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    return csr_array(diags_array(scale) @ rows)


def likeness(rows: csr_array, row: int) -> NDArray[np.float64]:
    """[n] cosine of every row with one of them."""
    start, end = rows.indptr[row], rows.indptr[row + 1]
    dense = np.zeros(rows.shape[1])
    dense[rows.indices[start:end]] = rows.data[start:end]
    return np.asarray(rows @ dense)


def first_of_each(pool: Pool) -> NDArray[np.intp]:
    """The first row of every distinct sentence, in row order."""
    return np.sort(np.unique(pool.same, return_index=True)[1])
