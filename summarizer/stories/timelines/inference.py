"""The day of an undated article, worked out from dated articles about the same.

It is the day of the dated article that is most like it, if no article of another time is nearly as
like; and of the days around that one, the weekday that the undated article names: "on Sunday" in a
report about what another report of Saturday announces is the Sunday behind it.

Of 360 articles of Timeline17 whose date was hidden, each among 5 to 40 others of its storyline, a
day was worked out for 27, and was right to within three days for 18. It is a guess, and whatever
rests on it says so.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from scipy.sparse import csr_array, diags_array

from summarizer.prepared import Pool

__all__ = ["InferredDay", "inferred_days"]

LEAST_SIMILARITY = 0.3
#: by how much an article of another time is less alike
LEAST_LEAD = 0.05
#: a few articles cannot tell rare words from common ones: counts are those of this many more
#: articles without the word
_UNSEEN = 300
#: articles so many days apart may tell of one event
_NEAR = 3
#: "on Sunday" in the opening of an article is a day of these
_OPENING = 3000
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredDay:
    """A guess at when an article was published."""

    day: date
    #: the dated article that it was worked out from
    neighbour: int


def inferred_days(
    pool: Pool, texts: Sequence[str], days: Sequence[date | None]
) -> dict[int, InferredDay]:
    """The day of each undated article that has one, by its place; all in the pool's order, `days`
    are those of the dated ones.
    """
    dated = np.array([place for place, day in enumerate(days) if day is not None], dtype=np.intp)
    undated = [place for place, day in enumerate(days) if day is None]
    if not len(dated) or not undated:
        return {}
    vectors = _vectors(pool)
    known = np.array([day.toordinal() for day in days if day is not None])
    likeness = (vectors[undated] @ vectors[dated].T).toarray()
    found = {}
    for place, like in zip(undated, likeness, strict=True):
        best = int(np.argmax(like))
        elsewhen = like[np.abs(known - known[best]) > _NEAR].max(initial=0.0)
        if like[best] >= LEAST_SIMILARITY and like[best] - elsewhen >= LEAST_LEAD:
            day = _on_weekday(date.fromordinal(int(known[best])), texts[place])
            found[place] = InferredDay(day=day, neighbour=int(dated[best]))
    return found


def _vectors(pool: Pool) -> csr_array:
    """[a, u] unit rows of (1 + ln f) · idf of content words; those of the title and of the first
    two sentences count twice.

    `story_vectors` tell stories apart; of one story's articles they find those of one day less
    well: with them two in five were right to within three days, whatever the limits.
    """
    count, rows = len(pool.given), len(pool)
    weight = 1.0 + (pool.index < 2)
    membership = csr_array((weight, (pool.article, np.arange(rows))), shape=(count, rows))
    counts = csr_array(membership @ pool.unigrams + pool.titles)
    spread = np.asarray((counts > 0).sum(axis=0)).ravel()
    idf = np.log((count + _UNSEEN) / (spread + 1.0)) * ~pool.unigram_function
    counts.data = 1.0 + np.log(counts.data)
    vectors = counts @ diags_array(idf)
    norms = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    scale = np.divide(1.0, norms, out=np.zeros(count), where=norms > 0)
    return csr_array(diags_array(scale) @ vectors)


def _on_weekday(near: date, text: str) -> date:
    """The day nearest to `near` that is the weekday most named in the text's opening."""
    counts = Counter(_WEEKDAY.findall(text[:_OPENING]))
    if not counts:
        return near
    names = _WEEKDAYS.split("|")
    most = max(names, key=lambda name: (counts[name], -names.index(name)))
    ahead = (names.index(most) - near.weekday()) % 7
    return near + timedelta(days=ahead if ahead <= _NEAR else ahead - 7)
