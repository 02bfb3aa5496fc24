"""How well sentences answer a query."""

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Hashes, Pool

__all__ = ["query_focus"]

#: how much more a sentence that holds every word of the query is worth than one that holds none. Of
#: ten topics of three storylines, told in 40 words, 2 left out one that its articles tell of and 4
#: none; 6 began to choose weak sentences for the sake of a word
STRENGTH = 4.0
#: a word in the article's title answers for its sentences too, but less
TITLE_SHARE = 0.3


def query_focus(pool: Pool, query: Hashes) -> NDArray[np.float64]:
    """[n] factors for gains, from 1 (no word of the query) to 1 + `STRENGTH` (all of them).

    Words count by how few sentences hold them: in articles that a query found, most hold some.
    """
    columns = np.flatnonzero(np.isin(pool.unigram_hashes, query))
    if not len(columns):
        return np.ones(len(pool))
    held = (pool.unigrams[:, columns] > 0).toarray().astype(np.float64)
    rarity = np.log1p(len(pool) / np.maximum(held.sum(axis=0), 1.0))
    titled = (pool.titles[:, columns] > 0).toarray()[pool.article] * TITLE_SHARE
    match: NDArray[np.float64] = np.maximum(held, titled) @ rarity / float(rarity.sum())
    return 1.0 + STRENGTH * match
