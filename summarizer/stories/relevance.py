"""How much of an article is about a topic.

BM25 (Robertson and Zaragoza 2009) over the tokens of the prepared form, as a share of the most that
the topic's words can give, with the proximity of different words of the topic beside it (Büttcher,
Clarke and Lushman 2006): "nuclear" in one paragraph and "talks" in another are no nuclear talks.
Unlike BM25, a mention is worth more in the title, and as a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Hashes, Prepared, TokenFlag

__all__ = ["Term", "topic_relevance"]

#: saturation and length normalisation, as usual
_K1, _B = 1.2, 0.75
#: tokens of an article of middling length; fixed, so that an answer does not depend on the others
_USUAL_LENGTH = 500
#: mentions that one in the title, and what part of one that one as a name counts more
_TITLE, _NAME = 4.0, 0.5
#: below this nearness no two words of the topic stand together anywhere ("Black Friday" and a black
#: hole); what mentions are worth then. Of 56 topics it keeps 98 in 100 right articles, of 28
#: without an article 76 in 100 wrong ones
_TOGETHER, _APART = 0.005, 0.77


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a topic."""

    #: hash of its stem, in the articles' language
    stem: int
    #: its inverse document frequency
    rarity: float


def topic_relevance(articles: Sequence[Prepared], terms: Sequence[Term]) -> NDArray[np.float64]:
    """[len(articles)] from 0 (none of the words) towards 1 (about nothing else).

    Of a topic of one word its mentions alone count; else the mean of these and of nearness, less
    where the words stand together nowhere.
    """
    rarities = {term.stem: term.rarity for term in terms}
    query = np.array(sorted(rarities), dtype=np.uint64)
    rarity = np.array([rarities[stem] for stem in query.tolist()])
    return np.array([_relevance(article, query, rarity) for article in articles], dtype=np.float64)


def _relevance(article: Prepared, query: Hashes, rarity: NDArray[np.float64]) -> float:
    place = np.minimum(np.searchsorted(query, article.tokens), len(query) - 1)
    found = np.flatnonzero(query[place] == article.tokens)
    which = place[found]
    named = (article.token_flags[found] & TokenFlag.CAPITALISED) > 0
    mentions = _TITLE * np.isin(query, article.title).astype(np.float64)
    np.add.at(mentions, which, 1.0 + _NAME * named)
    half = _K1 * (1 - _B + _B * len(article.tokens) / _USUAL_LENGTH)
    alone = _share(mentions, half, rarity)
    if len(query) == 1:
        return alone
    near = _nearness(found, which, rarity)
    together = _share(near, half, np.minimum(1.0, rarity))
    return (alone + together) / 2 * (1.0 if together >= _TOGETHER else _APART)


def _share(counts: NDArray[np.float64], half: float, weights: NDArray[np.float64]) -> float:
    """The weighted mean of the saturated counts; `half` is the count that gives one half."""
    return float(weights @ (counts / (counts + half))) / float(weights.sum())


def _nearness(
    places: NDArray[np.intp], which: NDArray[np.intp], rarity: NDArray[np.float64]
) -> NDArray[np.float64]:
    """[len(rarity)] for each word how near others of the topic stand, over the whole article."""
    near = np.zeros(len(rarity))
    apart = which[1:] != which[:-1]
    left, right = which[:-1][apart], which[1:][apart]
    closeness = 1.0 / (places[1:] - places[:-1])[apart] ** 2.0
    np.add.at(near, left, rarity[right] * closeness)
    np.add.at(near, right, rarity[left] * closeness)
    return near
