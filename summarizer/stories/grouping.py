"""Articles about one event: average linkage over their vectors, then small groups once more.

Depends on the articles only, not on their order. Copies of one text count as one article.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Prepared
from summarizer.stories.average_linkage import average_linkage
from summarizer.stories.neighbours import near
from summarizer.stories.story_vectors import story_vectors

__all__ = ["Grouped", "group_articles"]

#: groups of a smaller mean similarity are not joined; swept on ECB+, whole and thinned to 1 to 5
#: articles an event: B-cubed F1 .939 and .872; .18 gives .941 and .864, .20 .939 and .877
LEAST_SIMILARITY = 0.19
#: groups of one and of two articles join a larger one from these on, which gives the whole of ECB+
#: .017 and takes .011 from the thinned one
LEAST_OF_FEW = {1: 0.14, 2: 0.17}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouped:
    """Which articles are about one event, and how similar they are."""

    #: [a] for each article the place of the first one of its group (by content hash)
    labels: NDArray[np.intp]
    #: [c, c] cosines of near articles, a row for each text
    graph: csr_array
    #: the row of each text, by its number among the copies
    row_of: Mapping[int, int]


def group_articles(
    articles: Sequence[Prepared],
    *,
    copies: Sequence[int] | None = None,
) -> Grouped:
    """The articles in groups.

    `copies` are numbers as `copies.copy_groups` gives them: copies stay together, and count once.
    Days do not count: storylines go on for months, and articles of one day are alike in what else
    happened that day (drawing them together broke one of the eight storylines of the sample).
    """
    given = list(range(len(articles))) if copies is None else list(copies)
    chosen = sorted(set(given), key=lambda place: (articles[place].content_hash, place))
    graph = near(story_vectors([articles[place] for place in chosen]))
    labels = average_linkage(graph, LEAST_SIMILARITY)
    for size, least in LEAST_OF_FEW.items():
        labels = _adopted(graph, labels, size, least)
    group = {place: chosen[label] for place, label in zip(chosen, labels.tolist(), strict=True)}
    return Grouped(
        labels=np.array([group[original] for original in given], dtype=np.intp),
        graph=graph,
        row_of={original: row for row, original in enumerate(chosen)},
    )


def _adopted(
    graph: csr_array, labels: NDArray[np.intp], size: int, least: float
) -> NDArray[np.intp]:
    """The labels, each group of `size` with the larger one that it is most similar to."""
    names, place, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    count = len(labels)
    member = csr_array((np.ones(count), (np.arange(count), place)), shape=(count, len(names)))
    sums = csr_array(member.T @ graph @ member)
    into = np.arange(len(names))
    for group in np.flatnonzero(sizes == size).tolist():
        start, end = sums.indptr[group], sums.indptr[group + 1]
        others, values = sums.indices[start:end], sums.data[start:end]
        means = values / (size * sizes[others])
        means[sizes[others] <= size] = 0.0
        if len(means) and means.max() >= least:
            into[group] = others[np.lexsort((others, -means))[0]]
    return _first_of_each(names[into[place]])


def _first_of_each(labels: NDArray[np.intp]) -> NDArray[np.intp]:
    first: dict[int, int] = {}
    for row, label in enumerate(labels.tolist()):
        first.setdefault(label, row)
    return np.array([first[label] for label in labels.tolist()], dtype=np.intp)
