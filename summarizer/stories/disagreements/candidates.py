"""The sentences worth reading for disagreements, known from the prepared articles alone."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Hashes, Pool
from summarizer.stories.disagreements.concepts import PEOPLE, WORDS_OF_DOINGS
from summarizer.text.number_words import NUMBER_WORDS
from summarizer.text.tokens import stem, stem_hash

__all__ = ["candidate_rows"]

#: two sentences of one thing share so many content words, and so much of the shorter one: less than
#: is asked of what is read, because who says it is no part of it
_SHARED, _SHARE = 2, 0.25
#: rows that share more may tell anything with their numbers: "30 %" and "$2" are no words
_SHARED_FULLY, _SHARE_FULLY = 3, 0.4
#: share of its occurrences with a capital that makes a word a name
_NAMED = 0.8
#: how long a meeting took is told in ever other words
_TIMES = frozenset(("minutes", "hours"))
#: "the toll rose to 14"
_ALONE = frozenset(("toll", "turnout", "magnitude", "number"))
#: rows that are compared, the first of each article before later ones: all pairs of them are seen
_MOST = 1500

#: "$930 million" and "$990m"
_SCALES = frozenset(("million", "billion", "m", "bn"))

Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]


def candidate_rows(pool: Pool) -> Rows:
    """The rows that hold a number, or "an hour", and are like such a row of an independent article.

    In order. Of equal sentences only the first row: a reprint disagrees with nobody.
    """
    first = np.sort(np.unique(pool.same, return_index=True)[1])
    numbers = pool.unigram_number | np.isin(pool.unigram_hashes, _hashes(NUMBER_WORDS))
    counting = numbers | np.isin(pool.unigram_hashes, _hashes(_TIMES))
    rows = first[(pool.unigrams[first] @ counting.astype(np.float64)) > 0]
    if len(rows) > _MOST:
        rows = np.sort(rows[np.argsort(pool.index[rows], kind="stable")[:_MOST]])
    shared, share = _shared_words(pool, rows, numbers)
    alike = (shared >= _SHARED) & (share >= _SHARE) & _count_alike(pool, rows, numbers)
    alike |= (shared >= _SHARED_FULLY) & (share >= _SHARE_FULLY)
    alike |= _told_alike(pool, rows)
    timed = _holding(pool, rows, _TIMES)
    alike |= np.logical_and.outer(timed, timed)
    alike &= ~_same_numbers(pool, rows, numbers)
    # copies of one text, too: the later print may put a number right
    article = pool.article[rows]
    alike &= np.not_equal.outer(article, article)
    return np.asarray(rows[alike.any(axis=1)])


def _shared_words(pool: Pool, rows: Rows, numbers: Flags) -> tuple[Shares, Shares]:
    """[c, c] how many content words rows share, and how much that is of the shorter one."""
    held = _binary(pool.unigrams[rows][:, np.flatnonzero(~(pool.unigram_function | numbers))])
    shared: Shares = (held @ held.T).toarray()
    count = np.maximum(held.sum(axis=1), 1)
    return shared, shared / np.minimum.outer(count, count)


def _told_alike(pool: Pool, rows: Rows) -> Flags:
    """[c, c] which rows name somebody or some place alike, and tell of one kind of thing."""
    content = ~(pool.unigram_function | pool.unigram_number)
    names = np.flatnonzero(content & (pool.unigram_capital > _NAMED))
    named = _binary(pool.unigrams[rows][:, names])
    kinds = csr_array(
        np.array(
            [np.isin(pool.unigram_hashes, _hashes(words)) for words in WORDS_OF_DOINGS]
        ).T.astype(np.float64)
    )
    told = pool.unigrams[rows] @ kinds
    return np.asarray(((named @ named.T).toarray() > 0) & ((told @ told.T).toarray() > 0))


def _count_alike(pool: Pool, rows: Rows, numbers: Flags) -> Flags:
    """[c, c] which rows have a number before the same word, or one that may stand alone."""
    counting = np.flatnonzero(numbers[pool.bigram_left])
    pairs = _binary(pool.bigrams[rows][:, counting])
    width = pool.unigrams.shape[1]
    counted = (np.ones(len(counting)), (np.arange(len(counting)), pool.bigram_right[counting]))
    nouns = pairs @ csr_array(counted, shape=(len(counting), width))
    # "18 people died", "claimed 23 lives"
    people = pairs @ np.isin(pool.unigram_hashes[pool.bigram_right[counting]], _hashes(PEOPLE)) > 0
    alone, scaled = _holding(pool, rows, _ALONE), _holding(pool, rows, _SCALES)
    return (
        np.asarray((nouns @ nouns.T).toarray() > 0)
        | np.logical_and.outer(people, people)
        | np.logical_or.outer(alone, alone)
        | np.logical_and.outer(scaled, scaled)
    )


def _same_numbers(pool: Pool, rows: Rows, numbers: Flags) -> Flags:
    """[c, c] which rows have no number that the other does not have, too."""
    held = _binary(pool.unigrams[rows][:, np.flatnonzero(numbers)])
    count = np.maximum(held.sum(axis=1), 1)
    return np.asarray((held @ held.T).toarray() >= np.minimum.outer(count, count))


def _holding(pool: Pool, rows: Rows, words: frozenset[str]) -> Flags:
    """[c] which rows hold one of the words."""
    columns = np.isin(pool.unigram_hashes, _hashes(words))
    return np.asarray(pool.unigrams[rows] @ columns.astype(np.float64) > 0)


def _binary(held: csr_array) -> csr_array:
    return csr_array((np.ones(len(held.data)), held.indices, held.indptr), shape=held.shape)


@cache
def _hashes(words: frozenset[str]) -> Hashes:
    stems = {stem(word, "en") for word in words}
    return np.array(sorted(map(stem_hash, stems)), dtype=np.uint64)
