"""Whatever is chosen from whatever pool: nothing twice, and nothing torn from what it needs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import SentenceFlag
from summarizer.selection import search
from summarizer.selection.greedy import choose
from summarizer.selection.quotations import whole_until
from summarizer.selection.similarity import repeats
from summarizer.types import Budget
from tests.fixed_ranker import UNITS, rows
from tests.pools import random_pool

SEEDS = st.integers(0, 10_000)
BUDGETS = st.builds(Budget, amount=st.integers(1, 150), unit=st.sampled_from(UNITS))


@settings(max_examples=150, deadline=None)
@given(seed=SEEDS, budget=BUDGETS, name=st.sampled_from(sorted(RANKERS)))
def test_what_points_back_is_told_with_what_it_points_to_unless_it_is_marked(seed, budget, name):
    made = random_pool(seed, lively=True)
    selection = choose(made, RANKERS[name](), budget)
    told, until = set(rows(selection)), whole_until(made)
    for pick in selection.picks:
        behind = pick.row - 1 in told and made.article[pick.row - 1] == made.article[pick.row]
        dangling = made.flags[pick.row] & SentenceFlag.DANGLING
        if not (pick.loose or selection.everything or behind):
            assert not dangling or pick.bracketed
            assert until[pick.row] >= 0
            assert told.issuperset(range(pick.row, until[pick.row] + 1))
        assert not (pick.loose and behind)
        assert not pick.bracketed or made.bracket_words[pick.row]


@settings(max_examples=150, deadline=None)
@given(
    seed=SEEDS,
    budget=BUDGETS,
    name=st.sampled_from(sorted(RANKERS)),
    standalone=st.booleans(),
)
def test_no_two_sentences_told_say_the_same(seed, budget, name, standalone):
    made = random_pool(seed, lively=True)
    selection = choose(made, RANKERS[name](), budget, standalone=standalone)
    told = np.array(sorted(rows(selection)), dtype=np.intp)
    again = repeats(made, told)
    np.fill_diagonal(again, val=False)
    inside = (made.flags[told] & SentenceFlag.INSIDE) > 0
    # the sentences of one quotation are told together, whatever they say
    one = (np.diff(told, prepend=-2) == 1) & inside
    quotation = np.cumsum(~one)
    again &= quotation[:, None] != quotation[None, :]
    assert selection.everything or not again.any()


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", RANKERS)
def test_looking_at_the_best_candidates_only_loses_next_to_nothing(name, unit, monkeypatch):
    """More sentences than are looked at: the choice is worth what it would be among all."""
    amount = {"words": 120, "sentences": 12, "characters": 700}[unit]
    worth = []
    for seed in range(3):
        made = random_pool(seed, articles=60, sentences=14, lively=True)
        assert len(made) > 1.5 * search.LEAST_CANDIDATES
        few = choose(made, RANKERS[name](), Budget(amount=amount, unit=unit))
        with monkeypatch.context() as patched:
            patched.setattr(search, "LEAST_CANDIDATES", 10_000)
            all_of_them = choose(made, RANKERS[name](), Budget(amount=amount, unit=unit))
        worth.append([sum(pick.gain for pick in each.picks) for each in (few, all_of_them)])
    for few_worth, most in worth:
        assert few_worth >= 0.97 * most
    assert np.mean([few_worth / most for few_worth, most in worth]) > 0.98
