"""Areas under the ROC curve where they are known."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from summarizer.evaluation.roc import area, areas, resampled

FIRST = np.array([True, False, True, False])


def test_pairs_are_counted_and_ties_are_half():
    # of the four pairs: .9 > .8, .9 > .2, .2 < .8, and .2 = .2
    found = areas(np.array([0.9, 0.8, 0.2, 0.2]), FIRST, np.ones((1, 4)))
    assert found.tolist() == [(1 + 1 + 0 + 0.5) / 4]


def test_it_is_the_area_that_others_compute_weights_included():
    random = np.random.default_rng(3)
    scores, first = random.normal(size=60).round(1), random.random(60) < 0.4
    weights = random.integers(0, 4, size=(5, 60)).astype(float)
    expected = [roc_auc_score(first, scores, sample_weight=each) for each in weights]
    assert areas(scores, first, weights) == pytest.approx(np.array(expected))


def test_cases_of_a_group_are_drawn_together():
    weights = resampled([7, 7, 3, 3])
    assert weights[0].tolist() == [1, 1, 1, 1]
    assert (weights[:, 0] == weights[:, 1]).all()
    assert (weights[:, 2] == weights[:, 3]).all()
    assert not (weights[:, 1] == weights[:, 2]).all()


def test_resamples_without_a_kind_are_left_out():
    found = areas(np.array([0.9, 0.1]), np.array([True, False]), resampled([0, 1]))
    assert np.isnan(found).any()
    one = area(found)
    assert (one.area, one.low, one.high) == (1.0, 1.0, 1.0)
