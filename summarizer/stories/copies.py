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
    """A number for each article: copies of one text share the number of the first of them.

    Longest first, an article joins the longest one that holds it, or stands for itself. Nothing is
    joined through a third article: two reports that quote one statement stay two, and the statement
    printed alone joins one of them.
    """
    order = sorted(
        range(len(articles)),
        key=lambda i: (-len(articles[i].tokens), articles[i].content_hash, i),
    )
    place = {number: rank for rank, number in enumerate(order)}
    index = MinHashLSH(num_perm=SKETCH_SIZE, params=_BANDS)
    originals: dict[int, Hashes] = {}
    groups = list(range(len(articles)))
    for number in order:
        grams = shingles(articles[number].tokens)
        if not len(grams):
            continue
        sketch = empty_sketch()
        sketch.hashvalues = articles[number].sketch
        near = sorted(index.query(sketch), key=place.__getitem__)
        held = [original for original in near if containment(grams, originals[original]) >= COPIED]
        if held:
            groups[number] = held[0]
        else:
            index.insert(number, sketch)
            originals[number] = grams
    first = {group: number for number, group in reversed(list(enumerate(groups)))}
    return tuple(first[group] for group in groups)


def containment(one: Hashes, other: Hashes) -> float:
    """The share of the smaller set that stands in the other, in [0, 1]; 0 for an empty one."""
    smaller = min(len(one), len(other))
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / smaller if smaller else 0.0
