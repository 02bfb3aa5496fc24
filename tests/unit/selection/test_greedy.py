import numpy as np
import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.selection.greedy import choose
from summarizer.selection.outcome import Selection
from summarizer.types import Budget
from tests.fixed_ranker import UNITS, Fixed, rows
from tests.pools import WORDS, pool, random_pool


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", RANKERS)
@pytest.mark.parametrize("seed", range(4))
def test_no_choice_costs_more_than_the_budget(name, unit, seed):
    made = random_pool(seed)
    for amount in (1, 2, 3, 7, 20, 60, 150, 400):
        budget = Budget(amount=amount, unit=unit)
        chosen = rows(choose(made, RANKERS[name](), budget))
        spent = {
            "words": made.words[chosen].sum(),
            "sentences": len(chosen),
            "characters": made.characters[chosen].sum() + max(0, len(chosen) - 1),
        }[unit]
        assert spent <= amount
        assert len({int(made.same[row]) for row in chosen}) == len(chosen)


@pytest.mark.parametrize("unit", UNITS)
def test_a_budget_that_holds_everything_returns_every_distinct_sentence_once(unit):
    made = pool("Boats sank today. He left. Boats sank today!", "No. Boats sank today. Fire.")
    holds = {"words": 3 + 2 + 1 + 1, "sentences": 4, "characters": 17 + 1 + 8 + 1 + 3 + 1 + 5}[unit]
    exactly = choose(made, Fixed(*range(len(made))), Budget(amount=holds, unit=unit))
    assert exactly.everything
    assert sorted(rows(exactly)) == [0, 1, 3, 5]
    assert exactly.available == holds
    less = choose(made, Fixed(*range(len(made))), Budget(amount=holds - 1, unit=unit))
    assert not less.everything
    assert less.available == holds
    assert len(less.picks) < 4


@pytest.mark.parametrize(
    ("unit", "shortest"), [("words", 3), ("characters", len("Fire broke out."))]
)
def test_when_nothing_fits_the_shortest_is_named(unit, shortest):
    made = pool("Fire broke out. The port of the old town burned for hours.")
    selection = choose(made, Fixed(1, 1), Budget(amount=1, unit=unit))
    assert selection.picks == ()
    assert selection.shortest == shortest
    fits = choose(made, Fixed(1, 1), Budget(amount=shortest, unit=unit))
    assert rows(fits) == [0]


@pytest.mark.parametrize("unit", UNITS)
def test_an_empty_pool_has_nothing_to_choose(unit):
    assert choose(pool(), Fixed(), Budget(amount=5, unit=unit)) == Selection(
        picks=(), everything=True
    )


def test_nothing_is_said_twice():
    made = pool(
        "The harbour of the old town burned on Monday. Many boats sank in the storm.",
        "On Monday the old town's harbour burned. A judge closed the long trial.",
    )
    selection = choose(made, Fixed(4, 1, 3, 2), Budget(amount=24), explain=True)
    assert rows(selection) == [0, 3, 1]
    drop = {drop.row: drop for drop in selection.drops}[2]
    assert (drop.reason, drop.instead) == ("repeats", 0)


def test_gain_per_cost_is_tried_beside_gain():
    made = pool(
        "Old boats sank in a storm. Long trials end in a court.",
        "The harbour of the old town with all of its ships burned for hours on Monday.",
    )
    worth = (3, 3, 5)
    budget = Budget(amount=16)
    assert rows(choose(made, Fixed(*worth), budget)) == [2]
    assert rows(choose(made, Fixed(*worth, exponents=(0.0, 1.0)), budget)) == [0, 1]


def test_a_query_multiplies_gains():
    made = pool("Old boats sank in a storm. Long trials end in a court.")
    budget = Budget(amount=1, unit="sentences")
    assert rows(choose(made, Fixed(3, 2), budget)) == [0]
    assert rows(choose(made, Fixed(3, 2), budget, focus=np.array([1.0, 2.0]))) == [1]


def test_of_equal_sentences_the_first_row_wins():
    made = pool("Old boats sank in a storm. Long trials end in a court.")
    assert rows(choose(made, Fixed(2, 2), Budget(amount=1, unit="sentences"))) == [0]


def test_what_was_left_out_says_why():
    made = pool(
        "Old boats sank in a storm. Long trials end in a court. Fire!",
        "The harbour of the old town with all of its ships burned for hours on Monday.",
    )
    drops = choose(made, Fixed(4, 2, 3, 1), Budget(amount=7), explain=True).drops
    assert [(drop.row, drop.reason, drop.gain) for drop in drops] == [
        (2, "too_short", 3),
        (1, "outranked", 2),
        (3, "too_long", 1),
    ]


def test_many_that_say_one_thing_do_not_keep_the_others_out():
    """More than are looked at first: the budget is filled with what else there is."""
    leads = [f"The old ferry Maria sank off the harbour at noon in May {n}." for n in range(150)]
    others = [f"{word.title()} {word}s came to the {word} of {word}ton." for word in WORDS]
    made = pool(*[f"{lead} {other}" for lead, other in zip(leads, others * 6, strict=False)])
    worth = [9.0 if index == 0 else 1.0 for index in made.index.tolist()]
    chosen = rows(choose(made, Fixed(*worth), Budget(amount=60)))
    assert made.words[chosen].sum() > 45
