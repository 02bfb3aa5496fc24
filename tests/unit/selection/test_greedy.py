from typing import ClassVar

import numpy as np
import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import SentenceFlag
from summarizer.protocols import Asked
from summarizer.selection.greedy import bracket_costs, choose, costs
from summarizer.selection.outcome import Selection
from summarizer.selection.search import LEAST_WORDS
from summarizer.selection.similarity import (
    CONTAINED,
    LIKE,
    SAME,
    first_of_each,
    weighted_rows,
)
from summarizer.selection.table import ROUNDS
from summarizer.types import Budget
from tests.pools import WORDS, pool, random_pool

UNITS = ["words", "sentences", "characters"]


class Fixed:
    """Sentences are worth the numbers given."""

    parameters: ClassVar[dict[str, str]] = {}
    refined: ClassVar[bool] = False

    def __init__(self, *worth: float, exponents: tuple[float, ...] = (0.0,)) -> None:
        self.worth = np.array(worth, dtype=float)
        self.cost_exponents = exponents

    def objective(self, _, asked):
        return self if asked.focus is None else Fixed(*(self.worth * asked.focus))

    def bounds(self):
        return self.worth

    def gains(self, rows):
        return self.worth[rows]

    def add(self, row):
        pass

    def reset(self, rows=()):
        pass


def rows(selection: Selection) -> list[int]:
    return [pick.row for pick in selection.picks]


class Naive:
    """The same choice among all rows, with every gain computed again for every choice.

    Choices are first rows: with each of them comes the rest of the quotation that it begins.
    """

    def __init__(self, made, ranker, budget: Budget, focus=None):
        self.made, self.ranker = made, ranker
        self.plain, self.brackets = costs(made, budget), bracket_costs(made, budget)
        self.amount = budget.amount + (budget.unit == "characters")
        self.alike = plainly_alike(made)
        self.asked = Asked(words=words_in(made, budget), focus=focus)
        self.distinct = sorted(first_of_each(made).tolist())
        self.inside, self.open = (
            [bool(flag & which) for flag in made.flags]
            for which in (SentenceFlag.INSIDE, SentenceFlag.OPEN)
        )

    def parts(self, row: int, whole: bool) -> list[int] | None:
        """The rows told with this one; None where it cannot be told whole."""
        if not whole:
            return [row]
        if self.inside[row]:
            return None
        rows = [row]
        while self.open[rows[-1]]:
            after = rows[-1] + 1
            if after == len(self.made) or not self.inside[after] or after not in self.distinct:
                return None
            if self.made.article[after] != self.made.article[row]:
                return None
            rows.append(after)
        return rows

    def cost(self, rows: list[int], level: int) -> int:
        return int(self.plain[rows].sum() + (self.brackets[rows].sum() if level == 0 else 0))

    def gains(self, chosen: list[int]):
        objective = self.ranker.objective(self.made, self.asked)
        for row in chosen:
            objective.add(row)
        return objective.gains(np.arange(len(self.made)))

    def told(self, chosen: list[int], level: int) -> list[int]:
        return [part for row in chosen for part in self.parts(row, level < 2)]

    def gain(self, gains, rows: list[int]) -> float:
        return sum(gains[rows]) / (1 if self.ranker.refined else len(rows))

    def total(self, chosen: list[int], level: int) -> float:
        return sum(
            self.gain(self.gains(self.told(chosen[:n], level)), self.told([row], level))
            for n, row in enumerate(chosen)
        )

    def filled(self, kept: list[int], exponent: float, level: int, without: int | None):
        chosen = list(kept)
        while True:
            left = self.amount - self.cost(self.told(chosen, level), level)
            gains = self.gains(self.told(chosen, level))
            value = {}
            for row in self.distinct:
                rows = self.parts(row, level < 2)
                if (
                    rows is not None
                    and row not in chosen
                    and row != without
                    and self.cost(rows, level) <= left
                    and not self.alike[row, chosen].any()
                    and (level > 0 or stands(self.made, row, chosen))
                ):
                    price = float(self.cost(rows, level)) ** -exponent
                    value[row] = self.gain(gains, rows) * price
            if not value:
                return chosen
            chosen.append(max(value, key=lambda row: (value[row], -row)))

    def best_of(self, kept, level, without=None):
        found = [
            self.filled(kept, exponent, level, without) for exponent in self.ranker.cost_exponents
        ]
        return max(found, key=lambda chosen: self.total(chosen, level))

    def chosen(self) -> list[int]:
        for level in range(3):
            picks = self.best_of([], level)
            if picks:
                picks = self.exchanged(picks, level) if self.ranker.refined else picks
                return self.told(picks, level)
        return []

    def exchanged(self, picks: list[int], level: int) -> list[int]:
        for _ in range(ROUNDS):
            for row in list(picks):
                if row in picks:
                    kept = [each for each in picks if each not in self.with_followers(row, picks)]
                    other = self.best_of(kept, level, without=row)
                    if self.total(other, level) > self.total(picks, level) * (1 + 1e-12):
                        picks = other
        return picks

    def with_followers(self, row: int, picks: list[int]) -> set[int]:
        gone = {row}
        while (row := row + 1) in picks and self.made.article[row] == self.made.article[row - 1]:
            if not self.made.flags[row] & SentenceFlag.DANGLING or self.made.bracket_words[row]:
                break
            gone.add(row)
        return gone


