"""Against scipy's dense average linkage, and by hand."""

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array

from summarizer.stories.average_linkage import average_linkage


def graph(count: int, *edges: tuple[int, int, float]) -> csr_array:
    dense = np.zeros((count, count))
    for one, other, value in edges:
        dense[one, other] = dense[other, one] = value
    return csr_array(dense)


def dense(seed: int, count: int, *, share: float) -> np.ndarray:
    """Similarities of which a share is 0."""
    chance = np.random.default_rng(seed)
    values = np.triu(chance.random((count, count)) * (chance.random((count, count)) < share), 1)
    return values + values.T


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("share", [0.2, 1.0])
@pytest.mark.parametrize("least", [0.15, 0.4])
def test_clusters_are_those_of_the_dense_algorithm(seed, share, least):
    values = dense(seed, 40, share=share)
    tree = linkage((1 - values)[np.triu_indices(40, 1)], "average")
    expected = fcluster(tree, 1 - least, "distance").tolist()
    found = average_linkage(csr_array(values), least).tolist()
    assert len(set(zip(found, expected, strict=True))) == len(set(found)) == len(set(expected))


def test_pairs_without_an_edge_count_as_nothing():
    # joined at .8; then 2 is like 0 by .5 and like 1 by nothing: .25 on average
    chain = graph(3, (0, 1, 0.8), (0, 2, 0.5))
    assert average_linkage(chain, 0.25).tolist() == [0, 0, 0]
    assert average_linkage(chain, 0.26).tolist() == [0, 0, 2]


def test_of_equals_the_smallest_rows_are_joined_first():
    assert average_linkage(graph(3, (1, 2, 0.5), (0, 1, 0.5)), 0.3).tolist() == [0, 0, 2]


def test_clusters_are_called_by_their_smallest_row():
    assert average_linkage(graph(4, (1, 3, 0.9), (2, 0, 0.4)), 0.4).tolist() == [0, 1, 0, 1]


def test_what_is_together_from_the_beginning_stays_together():
    edges = graph(4, (0, 1, 0.1), (1, 2, 0.6))
    start = np.array([7, 7, 5, 2])
    assert average_linkage(edges, 0.5, start=start).tolist() == [0, 0, 2, 3]
    assert average_linkage(edges, 0.3, start=start).tolist() == [0, 0, 0, 3]


def test_a_rule_keeps_clusters_of_some_sizes_apart():
    edges = graph(4, (0, 1, 0.9), (2, 3, 0.8), (0, 2, 0.7), (0, 3, 0.7), (1, 2, 0.7), (1, 3, 0.7))
    assert average_linkage(edges, 0.5).tolist() == [0, 0, 0, 0]
    small = average_linkage(edges, 0.5, may_join=lambda one, other: one + other < 4)
    assert small.tolist() == [0, 0, 2, 2]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_nothing_is_joined_where_nothing_is_alike(count):
    assert average_linkage(graph(count), 0.1).tolist() == list(range(count))
