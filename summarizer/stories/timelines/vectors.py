"""Sentences as vectors of their content words, and what the articles around a day are about.

A word is as rare as few articles hold it: one that an article repeats in each of its sentences is
no commoner for that. And what matters changes as a story goes on, so a day is told by what the
articles near it are about, each by 1 / (1 + days apart), rather than by what all of them are about.

On Timeline17 the two together gave ROUGE-1 .155 and ROUGE-2 .050, against .150 and .045 with the
square root of an idf over sentences and the centroid of all articles, and were better in each of
its six topics; where a quarter of the articles was left out at random, .140 against .137. Alone,
the idf gave .002 of ROUGE-1 and .003 of ROUGE-2, the nearness .000 and .002. How nearness falls
matters little: exp(-days / 3) and exp(-days / 20) were within .001.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from summarizer.prepared import Pool
from summarizer.stories.timelines.mentions import Evidence, Period

__all__ = ["Surroundings", "centroid", "sentence_vectors", "unit"]

Floats = NDArray[np.float64]


class Surroundings:
    """What the articles around a period are about."""

    def __init__(self, evidence: Evidence, vectors: csr_array) -> None:
        counted = diags_array(evidence.original.astype(np.float64))
        #: [a, u] the sum of each article's vectors, none for a copy
        self._sums = csr_array(
            counted @ _members(evidence.pool.article, counted.shape[0]) @ vectors
        )
        self._days = evidence.days

    def centroid(self, period: Period) -> Floats:
        """[u] of unit length, or zero. Articles without a day are further away than any other:
        they count where no article has one.
        """
        before = period.start.toordinal() - self._days
        after = self._days - period.last.toordinal()
        apart = np.maximum(0, np.maximum(before, after))
        return unit(np.asarray((1.0 / (1.0 + apart)) @ self._sums, dtype=np.float64))


def sentence_vectors(pool: Pool) -> csr_array:
    """[n, u] unit rows of (1 + ln f) · ln(1 + a / d) over content words; d of a articles hold a
    word, and copies are one article.
    """
    counts = csr_array(pool.unigrams.astype(np.float64))
    _, group = np.unique(pool.group, return_inverse=True)
    articles = len(np.unique(group))
    held = (_members(group[pool.article], articles) @ counts > 0).sum(axis=0)
    idf = np.log1p(articles / np.maximum(held, 1)) * ~pool.unigram_function
    counts.data = 1.0 + np.log(counts.data)
    vectors = csr_array(counts @ diags_array(idf))
    vectors.eliminate_zeros()
    norms = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    scale = np.divide(1.0, norms, out=np.zeros(len(norms)), where=norms > 0)
    return csr_array(diags_array(scale) @ vectors)


def centroid(rows: csr_array) -> Floats:
    """[u] of unit length, or zero."""
    return unit(np.asarray(rows.sum(axis=0), dtype=np.float64).ravel())


def unit(vector: Floats) -> Floats:
    """The vector at length 1; zero stays zero."""
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def _members(of: NDArray[np.integer], count: int) -> csr_array:
    """[count, n] with 1 where row n is of that number."""
    return csr_array((np.ones(len(of)), (of, np.arange(len(of)))), shape=(count, len(of)))
