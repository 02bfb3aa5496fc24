"""Intervals where they are known."""

import numpy as np
import pytest

from summarizer.evaluation.bootstrap import draws, interval


def test_the_interval_of_one_success_in_five():
    # its number in five draws is binomial: 0 with .33, 3 or more with .058, 4 or more with .007
    found = interval(np.array([0.0, 0.0, 1.0, 0.0, 0.0]), draws(5))
    assert (found.mean, found.low) == (0.2, 0.0)
    assert found.high == pytest.approx(0.6)


def test_many_values_have_the_interval_of_the_normal_distribution():
    values = np.random.default_rng(1).normal(size=400)
    found = interval(values, draws(400))
    half = 1.96 * values.std() / 20
    assert found.low == pytest.approx(values.mean() - half, abs=0.15 * half)
    assert found.high == pytest.approx(values.mean() + half, abs=0.15 * half)


def test_the_difference_of_pairs_is_surer_than_either():
    one = np.linspace(0, 1, 50)
    drawn = draws(50)
    found = interval((one + 0.1) - one, drawn)
    assert (found.low, found.high) == pytest.approx((0.1, 0.1))
    assert interval(one, drawn).high - interval(one, drawn).low > 0.1


def test_draws_are_whole_clusters_and_the_same_every_time():
    drawn = draws(7, resamples=30)
    assert drawn.shape == (30, 7)
    assert drawn.sum(axis=1) == pytest.approx(1)
    assert (drawn * 7) == pytest.approx(np.round(drawn * 7))
    assert np.array_equal(drawn, draws(7, resamples=30))
    assert not np.array_equal(drawn, draws(7, resamples=30, seed=2))


def test_one_cluster_has_no_width():
    found = interval(np.array([0.4]), draws(1))
    assert (found.low, found.mean, found.high) == (0.4, 0.4, 0.4)
