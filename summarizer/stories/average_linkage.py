"""Clusters by average linkage (UPGMA; Sokal and Michener 1958) over a sparse graph.

The two clusters of the largest mean similarity are joined until it falls below a threshold; pairs
without an edge count as 0. Sums are kept per pair of clusters that have an edge (Lance and Williams
1967: those of a union add up), the best pair comes from a heap whose outdated entries are passed
over. Nothing dense is made.
"""

from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

__all__ = ["average_linkage"]


def average_linkage(graph: csr_array, least: float) -> NDArray[np.intp]:
    """[a] for each row of the symmetric `graph` the smallest row of its cluster.

    Of equally similar pairs that of the smallest rows is joined first.
    """
    count = graph.shape[0]
    sums = _sums(graph)
    sizes = [1] * count
    into = list(range(count))
    heap = [
        (-value, one, other)
        for one, beside in enumerate(sums)
        for other, value in beside.items()
        if one < other and value >= least
    ]
    heapify(heap)
    while heap:
        negative, one, other = heappop(heap)
        if into[one] != one or into[other] != other:
            continue
        known = sums[one].get(other)
        if known is None or known / (sizes[one] * sizes[other]) != -negative:
            continue
        _join(sums, sizes, into, (one, other))
        for beside, value in sums[one].items():
            mean = value / (sizes[one] * sizes[beside])
            if mean >= least:
                heappush(heap, (-mean, min(one, beside), max(one, beside)))
    return np.array([_root(into, row) for row in range(count)], dtype=np.intp)


def _sums(graph: csr_array) -> list[dict[int, float]]:
    """The similarities of each row, itself aside."""
    return [
        {
            other: value
            for other, value in zip(
                graph.indices[start:end].tolist(), graph.data[start:end].tolist(), strict=True
            )
            if other != row
        }
        for row, (start, end) in enumerate(
            zip(graph.indptr[:-1].tolist(), graph.indptr[1:].tolist(), strict=True)
        )
    ]


def _join(
    sums: list[dict[int, float]], sizes: list[int], into: list[int], pair: tuple[int, int]
) -> None:
    """Make the second of the pair a part of the first."""
    one, other = pair
    del sums[one][other]
    gone, sums[other] = sums[other], {}
    del gone[one]
    for beside, value in gone.items():
        # the same sum in either direction
        total = sums[one].get(beside, 0.0) + value
        sums[one][beside] = sums[beside][one] = total
        del sums[beside][other]
    sizes[one] += sizes[other]
    into[other] = one


def _root(into: list[int], row: int) -> int:
    while into[row] != row:
        row = into[row]
    return row
