"""What is known of the sentences of a pool, apart from the concepts that they hold."""

import numpy as np
from numpy.typing import NDArray

from summarizer.extractive.centrality import article_centrality
from summarizer.prepared import Pool, SentenceFlag

__all__ = ["SENTENCE_FEATURES", "sentence_features"]

SENTENCE_FEATURES = (
    "place",
    "first",
    "second or third",
    "place in its article",
    "length",
    "length squared",
    "short",
    "long",
    "points back",
    "question",
    "opens quoted",
    "quotes",
    "numbers",
    "capitals",
    "function words",
    "unfinished",
    "copies",
    "in its titles",
    "sentences of its article",
    "words of its article",
    "central article",
)


def sentence_features(pool: Pool) -> NDArray[np.float64]:
    """[n, f] in the order of `SENTENCE_FEATURES`. Only differences within a pool count."""
    place = pool.index.astype(np.float64)
    sentences = np.bincount(pool.article, minlength=len(pool.given))
    words = np.bincount(pool.article, pool.words, len(pool.given))
    usual = max(1.0, len(pool.words) and float(words.mean()))
    length = np.log1p(pool.words)
    tokens = np.maximum(pool.tokens, 1)
    columns = (
        np.log1p(place),
        pool.index == 0,
        (pool.index == 1) | (pool.index == 2),
        place / sentences[pool.article],
        length,
        length**2 / 4,
        pool.words < 8,
        pool.words > 40,
        *(
            (pool.flags & flag) > 0
            for flag in (
                SentenceFlag.DANGLING,
                SentenceFlag.QUESTION,
                SentenceFlag.QUOTATION,
                SentenceFlag.QUOTES,
            )
        ),
        pool.numbers / tokens,
        pool.capitals / tokens,
        pool.light / tokens,
        (pool.flags & SentenceFlag.UNFINISHED) > 0,
        np.log(np.bincount(pool.same, minlength=1)[pool.same]),
        _in_titles(pool),
        np.log(sentences[pool.article]),
        np.log(np.maximum(words[pool.article], 1) / usual),
        article_centrality(pool)[pool.article],
    )
    return np.column_stack(columns).astype(np.float64)


def _in_titles(pool: Pool) -> NDArray[np.float64]:
    """[n] how much of each sentence's content stands in titles, weighted by how many hold it."""
    held = np.bincount(pool.titles.indices, minlength=pool.titles.shape[1])
    weight = held / max(1, pool.titles.shape[0]) * ~pool.unigram_function
    content = np.maximum(pool.tokens - pool.light, 1)
    found: NDArray[np.float64] = pool.unigrams @ weight / content
    return found
