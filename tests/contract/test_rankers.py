"""What every ranker must do, whatever it thinks of sentences."""

import numpy as np
import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.protocols import Ranker
from summarizer.selection.stacking import stack
from tests.pools import pool, prepared, random_pool, random_texts

HARD = {
    "nothing": [],
    "no sentence": ["", " "],
    "no word": ["***", "… — !"],
    "one sentence": ["Boats sank."],
    "function words only": ["He is not. It was so."],
    "one word again and again": ["boat boat boat. Boat! Boats boat."],
    "strangers": ["Boats sank.", "Judges voted.", "Divers waited."],
    "copies": ["Boats sank. Fire spread."] * 3,
}


@pytest.fixture(params=sorted(RANKERS))
def ranker(request: pytest.FixtureRequest) -> Ranker:
    return RANKERS[request.param]()


def all_gains(ranker, made, added=()):
    objective = ranker.objective(made)
    for row in added:
        objective.add(row)
    return objective.gains(np.arange(len(made)))


def test_the_default_comes_first():
    assert list(RANKERS) == ["coverage", "centroid", "lead", "lexrank", "mmr"]


@pytest.mark.parametrize("texts", HARD.values(), ids=HARD)
def test_gains_are_finite_numbers_whatever_the_pool(ranker, texts):
    made = pool(*texts)
    gains = all_gains(ranker, made, added=range(len(made)))
    assert gains.shape == (len(made),)
    assert gains.dtype == np.float64
    assert np.isfinite(gains).all()


@pytest.mark.parametrize("seed", range(5))
def test_gains_never_grow(ranker, seed):
    made = random_pool(seed)
    objective = ranker.objective(made)
    rows = np.arange(len(made))
    before = objective.gains(rows).copy()
    for row in np.random.default_rng(seed).permutation(len(made)).tolist():
        objective.add(row)
        after = objective.gains(rows).copy()
        assert (after <= before).all()
        before = after


@pytest.mark.parametrize("seed", range(5))
def test_a_gain_does_not_depend_on_the_other_rows_asked_for(ranker, seed):
    made = random_pool(seed)
    objective = ranker.objective(made)
    objective.add(len(made) // 2)
    together = objective.gains(np.arange(len(made)))
    alone = [float(objective.gains(np.array([row]))[0]) for row in range(len(made))]
    assert together.tolist() == alone
    assert objective.gains(np.array([2, 0, 2])).tolist() == together[[2, 0, 2]].tolist()
    assert objective.gains(np.array([], dtype=np.intp)).tolist() == []


@pytest.mark.parametrize("seed", range(5))
def test_the_same_pool_gives_the_same_numbers(ranker, seed):
    one, other = random_pool(seed), random_pool(seed)
    first = ranker.objective(one)
    first.add(0)
    assert all_gains(ranker, one).tolist() == all_gains(type(ranker)(), other).tolist()


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_changes_nothing_but_for_lead(ranker, seed):
    forms = [prepared(text) for text in random_texts(seed)]
    groups = [0, 0, *range(2, len(forms))]
    one = all_gains(ranker, stack(forms, groups))
    other = all_gains(ranker, stack(forms[::-1], groups[::-1]))
    changed = one.tolist() != other.tolist()
    assert changed == (type(ranker) is RANKERS["lead"])


def test_the_manifest_can_hold_the_parameters(ranker):
    assert all(
        value is None or isinstance(value, str | int | float | bool)
        for value in ranker.parameters.values()
    )
    assert ranker.cost_exponents
    assert all(exponent >= 0 for exponent in ranker.cost_exponents)


@pytest.mark.parametrize("name", sorted(set(RANKERS) - {"lead"}))
def test_sentences_of_the_same_words_are_worth_the_same(name):
    """But for lead, which looks at places only."""
    made = pool("Boats sank today. Fire spread.", "Judges voted. Boats sank today!")
    gains = all_gains(RANKERS[name](), made)
    assert made.same[0] == made.same[3]
    assert gains[0] == pytest.approx(gains[3], abs=1e-12)
