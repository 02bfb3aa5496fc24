"""What an article is about, as a weighted vector that those of one story share.

Counts of stems, of pairs of neighbouring stems and of runs of capitalised words ("Kim Jong Un" is
one), more for those in the title and in the opening; then (1 + ln f) · idf^1.5 (Salton and Buckley
1988, with a steeper idf: events of one kind share their common words, those of one event its
names). Half of the idf is the collection's, half that of the language at large: alone, the articles
of a day take every word that three of them share for a rare one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Hashes, Prepared, TokenFlag
from summarizer.text.background import UNKNOWN, background_idf

__all__ = ["Counts", "counted", "story_vectors", "weighted"]

#: tokens that open an article
_OPENING = 60
#: how much more a stem counts in the title, in the opening, and in a run of capitals
_TITLE, _OPEN, _IN_RUN = 2.0, 1.0, 0.5
_POWER = 1.5
#: the share of the language at large in the idf (.4 to .6 are alike on ECB+)
_BACKGROUND = 0.5
#: what a stem that no other article holds keeps of its weight: it tells nothing of what is shared,
#: but makes the article longer. With 1 the best F1 on ECB+ is .936, with .3 .943, with .15 .943;
#: the less it is, the more a small collection is joined (4 pairs of look-alikes: .917, .879, .864).
#: A pair or a run alone keeps nothing.
_ALONE = 0.3
#: mixes two hashes in order (the 64-bit golden ratio, Knuth 6.4)
_MIX = np.uint64(0x9E3779B97F4A7C15)

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """The features of one article, in order of their hashes: all that its vector is made of."""

    features: Hashes
    counts: Floats
    #: True for pairs and runs
    several: Flags
    #: [f] the idf in the language at large
    background: Floats


def story_vectors(articles: Sequence[Prepared]) -> csr_array:
    """[a, f] unit rows; an article without a content word has an empty one."""
    found = [counted(article) for article in articles]
    starts = np.cumsum([0, *(len(each.features) for each in found)], dtype=np.int64)
    features = np.concatenate([np.zeros(0, np.uint64), *(each.features for each in found)])
    known, columns = np.unique(features, return_inverse=True)
    spread = np.bincount(columns, minlength=len(known))[columns]
    values = np.zeros(len(features))
    for each, start, end in zip(found, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        values[start:end] = weighted(each, spread[start:end], len(found))
    vectors = csr_array((values, columns, starts), shape=(len(found), len(known)))
    vectors.eliminate_zeros()
    return vectors


def weighted(found: Counts, spread: NDArray[np.int64], articles: int) -> Floats:
    """[f] the unit vector of an article, each of whose features stands in `spread` of `articles`,
    itself included; zeros for an article without features.
    """
    own = np.log((articles + 1.0) / spread)
    idf = (1.0 - _BACKGROUND) * own + _BACKGROUND * found.background
    alone = np.where(found.several, 0.0, _ALONE)
    weights = (1.0 + np.log(found.counts)) * idf**_POWER * np.where(spread > 1, 1.0, alone)
    norm = float(np.sqrt(weights @ weights))
    return weights / norm if norm else weights


def counted(article: Prepared) -> Counts:
    """The features of an article and how much each of them counts."""
    content = (article.token_flags & TokenFlag.FUNCTION) == 0
    sentence = np.repeat(np.arange(len(article)), np.diff(article.bounds))
    stems = article.tokens[content]
    beside = np.flatnonzero(content[:-1] & content[1:] & (sentence[:-1] == sentence[1:]))
    pairs = _mixed(article.tokens[beside], article.tokens[beside + 1])
    runs, in_runs = _runs(article, content, sentence)
    parts = [
        (stems, 1.0 + _OPEN * (np.flatnonzero(content) < _OPENING)),
        (article.title, np.full(len(article.title), _TITLE)),
        (in_runs, np.full(len(in_runs), _IN_RUN)),
        (pairs, np.ones(len(pairs))),
        (runs, np.ones(len(runs))),
    ]
    features, places = np.unique(np.concatenate([each for each, _ in parts]), return_inverse=True)
    weights = np.concatenate([each for _, each in parts])
    several = np.isin(features, np.concatenate([pairs, runs]))
    return Counts(
        features=features,
        # a word of the title alone, or of a run alone, counts once
        counts=np.maximum(1.0, np.bincount(places, weights, minlength=len(features))),
        several=several,
        background=np.where(several, UNKNOWN, background_idf(features, language=article.language)),
    )


def _runs(
    article: Prepared, content: NDArray[np.bool_], sentence: NDArray[np.int64]
) -> tuple[Hashes, Hashes]:
    """A hash for each run of two or more capitalised words, and the words in such runs."""
    capital = content & ((article.token_flags & TokenFlag.CAPITALISED) > 0)
    joined = np.zeros(len(capital), dtype=bool)
    joined[1:] = capital[1:] & capital[:-1] & (sentence[1:] == sentence[:-1])
    runs, words = [], []
    for start in np.flatnonzero(capital & ~joined).tolist():
        stop = start + 1
        while stop < len(joined) and joined[stop]:
            stop += 1
        if stop - start > 1:
            tokens = article.tokens[start:stop]
            words.append(tokens)
            mixed = tokens[:1]
            for token in tokens[1:]:
                mixed = _mixed(mixed, token)
            runs.append(_mixed(mixed, _MIX))
    none = np.zeros(0, np.uint64)
    return np.concatenate([none, *runs]), np.concatenate([none, *words])


def _mixed(one: Hashes, other: Hashes | np.uint64) -> Hashes:
    """A hash of each pair, in its order; overflow is meant."""
    with np.errstate(over="ignore"):
        found: Hashes = (one * _MIX) ^ (other + _MIX + (one >> np.uint64(7)))
    return found
