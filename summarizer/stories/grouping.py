"""Articles about one event: average linkage over their vectors, then what stayed small once more.

Average linkage leaves reports that tell one side of an event alone or in pairs: their mean
similarity to all of its story is low, though no other story is nearer. They have a second chance
below the threshold; larger groups have none, as events that look alike would become one.
Depends on the articles only, not on their order. Copies of one text count as one article.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Prepared
from summarizer.stories.average_linkage import average_linkage
from summarizer.stories.neighbours import near
from summarizer.stories.story_vectors import Vectors, story_vectors

__all__ = [
    "LEAST_OF_SMALL_ONES",
    "LEAST_SIMILARITY",
    "Grouped",
    "group_articles",
    "grouped",
    "groups_of_graph",
    "originals",
    "timed",
]

#: groups of a smaller mean similarity are not joined. B-cubed F1 on ECB+, whole and thinned to 1 to
#: 5 articles an event: .19 gives .940 and .882, .20 .943 and .885, .21 .941 and .888
LEAST_SIMILARITY = 0.20
#: the same for groups of one or two, which may join larger ones, and pairs each other. On ECB+ F1
#: goes from .922 to .943; with groups of up to four it stays .943, but thinned .885 becomes .864
LEAST_OF_SMALL_ONES = 0.15
SMALL = 2
#: similarities of articles of one day are so many times as large as those of undated ones, and of
#: articles far apart; half of the difference is gone after so many days. Less than .9 parts the
#: storylines of seeds/, which span months; on a day's news of Timeline17 .9 makes .609 of what was
#: .583 of the precision by days
_SAME_DAY, _FAR = 1.15, 0.9
_HALF_LIFE = 7.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouped:
    """Articles, each in its group."""

    #: [a] for each article the place of the first one of its group (by content hash)
    groups: NDArray[np.intp]
    #: [o] the places of those that were compared: copies are left out
    compared: NDArray[np.intp]
    #: of those compared, a row each
    vectors: Vectors


def group_articles(
    articles: Sequence[Prepared],
    *,
    days: Sequence[date | None] | None = None,
    copies: Sequence[int] | None = None,
) -> NDArray[np.intp]:
    """[a] for each article the place of the first one of its group (by content hash).

    `days` of publication draw articles together and apart; `copies` are numbers as
    `copies.copy_groups` gives them.
    """
    return grouped(articles, days=days, copies=copies).groups


def grouped(
    articles: Sequence[Prepared],
    *,
    days: Sequence[date | None] | None = None,
    copies: Sequence[int] | None = None,
) -> Grouped:
    """The groups of `group_articles`, and what they were made by."""
    chosen = originals(articles, copies)
    vectors = story_vectors([articles[place] for place in chosen.tolist()])
    graph = near(vectors.values)
    if days is not None:
        graph = timed(graph, [days[place] for place in chosen.tolist()])
    groups = _of_all(articles, copies, chosen, groups_of_graph(graph))
    return Grouped(groups=groups, compared=chosen, vectors=vectors)


def groups_of_graph(graph: csr_array) -> NDArray[np.intp]:
    """[a] for each row of the symmetric similarities the first row of its group."""
    labels = average_linkage(graph, LEAST_SIMILARITY)
    return average_linkage(graph, LEAST_OF_SMALL_ONES, start=labels, may_join=_second_chance)


def originals(articles: Sequence[Prepared], copies: Sequence[int] | None) -> NDArray[np.intp]:
    """The places of the articles that are compared, by content hash: of copies the longest."""
    given = range(len(articles)) if copies is None else copies
    best: dict[int, int] = {}

    def order(place: int) -> tuple[int, str, int]:
        return -len(articles[place].tokens), articles[place].content_hash, place

    for place, group in enumerate(given):
        best[group] = min(best.get(group, place), place, key=order)
    return np.array(
        sorted(best.values(), key=lambda place: (articles[place].content_hash, place)),
        dtype=np.intp,
    )


def _second_chance(one: int, other: int) -> bool:
    return min(one, other) <= SMALL and max(one, other) > 1


def timed(graph: csr_array, days: Sequence[date | None]) -> csr_array:
    """The similarities, more for articles of near days and less for those of far ones."""
    numbers = np.array([np.nan if day is None else float(day.toordinal()) for day in days])
    one = np.repeat(np.arange(graph.shape[0]), np.diff(graph.indptr))
    apart = np.abs(numbers[one] - numbers[graph.indices])
    factor = _FAR + (_SAME_DAY - _FAR) * 2.0 ** (-apart / _HALF_LIFE)
    changed = graph.copy()
    changed.data = graph.data * np.where(np.isnan(apart), 1.0, factor)
    return changed


def _of_all(
    articles: Sequence[Prepared],
    copies: Sequence[int] | None,
    chosen: NDArray[np.intp],
    labels: NDArray[np.intp],
) -> NDArray[np.intp]:
    """The group of every article, copies with their original's, by its first member."""
    given = list(range(len(articles)) if copies is None else copies)
    group = {
        given[place]: label for place, label in zip(chosen.tolist(), labels.tolist(), strict=True)
    }
    first: dict[int, int] = {}
    for place in sorted(range(len(given)), key=lambda i: (articles[i].content_hash, i)):
        first.setdefault(group[given[place]], place)
    return np.array([first[group[each]] for each in given], dtype=np.intp)
