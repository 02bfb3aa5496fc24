"""What an article is about, as a weighted vector that those of one story share.

Counts of stems, of pairs of neighbouring stems and of runs of capitalised words ("Kim Jong Un" is
one), more for stems in the title, in the opening and in a run; then (1 + ln f) · idf^1.5 (Salton
and Buckley 1988, with a steeper idf: events of one kind share their common words, those of one
event its names). Half of the idf is the collection's, half that of the language at large: alone,
the articles of a day take every word that three of them share for a rare one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Hashes, Prepared
from summarizer.stories.story_features import features
from summarizer.text.background import UNKNOWN, background_idf

__all__ = ["Counts", "Vectors", "counted", "story_vectors", "weighted"]

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
#: in a collection of so many articles, a third of the rest is kept, too, as the others say little
#: yet; e times less for as many more. Twelve articles of seeds/ drawn at random: F1 .949 becomes
#: .986; with 30, reports of two days of one storyline are parted more often (.943 for .962)
_FEW = 15.0

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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vectors:
    """What articles are about."""

    #: [a, f] unit rows; an article without a content word has an empty one
    values: csr_array
    #: [f] the features' hashes, sorted
    features: Hashes

    def columns(self, hashes: Hashes) -> NDArray[np.intp]:
        """[h] the column of each hash, -1 for those that no article has."""
        places = np.searchsorted(self.features, hashes)
        inside = np.minimum(places, max(0, len(self.features) - 1))
        if not len(self.features):
            return np.full(len(hashes), -1, dtype=np.intp)
        return np.where(self.features[inside] == hashes, inside, -1)

    def only(self, rows: Sequence[int]) -> "Vectors":
        """These rows, in this order, with the features that they have."""
        chosen = csr_array(self.values[list(rows)])
        held, columns = np.unique(chosen.indices, return_inverse=True)
        shape = (len(rows), len(held))
        values = csr_array((chosen.data, columns, chosen.indptr), shape=shape)
        return Vectors(values=values, features=self.features[held])


def story_vectors(articles: Sequence[Prepared]) -> Vectors:
    """One row for each article, in the order given."""
    found = [counted(article) for article in articles]
    starts = np.cumsum([0, *(len(each.features) for each in found)], dtype=np.int64)
    hashes = np.concatenate([np.zeros(0, np.uint64), *(each.features for each in found)])
    known, columns = np.unique(hashes, return_inverse=True)
    spread = np.bincount(columns, minlength=len(known))[columns]
    values = np.zeros(len(hashes))
    for each, start, end in zip(found, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        values[start:end] = weighted(each, spread[start:end], len(found))
    rows = csr_array((values, columns, starts), shape=(len(found), len(known)))
    rows.eliminate_zeros()
    return Vectors(values=rows, features=known)


def weighted(found: Counts, spread: NDArray[np.int64], articles: int) -> Floats:
    """[f] the unit vector of an article, each of whose features stands in `spread` of `articles`,
    itself included; zeros for an article without features.
    """
    own = np.log((articles + 1.0) / spread)
    idf = (1.0 - _BACKGROUND) * own + _BACKGROUND * found.background
    kept = _ALONE + (1.0 - _ALONE) * np.exp(-articles / _FEW)
    alone = np.where(found.several, 0.0, kept)
    weights = (1.0 + np.log(found.counts)) * idf**_POWER * np.where(spread > 1, 1.0, alone)
    norm = float(np.sqrt(weights @ weights))
    return weights / norm if norm else weights


def counted(article: Prepared) -> Counts:
    """The features of an article and how much each of them counts."""
    stems, pairs, runs = features(article)
    in_runs = np.zeros(len(article.tokens) + 1, dtype=np.int64)
    in_runs[runs.starts] += 1
    in_runs[runs.stops] -= 1
    weights = 1.0 + _OPEN * (stems.starts < _OPENING) + _IN_RUN * np.cumsum(in_runs)[stems.starts]
    parts = [
        (stems.hashes, weights),
        (article.title, np.full(len(article.title), _TITLE)),
        (pairs.hashes, np.ones(len(pairs))),
        (runs.hashes, np.ones(len(runs))),
    ]
    known, places = np.unique(np.concatenate([each for each, _ in parts]), return_inverse=True)
    given = np.concatenate([each for _, each in parts])
    counts = np.bincount(places, given, len(known)).astype(np.float64)
    several = np.isin(known, np.concatenate([pairs.hashes, runs.hashes]))
    background = background_idf(known, language=article.language)
    return Counts(
        features=known,
        counts=counts,
        several=several,
        background=np.where(several, UNKNOWN, background),
    )
