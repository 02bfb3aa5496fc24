"""Copies: articles that reprint, cut or re-lead one text.

Candidates are pairs whose MinHash sketches agree in a band (Broder 1997; Indyk and Motwani 1998),
so not all pairs are compared: 64 bands of 2 values find a pair that shares a quarter of its
shingles in 98 of 100 cases. The share of the smaller article's shingles that stand in the other one
decides.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from summarizer.prepared import Hashes, Prepared
from summarizer.text.sketching import SKETCH_SIZE, shingles

__all__ = ["containment", "copy_groups"]

#: of the smaller article's five-word shingles; independent reports of one event share under a tenth
COPIED = 0.6


def copy_groups(articles: Sequence[Prepared]) -> tuple[int, ...]:
    """A number for each article: copies of one text share the number of the first of them.

    Longest first, an article joins the longest one that holds it, or stands for itself. Nothing is
    joined through a third article: two reports that quote one statement stay two, and the statement
    printed alone joins one of them.
    """

    @cache
    def grams(number: int) -> Hashes:
        return shingles(articles[number].tokens)

    def copied(number: int, original: int) -> bool:
        return containment(grams(number), grams(original)) >= COPIED

    # one without words is no copy of anything
    order = sorted(
        (number for number, article in enumerate(articles) if len(article.tokens)),
        key=lambda i: (-len(articles[i].tokens), articles[i].content_hash, i),
    )
    #: the places in `order` of the originals in each bucket
    originals: dict[int, list[int]] = {}
    groups = list(range(len(articles)))
    buckets = _shared_buckets([articles[number] for number in order])
    for place, (number, held) in enumerate(zip(order, buckets, strict=True)):
        near = sorted({other for bucket in held for other in originals.get(bucket, ())})
        found = next((order[other] for other in near if copied(number, order[other])), None)
        if found is not None:
            groups[number] = found
            continue
        for bucket in held:
            originals.setdefault(bucket, []).append(place)
    first = {group: number for number, group in reversed(list(enumerate(groups)))}
    return tuple(first[group] for group in groups)


def containment(one: Hashes, other: Hashes) -> float:
    """The share of the smaller set that stands in the other, in [0, 1]; 0 for an empty one."""
    smaller = min(len(one), len(other))
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / smaller if smaller else 0.0


def _shared_buckets(articles: Sequence[Prepared]) -> Iterator[list[int]]:
    """For each article the buckets, each of a band and its values, that hold others, too."""
    sketches = [np.zeros((0, SKETCH_SIZE), np.uint32), *(each.sketch[None] for each in articles)]
    # the two values of a band side by side are one number
    bands = np.ascontiguousarray(np.concatenate(sketches)).view(np.uint64)
    order = np.argsort(bands, axis=0, kind="stable")
    ordered = np.take_along_axis(bands, order, axis=0)
    fresh = np.ones(bands.shape, dtype=np.int64)
    fresh[1:] = ordered[1:] != ordered[:-1]
    buckets = np.empty_like(fresh)
    apart = np.arange(bands.shape[1]) * (len(bands) + 1)
    np.put_along_axis(buckets, order, fresh.cumsum(axis=0) + apart, axis=0)
    shared = np.bincount(buckets.ravel())[buckets] > 1
    return (row[held].tolist() for row, held in zip(buckets, shared, strict=True))
