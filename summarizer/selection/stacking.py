"""Prepared articles stacked into the pool of one question."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Hashes, Ints, Pool, Prepared, TokenFlag

__all__ = ["stack"]

Scalar = TypeVar("Scalar", bound=np.generic)

_MIX = np.uint64(0x9E3779B97F4A7C15)


def stack(articles: Sequence[Prepared], groups: Sequence[int] | None = None) -> Pool:
    """The pool of `articles`; none at all, or articles without sentences, give an empty pool.

    `groups` numbers the articles so that copies of one text share a number; without it every
    article is its own source.
    Articles are sorted by content hash. Two with one hash are equal in everything that is ranked,
    so which of them comes first shows nowhere.
    """
    given = np.array(
        sorted(range(len(articles)), key=lambda i: (articles[i].content_hash, i)), dtype=np.int32
    )
    ordered = [articles[i] for i in given]
    sizes = np.array([len(each) for each in ordered], dtype=np.int64)
    tokens = _joined([each.tokens for each in ordered], np.uint64)
    function = _joined([each.token_flags for each in ordered], np.uint8) & TokenFlag.FUNCTION > 0
    lengths = _joined([np.diff(each.bounds) for each in ordered], np.int32)
    spans = np.concatenate([np.zeros((0, 2), np.int32), *(each.spans for each in ordered)])
    rows = np.repeat(np.arange(len(lengths)), lengths)
    names, columns, functional = _columns(tokens, function)
    first, second, bigram_rows, bigram_function = _bigrams(tokens, function, rows)
    pair_names, pair_columns = np.unique(first * _MIX ^ second, return_inverse=True)
    return Pool(
        given=given,
        group=_group_numbers(given, groups),
        article=np.repeat(np.arange(len(ordered), dtype=np.int32), sizes),
        index=_joined([np.arange(size) for size in sizes], np.int32),
        words=_joined([each.words for each in ordered], np.int32),
        characters=(spans[:, 1] - spans[:, 0]).astype(np.int32),
        flags=_joined([each.flags for each in ordered], np.uint8),
        same=_numbered(_joined([each.texts for each in ordered], np.uint64)),
        unigrams=_counts(rows, columns, (len(lengths), len(names))),
        unigram_hashes=names,
        unigram_function=functional,
        bigrams=_counts(bigram_rows, pair_columns, (len(lengths), len(pair_names))),
        bigram_function=_last_per_column(pair_columns, bigram_function, len(pair_names)),
        titles=_titles(ordered, names),
    )


def _group_numbers(given: Ints, groups: Sequence[int] | None) -> Ints:
    """Numbered by first appearance in row order, so that the caller's numbers show nowhere."""
    named = [int(i) if groups is None else groups[i] for i in given]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(named))}
    return np.array([numbers[name] for name in named], dtype=np.int32)


def _joined(arrays: Sequence[NDArray[Any]], dtype: type[Scalar]) -> NDArray[Scalar]:
    return np.concatenate([np.zeros(0, dtype), *arrays]).astype(dtype, copy=False)


def _columns(
    tokens: Hashes, function: NDArray[np.bool_]
) -> tuple[Hashes, NDArray[np.intp], NDArray[np.bool_]]:
    names, columns = np.unique(tokens, return_inverse=True)
    return names, columns, _last_per_column(columns, function, len(names)).astype(bool)


def _last_per_column(columns: NDArray[np.intp], values: NDArray[np.generic], size: int) -> Ints:
    result = np.zeros(size, dtype=np.int32)
    result[columns] = values
    return result


def _bigrams(
    tokens: Hashes, function: NDArray[np.bool_], rows: NDArray[np.intp]
) -> tuple[Hashes, Hashes, NDArray[np.intp], Ints]:
    inside = rows[1:] == rows[:-1]
    light = (function[1:].astype(np.int32) + function[:-1])[inside]
    return tokens[:-1][inside], tokens[1:][inside], rows[:-1][inside], light


def _counts(rows: NDArray[np.intp], columns: NDArray[np.intp], shape: tuple[int, int]) -> csr_array:
    counts = csr_array((np.ones(len(rows), dtype=np.float64), (rows, columns)), shape=shape)
    counts.sum_duplicates()
    return counts


def _numbered(texts: Hashes) -> Ints:
    return np.unique(texts, return_inverse=True)[1].astype(np.int32)


def _titles(articles: Sequence[Prepared], names: Hashes) -> csr_array:
    rows = np.repeat(np.arange(len(articles)), [len(each.title) for each in articles])
    hashes = _joined([each.title for each in articles], np.uint64)
    places = np.searchsorted(names, hashes)
    known = np.zeros(len(hashes), dtype=bool)
    inside = places < len(names)
    known[inside] = names[places[inside]] == hashes[inside]
    return _counts(rows[known], places[known], (len(articles), len(names)))
