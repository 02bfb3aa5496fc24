"""Articles of one day grouped by event: average linkage over weighted term vectors."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from summarizer.prepared import Pool

__all__ = ["event_groups"]

#: stop merging below this mean cosine: on days of the sample corpus .12 joined different events,
#: .2 parted some reports of one
LEAST_SIMILARITY = 0.15
#: a day holds too few articles to tell rare words from common ones: its counts are those of this
#: many more articles without the word (swept 50 to 1,000: 300 and more are alike)
UNSEEN_ARTICLES = 300
#: a word in the title or in the first sentences counts this much more
TITLE_WEIGHT = 1.0
LEAD_WEIGHT = 1.0
LEAD_SENTENCES = 2


def event_groups(pool: Pool) -> NDArray[np.intp]:
    """[a] a number for each of the pool's articles; those about one event share it.

    Numbers follow the pool's order of articles, so they depend on nothing but the articles.
    """
    # a seventh of what a process loads at all, and only briefs group articles
    from scipy.cluster.hierarchy import fcluster, linkage

    count = len(pool.given)
    if count < 2:
        return np.zeros(count, dtype=np.intp)
    vectors = _vectors(pool)
    distances = 1.0 - np.clip((vectors @ vectors.T).toarray(), 0.0, 1.0)
    condensed = distances[np.triu_indices(count, k=1)]
    labels = fcluster(linkage(condensed, "average"), 1.0 - LEAST_SIMILARITY, "distance")
    first = {label: number for number, label in enumerate(dict.fromkeys(labels.tolist()))}
    return np.array([first[label] for label in labels.tolist()], dtype=np.intp)


def _vectors(pool: Pool) -> csr_array:
    """[a, u] unit rows of (1 + ln f) · idf over content words."""
    count, rows = len(pool.given), len(pool)
    weight = 1.0 + LEAD_WEIGHT * (pool.index < LEAD_SENTENCES)
    membership = csr_array((weight, (pool.article, np.arange(rows))), shape=(count, rows))
    counts = csr_array(membership @ pool.unigrams + TITLE_WEIGHT * pool.titles)
    spread = np.asarray((counts > 0).sum(axis=0)).ravel()
    idf = np.log((count + UNSEEN_ARTICLES) / (spread + 1.0)) * ~pool.unigram_function
    counts.data = 1.0 + np.log(counts.data)
    vectors = counts @ diags_array(idf)
    norms = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    return csr_array(
        diags_array(np.divide(1.0, norms, out=np.zeros(count), where=norms > 0)) @ vectors
    )
