"""Prepared articles stacked into the pool of one question."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Hashes, Ints, Pool, Prepared, TokenFlag
from summarizer.text.antecedents import in_brackets

__all__ = ["stack"]

Scalar = TypeVar("Scalar", bound=np.generic)


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
    flags = _joined([each.token_flags for each in ordered], np.uint8)
    lengths = _joined([np.diff(each.bounds) for each in ordered], np.int32)
    spans = np.concatenate([np.zeros((0, 2), np.int32), *(each.spans for each in ordered)])
    bracket_words, bracket_characters = _brackets(ordered)
    count = len(lengths)
    rows = np.repeat(np.arange(count), lengths)
    names, columns = np.unique(tokens, return_inverse=True)
    light, capital, number = (
        (flags & flag) > 0 for flag in (TokenFlag.FUNCTION, TokenFlag.CAPITALISED, TokenFlag.NUMBER)
    )
    uses = np.bincount(columns, minlength=len(names))
    inside = rows[1:] == rows[:-1]
    pairs, pair_columns = _distinct((columns[:-1] * len(names) + columns[1:])[inside])
    width = max(1, len(names))
    return Pool(
        given=given,
        group=_group_numbers(given, groups),
        article=np.repeat(np.arange(len(ordered), dtype=np.int32), sizes),
        index=_joined([np.arange(size) for size in sizes], np.int32),
        words=_joined([each.words for each in ordered], np.int32),
        characters=(spans[:, 1] - spans[:, 0]).astype(np.int32),
        flags=_joined([each.flags for each in ordered], np.uint8),
        bracket_words=bracket_words,
        bracket_characters=bracket_characters,
        light=_per_row(rows, light, count),
        capitals=_per_row(rows, capital, count),
        numbers=_per_row(rows, number, count),
        tokens=lengths,
        same=_numbered(_joined([each.texts for each in ordered], np.uint64)),
        unigrams=_counts(rows, columns, (count, len(names))),
        unigram_hashes=names,
        unigram_function=_of_any(columns, light, len(names)),
        unigram_capital=np.bincount(columns, capital, len(names)) / np.maximum(uses, 1),
        unigram_number=_of_any(columns, number, len(names)),
        bigrams=_counts(rows[:-1][inside], pair_columns, (count, len(pairs))),
        bigram_left=(pairs // width).astype(np.int32),
        bigram_right=(pairs % width).astype(np.int32),
        titles=_titles(ordered, names),
    )


def _brackets(articles: Sequence[Prepared]) -> tuple[Ints, Ints]:
    """The words and characters that each row's antecedent takes in brackets, 0 without one."""
    found = np.concatenate([np.zeros((0, 5), np.int32), *(each.antecedents for each in articles)])
    explained = found[:, 0] >= 0
    length = found[:, 1] - found[:, 0] + len(in_brackets(""))
    words, characters = (np.where(explained, each, 0) for each in (found[:, 4], length))
    return words.astype(np.int32), characters.astype(np.int32)


def _group_numbers(given: Ints, groups: Sequence[int] | None) -> Ints:
    """Numbered by first appearance in row order, so that the caller's numbers show nowhere."""
    named = [int(i) if groups is None else groups[i] for i in given]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(named))}
    return np.array([numbers[name] for name in named], dtype=np.int32)


def _joined(arrays: Sequence[NDArray[Any]], dtype: type[Scalar]) -> NDArray[Scalar]:
    return np.concatenate([np.zeros(0, dtype), *arrays]).astype(dtype, copy=False)


def _per_row(rows: NDArray[np.intp], held: NDArray[np.bool_], count: int) -> Ints:
    return np.bincount(rows, held, count).astype(np.int32)


def _of_any(columns: NDArray[np.intp], held: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Which columns any token has with the property."""
    found = np.zeros(size, dtype=bool)
    found[columns[held]] = True
    return found


def _counts(rows: NDArray[np.intp], columns: NDArray[np.intp], shape: tuple[int, int]) -> csr_array:
    """How often each row holds each column, columns in order; `rows` are in order already."""
    starts = np.zeros(shape[0] + 1, dtype=np.int32)
    np.cumsum(np.bincount(rows, minlength=shape[0]), out=starts[1:])
    found = csr_array((np.ones(len(columns)), columns.astype(np.int32), starts), shape=shape)
    found.sum_duplicates()
    return found


def _distinct(values: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The distinct numbers, in order, and the place of each of the numbers among them."""
    bits = len(values).bit_length()
    if int(values.max(initial=0)) >> (62 - bits):
        return np.unique(values, return_inverse=True)
    # numbers that carry their places are sorted in half the time that it takes to sort the places
    marked = (values << bits) | np.arange(len(values))
    marked.sort()
    ordered = marked >> bits
    fresh = np.ones(len(values), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    places = np.empty(len(values), dtype=np.intp)
    places[marked & ((1 << bits) - 1)] = np.cumsum(fresh) - 1
    return ordered[fresh], places


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
