"""Clusters by average linkage (UPGMA; Sokal and Michener 1958) over a sparse graph.

The two clusters of the largest mean similarity are joined until it falls below a threshold; pairs
without an edge count as 0. Sums are kept per pair of clusters that have an edge (Lance and Williams
1967: those of a union add up), the best pair comes from a heap whose outdated entries are passed
over. Nothing dense is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

__all__ = ["MayJoin", "average_linkage"]

#: whether clusters of these two sizes may be joined; the same in either order
MayJoin = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Clusters:
    #: of each cluster the sums of similarities to the others that it has an edge to
    sums: list[dict[int, float]]
    sizes: list[int]
    #: the cluster that each one was joined to; itself while it stands
    into: list[int]

    def mean(self, one: int, other: int) -> float | None:
        """Of all pairs; None for clusters that are gone or have no edge."""
        found = self.sums[one].get(other)
        return None if found is None else found / (self.sizes[one] * self.sizes[other])

    def join(self, one: int, other: int) -> None:
        """Make `other` a part of `one`."""
        del self.sums[one][other]
        gone, self.sums[other] = self.sums[other], {}
        del gone[one]
        for beside, value in gone.items():
            # the same sum in either direction
            total = self.sums[one].get(beside, 0.0) + value
            self.sums[one][beside] = self.sums[beside][one] = total
            del self.sums[beside][other]
        self.sizes[one] += self.sizes[other]
        self.into[other] = one


def average_linkage(
    graph: csr_array,
    least: float,
    *,
    start: NDArray[np.intp] | None = None,
    may_join: MayJoin = lambda one, other: True,  # noqa: ARG005  (the shape of the rule)
) -> NDArray[np.intp]:
    """[a] for each row of the symmetric `graph` the smallest row of its cluster.

    Of equally similar pairs that of the smallest rows is joined first. `start` are labels of rows
    that are together from the beginning.
    """
    alone = np.arange(graph.shape[0], dtype=np.intp)
    names, member = np.unique(alone if start is None else start, return_inverse=True)
    clusters = _clusters(graph, member, len(names))
    heap = [
        (-mean, one, other)
        for one, beside in enumerate(clusters.sums)
        for other in beside
        if one < other and (mean := clusters.mean(one, other)) is not None and mean >= least
    ]
    heapify(heap)
    while heap:
        negative, one, other = heappop(heap)
        sizes = clusters.sizes[one], clusters.sizes[other]
        if clusters.mean(one, other) != -negative or not may_join(*sizes):
            continue
        clusters.join(one, other)
        for beside in clusters.sums[one]:
            mean = clusters.mean(one, beside)
            if mean is not None and mean >= least:
                heappush(heap, (-mean, min(one, beside), max(one, beside)))
    roots = np.array([_root(clusters.into, each) for each in range(len(names))], dtype=np.intp)
    return _smallest(roots[member])


def _clusters(graph: csr_array, member: NDArray[np.intp], count: int) -> _Clusters:
    """The clusters before any is joined: rows of one number in `member` are one."""
    rows = len(member)
    into = csr_array((np.ones(rows), (np.arange(rows), member)), shape=(rows, count))
    between = csr_array(into.T @ graph @ into)
    between.sort_indices()
    starts = between.indptr.tolist()
    sums = [
        {
            other: value
            for other, value in zip(
                between.indices[start:end].tolist(), between.data[start:end].tolist(), strict=True
            )
            if other != row
        }
        for row, (start, end) in enumerate(pairwise(starts))
    ]
    sizes = np.bincount(member, minlength=count).tolist()
    return _Clusters(sums=sums, sizes=sizes, into=list(range(count)))


def _root(into: list[int], cluster: int) -> int:
    while into[cluster] != cluster:
        cluster = into[cluster]
    return cluster


def _smallest(labels: NDArray[np.intp]) -> NDArray[np.intp]:
    """The labels, each by the first row that has it."""
    _, first, places = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(first[places], dtype=np.intp)
