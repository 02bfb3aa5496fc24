"""What is known of the concepts of a pool: stemmed bigrams and single stems, light ones too.

Gillick and Favre (2009) weigh a concept by the number of articles that hold it. Here that is one of
several features of it; how they make a weight is the rankers' matter.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.extractive.centrality import article_centrality
from summarizer.prepared import Pool

__all__ = [
    "BIGRAM_FEATURES",
    "UNIGRAM_FEATURES",
    "Support",
    "bigram_features",
    "support",
    "unigram_features",
]

Floats = NDArray[np.float64]

#: of concepts of both kinds
_SHARED = (
    "articles",
    "share of articles",
    "one article",
    "occurrences",
    "early",
    "how early",
    "first place",
    "in first sentences",
    "in openings",
    "in central articles",
)
UNIGRAM_FEATURES = (*_SHARED, "function word", "capital", "number", "in titles")
BIGRAM_FEATURES = (
    *_SHARED,
    "two function words",
    "function word first",
    "function word second",
    "less capital",
    "more capital",
    "number",
    "in titles",
)


@dataclass(frozen=True, slots=True, eq=False)
class Support:
    """For each pair of an independent article and a concept that it holds, in order of concepts."""

    #: [p] the concept
    concept: NDArray[np.int64]
    #: [p] the index of the first sentence that holds it
    first: NDArray[np.int64]


def support(pool: Pool, concepts: csr_array) -> Support:
    """Which independent articles hold each concept, and how early. Linear, but for a sort where
    there are copies.
    """
    rows, columns, _ = _cells(concepts)
    return _support(pool, rows, columns)


def _support(pool: Pool, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Support:
    groups = int(pool.group.max(initial=0)) + 1
    places = int(pool.index.max(initial=0)) + 1
    cells = (columns * groups + pool.group[pool.article[rows]]) * places + pool.index[rows]
    # entries stand in this order already where no two articles are of one group
    if (np.diff(pool.group) <= 0).any():
        cells.sort()
    pairs = cells // places
    fresh = np.ones(len(cells), dtype=bool)
    fresh[1:] = pairs[1:] != pairs[:-1]
    return Support(pairs[fresh] // groups, (cells - pairs * places)[fresh])


def unigram_features(pool: Pool) -> Floats:
    """[u, f] the features of single stems, in the order of `UNIGRAM_FEATURES`."""
    own = (
        pool.unigram_function,
        pool.unigram_capital,
        pool.unigram_number,
        _titled(pool),
    )
    return np.column_stack([*_shared(pool, pool.unigrams), *own])


def bigram_features(pool: Pool) -> Floats:
    """[b, f] the features of pairs of neighbouring stems, in the order of `BIGRAM_FEATURES`."""
    left, right = pool.bigram_left, pool.bigram_right
    light, capital, number = pool.unigram_function, pool.unigram_capital, pool.unigram_number
    titled = _titled(pool)
    own = (
        light[left] & light[right],
        light[left] & ~light[right],
        ~light[left] & light[right],
        np.minimum(capital[left], capital[right]),
        np.maximum(capital[left], capital[right]),
        number[left] | number[right],
        np.minimum(titled[left], titled[right]),
    )
    return np.column_stack([*_shared(pool, pool.bigrams), *own])


def _shared(pool: Pool, concepts: csr_array) -> tuple[Floats, ...]:
    count = concepts.shape[1]
    rows, columns, times = _cells(concepts)
    held = _support(pool, rows, columns)
    sources = max(1, len(np.unique(pool.group)))
    articles = np.maximum(np.bincount(held.concept, minlength=count), 1)
    early = np.bincount(held.concept, 1.0 / (1.0 + held.first / 3.0), count)
    # pairs stand in order of concepts, so that each one's are a stretch
    starts = np.searchsorted(held.concept, np.arange(count))
    first = np.minimum.reduceat(held.first, starts) if count else np.zeros(0)
    sentences = np.maximum(np.bincount(columns, minlength=count), 1)
    central = article_centrality(pool)[pool.article]
    return (
        np.log(articles),
        articles / sources,
        (articles == 1).astype(np.float64),
        np.log(np.maximum(np.bincount(columns, times, count), 1.0)),
        early / sources,
        np.log(np.maximum(early, 1e-9)),
        np.log1p(first),
        np.bincount(held.concept, held.first == 0, count) / sources,
        np.bincount(held.concept, held.first < 3, count) / sources,
        np.bincount(columns, central[rows], count) / sentences,
    )


def _titled(pool: Pool) -> Floats:
    """[u] the share of the articles whose title holds each stem."""
    held = np.bincount(pool.titles.indices, minlength=pool.titles.shape[1])
    found: Floats = held / max(1, pool.titles.shape[0])
    return found


def _cells(concepts: csr_array) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """[z] the row and the column of each entry, and the entry; column after column."""
    turned = concepts.tocsc()
    columns = np.repeat(np.arange(concepts.shape[1]), np.diff(turned.indptr))
    return turned.indices.astype(np.int64), columns, turned.data
