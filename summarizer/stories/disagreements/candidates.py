"""The sentences that are worth reading for disagreements, known from the prepared articles alone."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Hashes, Pool
from summarizer.text.number_words import NUMBER_WORDS
from summarizer.text.tokens import stem, stem_hash

__all__ = ["candidate_rows"]

#: two sentences of one thing share so many content words, and so much of the shorter one: less than
#: is asked of what is read, because who says it is no part of it
_SHARED, _SHARE = 2, 0.3
#: how long a meeting took is told in ever other words
_TIMES = ("minutes", "hours")
#: rows that are compared, the first of each article before later ones: all pairs of them are seen
_MOST = 1500

Rows = NDArray[np.intp]


def candidate_rows(pool: Pool) -> Rows:
    """The rows that hold a number and are like such a row of an independent article, in order.

    Of equal sentences only the first row: a reprint disagrees with nobody.
    """
    first = np.sort(np.unique(pool.same, return_index=True)[1])
    numbers = pool.unigram_number | np.isin(pool.unigram_hashes, _number_hashes())
    rows = first[(pool.unigrams[first] @ numbers.astype(np.float64)) > 0]
    if len(rows) > _MOST:
        rows = np.sort(rows[np.argsort(pool.index[rows], kind="stable")[:_MOST]])
    content = ~(pool.unigram_function | numbers)
    held = csr_array(pool.unigrams[rows][:, np.flatnonzero(content)])
    held.data = np.ones(len(held.data))
    shared = (held @ held.T).toarray()
    count = np.maximum(held.sum(axis=1), 1)
    group = pool.group[pool.article[rows]]
    timed = pool.unigrams[rows] @ np.isin(pool.unigram_hashes, _time_hashes()).astype(np.float64)
    alike = (shared >= _SHARED) & (shared >= _SHARE * np.minimum.outer(count, count))
    alike |= np.logical_and.outer(timed > 0, timed > 0)
    alike &= np.not_equal.outer(group, group)
    return np.asarray(rows[alike.any(axis=1)])


@cache
def _number_hashes() -> Hashes:
    words = {stem(word, "en") for word in NUMBER_WORDS}
    return np.array(sorted(map(stem_hash, words)), dtype=np.uint64)


@cache
def _time_hashes() -> Hashes:
    return np.array([stem_hash(stem(word, "en")) for word in _TIMES], dtype=np.uint64)
