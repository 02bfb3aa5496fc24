import numpy as np
import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import SentenceFlag
from summarizer.protocols import Asked
from summarizer.selection.greedy import bracket_costs, choose, costs
from summarizer.selection.search import ENOUGH, LEAST_WORDS
from summarizer.selection.similarity import (
    CONTAINED,
    LIKE,
    SAME,
    first_of_each,
    weighted_rows,
)
from summarizer.selection.table import ROUNDS
from summarizer.types import Budget
from tests.fixed_ranker import UNITS, rows
from tests.pools import random_pool


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
        # the rows that earlier passes chose, and those of the strict one
        self.before: list[int] = []
        self.strictly: set[int] = set()
        self.inside, self.open = (
            [bool(flag & which) for flag in made.flags]
            for which in (SentenceFlag.INSIDE, SentenceFlag.OPEN)
        )
        self.distinct = sorted(self.representative(same) for same in set(made.same.tolist()))

    def representative(self, same: int) -> int:
        """The first row with these words that can be told alone, or just the first one."""
        rows = [row for row in range(len(self.made)) if self.made.same[row] == same]
        standing = [row for row in rows if self.alone(row) and self.parts(row, True)]
        return (standing or rows)[0]

    def alone(self, row: int) -> bool:
        return bool(
            not self.made.flags[row] & SentenceFlag.DANGLING or self.made.bracket_words[row]
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
            if after == len(self.made) or not self.inside[after]:
                return None
            if self.made.article[after] != self.made.article[row]:
                return None
            rows.append(after)
        return rows

    def cost(self, rows: list[int], level: int) -> int:
        bracketed = rows if level == 0 else [row for row in rows if row in self.strictly]
        return int(self.plain[rows].sum() + self.brackets[bracketed].sum())

    def gains(self, chosen: list[int]):
        objective = self.ranker.objective(self.made, self.asked)
        for row in chosen:
            objective.add(row)
        return objective.gains(np.arange(len(self.made)))

    def told(self, chosen: list[int], level: int) -> list[int]:
        """What is told already, and these with the rest of their quotations."""
        return [*self.before, *(part for row in chosen for part in self.parts(row, level < 2))]

    def gain(self, gains, rows: list[int]) -> float:
        return sum(gains[rows]) / (1 if self.ranker.refined else len(rows))

    def total(self, chosen: list[int], level: int) -> float:
        return sum(
            self.gain(self.gains(self.told(chosen[:n], level)), self.parts(row, level < 2))
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
                told = self.told(chosen, level)
                if (
                    rows is not None
                    and row not in told
                    and row != without
                    and self.cost(rows, level) <= left
                    and not self.alike[np.ix_(rows, told)].any()
                    and (level > 0 or self.alone(row) or self.follows(row, told))
                    and ((level > 0 and not self.before) or self.tells(rows))
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

    def follows(self, row: int, told: list[int]) -> bool:
        return row - 1 in told and bool(self.made.article[row - 1] == self.made.article[row])

    def tells(self, rows: list[int]) -> bool:
        return bool(self.made.words[rows].sum() >= LEAST_WORDS)

    def chosen(self) -> list[int]:
        for level in range(3):
            if self.before and self.cost(self.before, 1) >= ENOUGH * self.amount:
                break
            picks = self.best_of([], level)
            if self.ranker.refined and not self.before:
                picks = self.exchanged(picks, level)
            self.before += self.told(picks, level)
            if level == 0:
                self.strictly = set(self.before)
        return self.before

    def exchanged(self, picks: list[int], level: int) -> list[int]:
        for _ in range(ROUNDS):
            for row in list(picks):
                if row in picks:
                    kept = [
                        each for each in picks if each not in self.with_followers(row, picks, level)
                    ]
                    other = self.best_of(kept, level, without=row)
                    if self.total(other, level) > self.total(picks, level) * (1 + 1e-12):
                        picks = other
        return picks

    def with_followers(self, row: int, picks: list[int], level: int) -> set[int]:
        gone = {row}
        while (after := self.parts(row, level < 2)[-1] + 1) in picks:
            if self.alone(after) or self.made.article[after] != self.made.article[row]:
                break
            gone.add(after)
            row = after
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
        if made.same[one] == made.same[other]:
            return True
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
    naive.before = []
    assert sum(gains) == pytest.approx(naive.total(rows(selection), level=2))
