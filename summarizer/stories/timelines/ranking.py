"""How much a day, or a longer period, matters to what the articles tell.

The sum over the texts that speak of it of 1 + ½ ln(1 + days from it to their publication): what is
told again later was an event. Copies of one text count once. Where there is a question, a sentence
without its words counts half, and each article as much as it is about them: the share of its
sentences that hold one, to the mean of all.

On the twelve timelines of Timeline17, before anything is told of them, the first alone gives a date
F1 of .661, halving without the question's words .664, with the share of them .682, and with the day
of an article that names none (`mentions`) .703. Dates that are stated counting half as much again
give .694 and days to come counting half .700: twelve timelines tell such settings apart by a date
or two.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from summarizer.stories.timelines.mentions import LEAD, Evidence, Mention, Period

__all__ = ["period_scores"]

_LATER = 0.5
_WITHOUT_WORDS = 0.5
#: an article without a word of the question counts so much of one like the others
_LEAST_SHARE = 0.05


def period_scores(evidence: Evidence) -> dict[Period, float]:
    """How much each period that is spoken of matters, above 0."""
    share = _shares(evidence)
    strongest: dict[Period, dict[int, float]] = defaultdict(dict)
    for mention in evidence.mentions:
        article = int(evidence.pool.article[mention.row])
        weight = (1.0 + _LATER * float(np.log1p(mention.days_later))) * float(share[article])
        weight *= 1.0 if _has_words(mention, evidence) else _WITHOUT_WORDS
        held = strongest[mention.period]
        held[article] = max(held.get(article, 0.0), weight)
    # summed in one order, so that the articles' order does not show in the last digit
    return {period: sum(sorted(held.values())) for period, held in strongest.items()}


def _has_words(mention: Mention, evidence: Evidence) -> bool:
    """Whether the sentence holds a word of the question, or the opening, of the article's day."""
    if mention.words is not None:
        return bool(evidence.focused[mention.row])
    article = evidence.pool.article[mention.row]
    end = int(np.searchsorted(evidence.pool.article, article, "right"))
    return bool(evidence.focused[mention.row : min(end, mention.row + LEAD)].any())


def _shares(evidence: Evidence) -> NDArray[np.float64]:
    """[a] how much of each article is about the question, to the mean of all."""
    pool, count = evidence.pool, len(evidence.days)
    sentences = np.bincount(pool.article, minlength=count)
    held = np.bincount(pool.article, evidence.focused, minlength=count)
    share = held / np.maximum(1, sentences)
    mean = share.mean() if count else 0.0
    relative: NDArray[np.float64] = np.maximum(share / (mean or 1.0), _LEAST_SHARE)
    return relative
