"""Submodular against the worth of a set as the paper writes it, pair by pair."""

import numpy as np
import pytest

from summarizer.extractive.submodular import DIVERSITY, SATURATION, Submodular
from summarizer.protocols import Asked
from summarizer.selection.similarity import first_of_each, weighted_rows
from tests.pools import gains, pool, random_pool

SEEDS = range(6)


def submodular_worth(made, chosen, factors):
    """The worth of a set of distinct sentences as the paper writes it, pair by pair."""
    distinct = first_of_each(made).tolist()
    rows = weighted_rows(made).toarray()
    saturation = min(1.0, SATURATION / len(distinct))
    covered = sum(
        min(
            sum(factors[j] * (rows[i] @ rows[j]) for j in chosen),
            saturation * sum(rows[i] @ rows[j] for j in distinct),
        )
        for i in distinct
    )
    told = {}
    for j in chosen:
        source = int(made.group[made.article[j]])
        mean = sum(rows[i] @ rows[j] for i in distinct) / len(distinct)
        told[source] = told.get(source, 0.0) + factors[j] * mean
    return covered + DIVERSITY * sum(reward**0.5 for reward in told.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_submodular_gains_are_differences_of_the_worth(seed):
    made = random_pool(seed, articles=9)
    distinct = first_of_each(made).tolist()
    focus = 1.0 + np.random.default_rng(seed).random(len(made)) if seed % 2 else None
    factors = np.ones(len(made)) if focus is None else focus
    factors = {row: factors[made.same == made.same[row]].max() for row in distinct}
    chosen = distinct[1::9]
    before = submodular_worth(made, chosen, factors)
    expected = [
        submodular_worth(made, [*chosen, row], factors) - before if row not in chosen else 0.0
        for row in distinct
    ]
    found = gains(Submodular(), made, *chosen, focus=focus)
    np.testing.assert_allclose(found[distinct], expected, atol=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_submodular_bounds_are_tight_but_for_what_a_close_likeness_loses(seed):
    made = random_pool(seed, articles=9)
    objective = Submodular().objective(made, Asked(words=100.0))
    lost = objective.bounds() - objective.gains(np.arange(len(made)))
    rows = weighted_rows(made)[first_of_each(made)]
    likeness = np.sort((weighted_rows(made) @ rows.T).toarray(), axis=1)
    # every other sentence may be covered so far by one alone
    room = SATURATION / rows.shape[0] * np.asarray((rows @ rows.T).sum(axis=1)).min()
    close = np.maximum(likeness[:, :-1] - room, 0.0).sum(axis=1)
    assert (lost <= close + 1e-9).all()


def test_submodular_chooses_a_copy_once():
    told = "Boats sank near the port."
    made = pool(told, "Old boats sank in a storm.", told, "A port for old boats.")
    assert gains(Submodular(), made, 0)[[0, 2]].tolist() == [0, 0]
    assert gains(Submodular(), made, 2).tolist() == gains(Submodular(), made, 2, 0).tolist()
    once = gains(Submodular(), pool(told, "Old boats sank in a storm.", "A port for old boats."))
    np.testing.assert_allclose(gains(Submodular(), made)[[0, 1, 3]], once)


def test_submodular_prefers_a_source_that_told_nothing_yet():
    boats, judges = "Boats sank near the port.", "Judges voted on the law."
    made = pool(f"{boats} {judges}", "Divers waited in a cave. Rivers rose after rain.")
    found = gains(Submodular(), made, 0)
    np.testing.assert_allclose(found[2], found[3])
    assert found[2] > found[1] > 0
