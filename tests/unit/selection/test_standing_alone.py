"""What cannot stand alone: behind its antecedent, in brackets, with the rest, or last of all."""

from summarizer.selection.greedy import choose
from summarizer.selection.outcome import Selection
from summarizer.types import Budget
from tests.fixed_ranker import Fixed, rows
from tests.pools import pool


def loose(selection: Selection) -> list[tuple[int, bool]]:
    return [(pick.row, pick.loose) for pick in selection.picks]


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


def test_what_cannot_stand_alone_fills_a_budget_that_would_stay_empty():
    made = pool(
        "Old boats sank in a storm.",
        "He praised the harbour of the town in a long speech. He closed the very long trial.",
    )
    worth = Fixed(1, 2, 3)
    assert loose(choose(made, worth, Budget(amount=13))) == [(0, False), (2, True)]
    assert loose(choose(made, worth, Budget(amount=12))) == [(0, False)]
    assert loose(choose(made, worth, Budget(amount=13), standalone=False)) == [
        (2, False),
        (0, False),
    ]


def test_short_ones_never_fill_it():
    made = pool("Old boats sank in a storm.", "He left. Boats sank. Fire broke out. No, he said.")
    assert rows(choose(made, Fixed(1, 2, 3, 4, 5), Budget(amount=15))) == [0]


def test_what_is_told_may_be_told_of_any_article_where_it_can_stand():
    """The same sentence is a part of a quotation in one article, and a whole one in another."""
    made = pool(
        "“The harbour of the town burned down. Old boats sank in a storm.",
        "Old boats sank in a storm. The judges closed the very long trial.",
    )
    assert made.same[1] == made.same[2]
    assert loose(choose(made, Fixed(1, 9, 9, 2), Budget(amount=7))) == [(2, False)]


def test_a_quotation_repeats_what_any_of_its_sentences_repeats():
    made = pool(
        "“The court was closed all day. Many old boats sank in the great storm,” Kolb said.",
        "Many old boats sank in the great storm. The minister praised the new teachers.",
    )
    two = choose(made, Fixed(1, 1, 9, 1), Budget(amount=3, unit="sentences"), explain=True)
    assert rows(two) == [2, 3]
    assert [(drop.row, drop.reason, drop.instead) for drop in two.drops] == [
        (0, "repeats", 2),
        (1, "repeats", 2),
    ]


def test_a_quotation_of_short_sentences_tells_enough():
    made = pool(
        "“Boats sank. Judges ran. Nobody stayed,” Kolb said.",
        "The harbour of the old town burned for hours.",
    )
    assert rows(choose(made, Fixed(9, 9, 9, 1), Budget(amount=9))) == [0, 1, 2]


def test_behind_a_quotation_comes_what_points_back_to_it():
    made = pool(
        "“The court was closed. The judges went home early,” said the old clerk. "
        "He praised the harbour of the town.",
        "Old boats sank in a storm.",
    )
    assert made.bracket_words.tolist() == [0, 0, 0, 0]
    told = choose(made, Fixed(2, 2, 9, 1), Budget(amount=3, unit="sentences"))
    assert loose(told) == [(0, False), (1, False), (2, False)]


def test_what_does_not_fit_with_the_rest_of_its_quotation_says_so():
    made = pool(
        "“The court was closed. The judges went home early,” said the old clerk.",
        "Old boats sank in a storm.",
    )
    drops = choose(made, Fixed(9, 9, 1), Budget(amount=7), explain=True).drops
    assert [(drop.row, drop.reason) for drop in drops] == [(0, "too_long_whole"), (1, "partial")]
