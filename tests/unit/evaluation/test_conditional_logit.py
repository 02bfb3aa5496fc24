"""The fit against what it must find again."""

import numpy as np
import pytest

from summarizer.evaluation.conditional_logit import Choices, fit_conditional_logit


def clusters(beta, *, seed=0, prior=False):
    chance = np.random.default_rng(seed)
    made = []
    for size in (5, 9, 2, 30, 12):
        features = chance.normal(size=(size, len(beta)))
        before = chance.random(size) + 0.1 if prior else None
        odds = np.exp(features @ beta) * (1.0 if before is None else before)
        made.append(Choices(features=features, picked=7 * odds / odds.sum(), prior=before))
    return made


@pytest.mark.parametrize("prior", [False, True])
def test_the_coefficients_that_made_the_picks_are_found(prior):
    beta = np.array([1.5, -0.5, 0.0])
    found = fit_conditional_logit(clusters(beta, prior=prior), penalty=1e-9)
    np.testing.assert_allclose(found, beta, atol=1e-3)


def test_what_all_items_of_a_cluster_share_says_nothing():
    made = clusters(np.array([1.0]))
    shared = [
        Choices(
            features=np.column_stack([each.features, np.full(len(each.picked), float(number))]),
            picked=each.picked,
        )
        for number, each in enumerate(made)
    ]
    found = fit_conditional_logit(shared, penalty=1e-6)
    np.testing.assert_allclose(found, [1.0, 0.0], atol=1e-3)


def test_a_penalty_draws_to_zero_and_a_weight_resists_it():
    made = clusters(np.array([2.0]))
    weak, strong = (fit_conditional_logit(made, penalty=size)[0] for size in (0.1, 10.0))
    assert 0 < strong < weak < 2
    heavy = [Choices(features=m.features, picked=m.picked, weight=100.0) for m in made]
    assert fit_conditional_logit(heavy, penalty=10.0)[0] == pytest.approx(weak, rel=1e-3)


def test_without_picks_nothing_is_learned():
    none = Choices(features=np.ones((3, 2)), picked=np.zeros(3))
    assert fit_conditional_logit([none], penalty=1.0).tolist() == [0.0, 0.0]
    assert fit_conditional_logit([], penalty=1.0).tolist() == []
    made = clusters(np.array([1.0, 0.0]))
    assert (
        fit_conditional_logit([*made, none], penalty=1.0).tolist()
        == fit_conditional_logit(made, penalty=1.0).tolist()
    )
