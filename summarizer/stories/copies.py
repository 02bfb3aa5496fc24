"""Copies: articles that reprint, cut or re-lead one text.

Candidates come from MinHash sketches in a locality-sensitive index (Broder 1997), so not all pairs
are compared; the share of the smaller article's shingles that stand in the other one decides.
"""

from collections.abc import Sequence

import numpy as np
from datasketch import MinHashLSH

from summarizer.prepared import Hashes, Prepared
from summarizer.text.preparing import SKETCH_SIZE, empty_sketch, shingles

__all__ = ["containment", "copy_groups"]

#: of the smaller article's five-word shingles; independent reports of one event share under a tenth
COPIED = 0.6
#: 64 bands of 2 values find a pair that shares a quarter of its shingles in 98 of 100 cases
_BANDS = (64, 2)


def copy_groups(articles: Sequence[Prepared]) -> tuple[int, ...]:
    """A number for each article: copies of one text share the number of the first of them."""
    parents = list(range(len(articles)))
    grams = [shingles(article.tokens) for article in articles]
    for one, other in _candidates(articles):
        low, high = sorted((_root(parents, one), _root(parents, other)))
        if low != high and containment(grams[one], grams[other]) >= COPIED:
            parents[high] = low
    return tuple(_root(parents, i) for i in range(len(articles)))


def containment(one: Hashes, other: Hashes) -> float:
    """The share of the smaller set that stands in the other, in [0, 1]; 0 for an empty one."""
    smaller = min(len(one), len(other))
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / smaller if smaller else 0.0


def _candidates(articles: Sequence[Prepared]) -> list[tuple[int, int]]:
    index = MinHashLSH(num_perm=SKETCH_SIZE, params=_BANDS)
    pairs: list[tuple[int, int]] = []
    for number, article in enumerate(articles):
        if not len(article.tokens):
            continue
        sketch = empty_sketch()
        sketch.hashvalues = article.sketch
        pairs.extend((int(found), number) for found in sorted(index.query(sketch)))
        index.insert(number, sketch)
    return pairs


def _root(parents: list[int], node: int) -> int:
    while parents[node] != node:
        node = parents[node]
    return node
