"""B-cubed and pairs, by hand."""

import pytest

from summarizer.evaluation.clusterings import agreement, by_item, f1


def test_an_example_by_hand():
    # found {a b c} {d e}, true {a b} {c d e}
    found, true = [0, 0, 0, 1, 1], ["x", "x", "y", "y", "y"]
    precision, recall = by_item(found, true)
    assert precision.tolist() == pytest.approx([2 / 3, 2 / 3, 1 / 3, 1, 1])
    assert recall.tolist() == pytest.approx([1, 1, 1 / 3, 2 / 3, 2 / 3])
    made = agreement(found, true)
    p, r = 11 / 15, 11 / 15
    assert (made.precision, made.recall) == pytest.approx((p, r))
    assert made.f1 == pytest.approx(2 * p * r / (p + r))
    # pairs found ab ac bc de, true ab cd ce de: two in common
    assert made.pairwise_f1 == pytest.approx(2 * 2 / (4 + 4))
    assert made.clusters == 2


def test_everything_together_and_everything_alone():
    true = [0, 0, 1, 1]
    together, alone = agreement([5] * 4, true), agreement([1, 2, 3, 4], true)
    assert (together.precision, together.recall) == (0.5, 1.0)
    assert (alone.precision, alone.recall) == (1.0, 0.5)
    assert together.pairwise_f1 == pytest.approx(2 * 2 / (6 + 2))
    assert alone.pairwise_f1 == 0.0


def test_names_of_clusters_do_not_matter():
    perfect = agreement(["b", "b", "a"], [1, 1, 2])
    assert (perfect.f1, perfect.pairwise_f1) == (1.0, 1.0)


def test_single_items_without_pairs_agree():
    assert agreement([1, 2], [1, 2]).pairwise_f1 == 1.0
    assert f1(0.0, 0.0) == 0.0