def plainly_alike(made):
    """The same as `repeats`, pair by pair."""
    rows = weighted_rows(made).toarray()
    held = made.unigrams.toarray() > 0
    df = held[first_of_each(made)].sum(axis=0)
    idf = np.log1p(len(first_of_each(made)) / np.maximum(df, 1)) * ~made.unigram_function

    def alike(one: int, other: int) -> bool:
        cosine, both = rows[one] @ rows[other], held[one] & held[other]
        mass = [idf[held[row]].sum() for row in (one, other)]
        numbers = [(held[row] & made.unigram_number).sum() for row in (one, other)]
        contained = idf[both].sum() >= CONTAINED * min(mass) - 1e-12
        same_numbers = (both & made.unigram_number).sum() == min(numbers)
        return cosine >= SAME or (cosine >= LIKE and contained and same_numbers)

    every = range(len(made))
    return np.array([[alike(one, other) for other in every] for one in every]).reshape(
        len(made), len(made)
    )


def words_in(made, budget: Budget) -> float:
    """About how many words the budget holds."""
    if budget.unit == "words":
        return budget.amount
    each = made.characters.sum() if budget.unit == "characters" else len(made)
    return budget.amount * made.words.sum() / each


def stands(made, row: int, chosen: list[int]) -> bool:
    alone = not made.flags[row] & SentenceFlag.DANGLING or made.bracket_words[row]
    follows = row - 1 in chosen and made.article[row - 1] == made.article[row]
    return bool((alone or follows) and made.words[row] >= LEAST_WORDS)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", RANKERS)
@pytest.mark.parametrize("seed", range(8))
def test_the_choice_equals_the_naive_one(name, seed, unit):
    made = random_pool(seed, articles=5, sentences=9, lively=seed > 3)
    amount = {"words": (3, 40), "sentences": (2, 7), "characters": (20, 260)}[unit][seed > 1]
    focus = None if seed % 2 else 1.0 + np.random.default_rng(seed).random(len(made))
    budget = Budget(amount=amount, unit=unit)
    selection = choose(made, RANKERS[name](), budget, focus=focus)
    naive = Naive(made, RANKERS[name](), budget, focus)
    if selection.everything:
        assert sorted(rows(selection)) == naive.distinct
    else:
        assert rows(selection) == naive.chosen()
    gains = [pick.gain for pick in selection.picks]
    assert sum(gains) == pytest.approx(naive.total(rows(selection), level=2))


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


def test_a_sentence_that_points_back_comes_only_behind_its_antecedent():
    made = pool(
        "Kim crossed the border line on foot. He shook hands with everyone there.",
        "He praised the court in a long speech. Judges closed the very long trial.",
    )
    worth = Fixed(1, 9, 8, 2)
    assert rows(choose(made, worth, Budget(amount=1, unit="sentences"))) == [3]
    assert rows(choose(made, worth, Budget(amount=3, unit="sentences"))) == [3, 0, 1]
    left_out = choose(made, worth, Budget(amount=3, unit="sentences"), explain=True).drops
    assert [(drop.row, drop.reason) for drop in left_out] == [(2, "dangling")]


def test_with_its_antecedent_in_brackets_it_stands_alone_and_costs_more():
    made = pool("Anna Kolb crossed the border line today. She praised the court in a speech.")
    worth = Fixed(1, 9)
    assert made.bracket_words.tolist() == [0, 2]
    chosen = choose(made, worth, Budget(amount=9)).picks
    assert [(pick.row, pick.bracketed) for pick in chosen] == [(1, True)]
    assert rows(choose(made, worth, Budget(amount=8))) == [0]
    one = Budget(amount=1, unit="sentences")
    assert rows(choose(made, worth, one)) == [1]
    off = choose(made, worth, one, standalone=False).picks
    assert [(pick.row, pick.bracketed) for pick in off] == [(1, False)]
    characters = len("She [Anna Kolb] praised the court in a speech.")
    assert rows(choose(made, worth, Budget(amount=characters, unit="characters"))) == [1]
    assert rows(choose(made, worth, Budget(amount=characters - 1, unit="characters"))) == [0]


def test_without_room_for_brackets_it_is_better_than_nothing():
    made = pool("Anna Kolb crossed the border line on foot today. She praised the court.")
    [pick] = choose(made, Fixed(1, 9), Budget(amount=5)).picks
    assert (pick.row, pick.bracketed) == (1, False)


def test_a_quotation_is_chosen_whole_or_not_at_all():
    made = pool(
        "“The court was closed all day. The judges went home early,” Anna Kolb said.",
        "Old boats sank in a storm. “The harbour of the town burned down.",
    )
    worth = Fixed(9, 1, 2, 8)
    assert rows(choose(made, worth, Budget(amount=2, unit="sentences"))) == [0, 1]
    assert rows(choose(made, worth, Budget(amount=1, unit="sentences"))) == [2]
    told = choose(made, worth, Budget(amount=3, unit="sentences"), explain=True)
    assert rows(told) == [0, 1, 2]
    assert [(drop.row, drop.reason) for drop in told.drops] == [(3, "partial")]
    assert rows(choose(made, worth, Budget(amount=2, unit="sentences"), standalone=False)) == [0, 3]


def test_where_there_are_only_parts_of_quotations_one_is_better_than_none():
    made = pool("“The harbour of the town burned down.", "“Old boats sank in a storm.")
    assert rows(choose(made, Fixed(1, 2), Budget(amount=1, unit="sentences"))) == [1]


def test_where_every_sentence_points_back_one_of_them_is_better_than_none():
    made = pool("He crossed the border line on foot. She shook hands with everyone there.")
    assert rows(choose(made, Fixed(1, 2), Budget(amount=1, unit="sentences"))) == [1]


def test_short_sentences_fill_no_gaps():
    made = pool("Boats sank.", "The harbour of the old town burned.")
    assert rows(choose(made, Fixed(9, 1), Budget(amount=8))) == [1]
    assert rows(choose(made, Fixed(9, 1), Budget(amount=3))) == [0]


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
