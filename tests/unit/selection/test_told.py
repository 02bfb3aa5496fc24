import numpy as np
import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.selection.greedy import choose
from summarizer.types import Budget
from tests.pools import random_pool


@pytest.mark.parametrize("ranker", sorted(RANKERS))
@pytest.mark.parametrize("seed", range(3))
def test_what_is_told_is_not_chosen_again(ranker: str, seed: int) -> None:
    pool = random_pool(seed)
    told = np.zeros(len(pool), dtype=bool)
    first = choose(pool, RANKERS[ranker](), Budget(amount=60))
    told[[pick.row for pick in first.picks]] = True
    second = choose(pool, RANKERS[ranker](), Budget(amount=60), told=told, explain=True)
    known = set(pool.same[told].tolist())
    assert not {int(pool.same[pick.row]) for pick in second.picks} & known
    assert not {int(pool.same[drop.row]) for drop in second.drops} & known
    assert second.spent <= 60


@pytest.mark.parametrize("amount", [60, 100_000])
def test_where_everything_is_told_nothing_is_chosen(amount: int) -> None:
    pool = random_pool(1)
    told = np.ones(len(pool), dtype=bool)
    found = choose(pool, RANKERS["learned"](), Budget(amount=amount), told=told)
    assert (found.picks, found.available) == ((), 0)


def test_nothing_told_changes_nothing() -> None:
    pool = random_pool(2)
    budget = Budget(amount=80)
    nothing = np.zeros(len(pool), dtype=bool)
    assert choose(pool, RANKERS["learned"](), budget, told=nothing) == choose(
        pool, RANKERS["learned"](), budget
    )
