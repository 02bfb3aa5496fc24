"""Shingles of an article, and the sketch that tells how many of them two articles share.

MinHash (Broder 1997): the share of equal values of two sketches is about the share of shingles that
two texts have in common. Each value is the least of all shingles under one of 128 bijections
h -> a · h + b modulo 2³² of hashes that were mixed before.
"""

from functools import cache

import numpy as np

from summarizer.prepared import Hashes, Sketch

__all__ = ["SKETCH_SIZE", "shingles", "sketch"]

#: words of a shingle: long enough that two independent reports of one event share few
SHINGLE_WORDS = 5
SKETCH_SIZE = 128
#: shingles at a time: those of a book would fill the memory
_BLOCK = 2048


def shingles(tokens: Hashes) -> Hashes:
    """Distinct hashes of every `SHINGLE_WORDS` words in a row, sorted; of all the words when there
    are fewer.
    """
    mixed = _mixed(tokens)
    mixed.sort()
    fresh = np.ones(len(mixed), dtype=bool)
    np.not_equal(mixed[1:], mixed[:-1], out=fresh[1:])
    return mixed[fresh]


def sketch(tokens: Hashes) -> Sketch:
    """[`SKETCH_SIZE`] the sketch of a text; the largest values for one without words."""
    factors, shifts = _bijections()
    hashes = _spread(_mixed(tokens).astype(np.uint32))
    least = np.full(SKETCH_SIZE, 0xFFFFFFFF, dtype=np.uint32)
    for start in range(0, len(hashes), _BLOCK):
        values = factors * hashes[None, start : start + _BLOCK] + shifts
        np.minimum(least, values.min(axis=1), out=least)
    return least


def _mixed(tokens: Hashes) -> Hashes:
    """A hash for every shingle in reading order."""
    width = min(SHINGLE_WORDS, len(tokens))
    mixed = np.zeros(len(tokens) - width + 1 if width else 0, dtype=np.uint64)
    for offset in range(width):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + tokens[offset : offset + len(mixed)]
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _spread(hashes: Sketch) -> Sketch:
    """The hashes with every bit of each depending on all of its bits (the end of MurmurHash3)."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))


@cache
def _bijections() -> tuple[Sketch, Sketch]:
    """[`SKETCH_SIZE`, 1] odd factors, and what is added."""
    # stored sketches rest on these numbers, and this generator's stream is frozen
    chance = np.random.RandomState(1)
    factors = chance.randint(0, 1 << 31, SKETCH_SIZE, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors[:, None], chance.randint(0, 1 << 32, SKETCH_SIZE, dtype=np.uint32)[:, None]
