"""Articles about one event: average linkage over their vectors, then the lone ones once more.

Depends on the articles only, not on their order. Copies of one text count as one article.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Prepared
from summarizer.stories.average_linkage import average_linkage
from summarizer.stories.neighbours import near
from summarizer.stories.story_vectors import story_vectors

__all__ = ["group_articles"]

#: groups of a smaller mean similarity are not joined, nor a lone article to a group. Swept on ECB+,
#: whole and thinned to 1 to 5 articles an event: B-cubed F1 .934 and .877; .18 gives .933 and .863,
#: .20 .932 and .884. Without the second step they are .922 and .883
LEAST_SIMILARITY = 0.19
LEAST_OF_A_LONE_ONE = 0.14
#: similarities of articles of one day are so many times as large as those of undated ones, and of
#: articles of different years; half of the difference is gone after so many days
_SAME_DAY, _FAR = 1.15, 0.9
_HALF_LIFE = 7.0


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
    count = len(articles)
    given = list(range(count)) if copies is None else list(copies)
    chosen = sorted(set(given), key=lambda place: (articles[place].content_hash, place))
    if not chosen:
        return np.zeros(0, dtype=np.intp)
    graph = near(story_vectors([articles[place] for place in chosen]))
    if days is not None:
        graph = _timed(graph, [days[place] for place in chosen])
    labels = _adopted(graph, average_linkage(graph, LEAST_SIMILARITY))
    group = {place: chosen[label] for place, label in zip(chosen, labels.tolist(), strict=True)}
    return np.array([group[original] for original in given], dtype=np.intp)


def _timed(graph: csr_array, days: Sequence[date | None]) -> csr_array:
    """The similarities, more for articles of near days and less for those of far ones."""
    numbers = np.array([np.nan if day is None else float(day.toordinal()) for day in days])
    one = np.repeat(np.arange(graph.shape[0]), np.diff(graph.indptr))
    apart = np.abs(numbers[one] - numbers[graph.indices])
    factor = _FAR + (_SAME_DAY - _FAR) * 2.0 ** (-apart / _HALF_LIFE)
    timed = graph.copy()
    timed.data = graph.data * np.where(np.isnan(apart), 1.0, factor)
    return timed


def _adopted(graph: csr_array, labels: NDArray[np.intp]) -> NDArray[np.intp]:
    """The labels, lone articles with the group of several that they are most similar to."""
    names, place, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    count = len(labels)
    member = csr_array((np.ones(count), (np.arange(count), place)), shape=(count, len(names)))
    means = csr_array(graph @ member)
    means.data = means.data / sizes[means.indices]
    adopted = labels.copy()
    for row in np.flatnonzero(sizes[place] == 1).tolist():
        start, end = means.indptr[row], means.indptr[row + 1]
        groups, values = means.indices[start:end], means.data[start:end]
        several = sizes[groups] > 1
        if several.any():
            groups, values = groups[several], values[several]
            best = int(np.lexsort((groups, -values))[0])
            if values[best] >= LEAST_OF_A_LONE_ONE:
                adopted[row] = names[groups[best]]
    return _first_of_each(adopted)


def _first_of_each(labels: NDArray[np.intp]) -> NDArray[np.intp]:
    first: dict[int, int] = {}
    for row, label in enumerate(labels.tolist()):
        first.setdefault(label, row)
    return np.array([first[label] for label in labels.tolist()], dtype=np.intp)
