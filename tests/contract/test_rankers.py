"""What every ranker must do, whatever it thinks of sentences."""

import numpy as np
import pytest

from summarizer.config import Settings
from summarizer.extractive.rankers import RANKERS
from summarizer.protocols import Asked, Ranker
from summarizer.selection.stacking import stack
from summarizer.types import Budget, SummaryRequest
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


def valued(ranker, made, *added: int, focus=None):
    """The ranker's objective with some rows chosen."""
    objective = ranker.objective(made, Asked(words=100.0, focus=focus))
    for row in added:
        objective.add(row)
    return objective


def all_gains(ranker, made, *added: int, focus=None):
    return valued(ranker, made, *added, focus=focus).gains(np.arange(len(made)))


def drawn_focus(seed, made):
    """How well rows answer a query; none for every other seed."""
    return 1.0 + 2.0 * np.random.default_rng(seed).random(len(made)) if seed % 2 else None


def test_the_default_comes_first_and_the_others_by_name():
    first, *others = RANKERS
    assert first == Settings().ranker == SummaryRequest(budget=Budget(amount=1)).ranker == "learned"
    assert others == sorted(others)


@pytest.mark.parametrize("texts", HARD.values(), ids=HARD)
def test_gains_are_finite_numbers_whatever_the_pool(ranker, texts):
    made = pool(*texts)
    objective = valued(ranker, made, *range(len(made)))
    for numbers in (objective.gains(np.arange(len(made))), objective.bounds()):
        assert numbers.shape == (len(made),)
        assert numbers.dtype == np.float64
        assert np.isfinite(numbers).all()


@pytest.mark.parametrize("seed", range(5))
def test_gains_never_grow(ranker, seed):
    made = random_pool(seed)
    objective = valued(ranker, made)
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
    objective = valued(ranker, made, len(made) // 2)
    together = objective.gains(np.arange(len(made)))
    alone = [float(objective.gains(np.array([row]))[0]) for row in range(len(made))]
    assert together.tolist() == alone
    assert objective.gains(np.array([2, 0, 2])).tolist() == together[[2, 0, 2]].tolist()
    assert objective.gains(np.array([], dtype=np.intp)).tolist() == []


@pytest.mark.parametrize("seed", range(6))
def test_no_gain_is_above_its_bound(ranker, seed):
    made = random_pool(seed)
    objective = valued(ranker, made, focus=drawn_focus(seed, made))
    # but for rounding
    assert (objective.gains(np.arange(len(made))) <= objective.bounds() + 1e-12).all()
    before = objective.bounds().tolist()
    objective.add(0)
    assert objective.bounds().tolist() == before


@pytest.mark.parametrize("seed", range(6))
def test_starting_again_forgets_what_was_chosen(ranker, seed):
    made = random_pool(seed)
    focus = drawn_focus(seed, made)
    rows = np.random.default_rng(seed).permutation(len(made)).tolist()
    objective = valued(ranker, made, *rows[5:], focus=focus)
    for chosen in (rows[:4], rows[2:3], [], rows[3::-1]):
        objective.reset(chosen)
        fresh = valued(ranker, made, *chosen, focus=focus)
        every = np.arange(len(made))
        assert objective.gains(every).tolist() == fresh.gains(every).tolist()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", [name for name in RANKERS if RANKERS[name]().refined])
def test_refined_gains_sum_to_the_same_in_any_order(name, seed):
    made = random_pool(seed)
    focus = drawn_focus(seed, made)
    chosen = np.random.default_rng(seed).permutation(len(made))[:9].tolist()
    totals = []
    for order in (chosen, chosen[::-1], sorted(chosen)):
        objective = valued(RANKERS[name](), made, focus=focus)
        totals.append(0.0)
        for row in order:
            totals[-1] += float(objective.gains(np.array([row]))[0])
            objective.add(row)
    assert totals == pytest.approx([totals[0]] * 3, rel=1e-9)
    assert totals[0] > 0


@pytest.mark.parametrize("seed", range(5))
def test_the_same_pool_gives_the_same_numbers(ranker, seed):
    one, other = random_pool(seed), random_pool(seed)
    valued(ranker, one, 0)
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


@pytest.mark.parametrize("name", sorted(set(RANKERS) - {"lead", "learned"}))
def test_sentences_of_the_same_words_are_worth_the_same(name):
    """But for those that look at places, too."""
    made = pool("Boats sank today. Fire spread.", "Judges voted. Boats sank today!")
    gains = all_gains(RANKERS[name](), made)
    assert made.same[0] == made.same[3]
    assert gains[0] == pytest.approx(gains[3], abs=1e-12)
