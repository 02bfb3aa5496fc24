from datetime import date

import numpy as np
import pytest

from summarizer.selection.stacking import stack
from summarizer.stories.copies import copy_groups
from summarizer.stories.timelines import (
    DatedText,
    Period,
    Plan,
    choose_entries,
    gather_evidence,
)
from summarizer.stories.timelines.choice import most_dates
from summarizer.stories.timelines.ranking import period_scores
from summarizer.text.tokens import stem_hashes
from tests.pools import prepared

JUNE = date(2019, 6, 30)  # a Sunday


def gathered(*articles, query=None):
    """Evidence of (text, published) pairs; hashes are their numbers, so their order is kept."""
    forms = [prepared(text, hashed=f"{n:04}") for n, (text, _) in enumerate(articles)]
    texts = [(text, [DatedText(start=0, end=len(text), published=day)]) for text, day in articles]
    pool = stack(forms, copy_groups(forms))
    return gather_evidence(pool, texts, forms, None if query is None else stem_hashes(query, "en"))


def day(number, month=6):
    return Period(start=date(2019, month, number), precision="day")


def test_a_day_weighs_more_the_later_it_is_told_of():
    scores = period_scores(
        gathered(
            ("The old ferry sank near the island on 3 June 2019.", JUNE),
            ("Divers had looked for gold near the coast on 29 June 2019.", JUNE),
        )
    )
    # 27 days from the 3rd to the 30th; 1 day from the 29th
    assert scores[day(3)] == pytest.approx(1 + 0.5 * np.log(28))
    assert scores[day(29)] == pytest.approx(1 + 0.5 * np.log(2))


def test_a_day_that_is_named_twice_in_an_article_counts_once_and_a_copy_not_at_all():
    text = (
        "The ferry Maria sank on 3 June 2019 near the island of Rab after a fire in the kitchen. "
        "On 3 June 2019 the sea was calm, and forty people aboard were saved by fishermen."
    )
    once = period_scores(gathered((text, JUNE)))
    twice = period_scores(gathered((text, JUNE), (text + " More follows here.", JUNE)))
    other = "A mayor of another town spoke of what happened to all of them on 3 June 2019."
    assert once[day(3)] == twice[day(3)]
    assert period_scores(gathered((text, JUNE), (other, JUNE)))[day(3)] == 2 * once[day(3)]


def test_of_copies_the_first_print_says_which_sunday_is_meant():
    text = "The ferry Maria sank on Sunday near the island of Rab after a fire in the kitchen. " * 2
    found = gathered((text, date(2019, 7, 8)), (text, date(2019, 7, 1)))
    assert {each.period for each in found.mentions if each.words} == {day(30)}


def test_an_article_that_names_no_day_tells_of_its_own():
    told = gathered(("The ferry sank near the island and all were saved by fishermen.", JUNE))
    assert [(each.period, each.source) for each in told.mentions] == [(day(30), "published")]
    named = gathered(("The ferry sank near the island on Saturday, and all were saved.", JUNE))
    assert [(each.period, each.source) for each in named.mentions] == [(day(29), "relative")]


def test_longer_periods_that_are_not_over_or_that_go_on_since_name_no_event():
    told = gathered(
        ("This year is hot, and later this month it will rain, and in June it rained.", JUNE),
        ("He has met her many times since he became the president in 2017, he says.", JUNE),
        ("They met for the first time in Singapore in June 2018 and then in March.", JUNE),
    )
    longer = {each.period for each in told.mentions if each.period.precision != "day"}
    assert longer == {
        Period(start=date(2018, 6, 1), precision="month"),
        Period(start=date(2019, 3, 1), precision="month"),
    }


def test_each_day_is_told_by_a_sentence_of_its_own_in_order():
    told = gathered(
        (
            (
                "The parliament voted on the budget on 5 June 2019 after a debate of nine hours. "
                "The court rejected the appeal of the minister on 20 June 2019 without a hearing."
            ),
            JUNE,
        ),
    )
    entries = choose_entries(told, Plan(days=2))
    assert [each.period for each in entries] == [day(5), day(20)]
    assert [each.rows for each in entries] == [(0,), (1,)]


def test_a_sentence_that_repeats_one_of_another_date_is_passed_over():
    told = gathered(
        ("The court rejected the last appeal of the minister on 5 June 2019.", JUNE),
        ("The court rejected the last appeal of the minister on 20 June 2019.", JUNE),
        ("A storm flooded the harbour and the old airport on 21 June 2019.", JUNE),
    )
    entries = choose_entries(told, Plan(days=2))
    assert [each.period for each in entries] == [day(5), day(21)]


def test_days_that_one_sentence_names_together_are_one_entry():
    told = gathered(
        ("The leaders will meet in Hanoi on February 27 and 28, the palace said.", date(2019, 2, 8))
    )
    (entry,) = choose_entries(told, Plan(days=3, first=date(2019, 2, 20)))
    assert (entry.period.start, entry.until) == (date(2019, 2, 27), date(2019, 2, 28))
    assert entry.rows == (0,)


def test_only_sentences_with_a_word_of_the_question_are_told():
    told = gathered(
        (
            (
                "The ferry Maria sank near the island on 5 June 2019 with forty people aboard. "
                "The parliament voted on the budget on 20 June 2019 after a long debate."
            ),
            JUNE,
        ),
        query="ferries",
    )
    assert [each.period for each in choose_entries(told, Plan())] == [day(5)]


def test_what_cannot_stand_alone_is_told_only_where_nothing_else_is():
    told = gathered(
        (
            (
                "Many people came to see the wreck of the ship that lay upon the beach. "
                "He sank the ferry in the harbour of the island on 5 June 2019, they say. "
                "A ferry sank in the harbour of the island on 5 June 2019, police say. "
                "But he fled to the mountains in a stolen car on 7 June 2019, they say."
            ),
            JUNE,
        ),
    )
    rows = {each.period: each.rows for each in choose_entries(told, Plan(days=3))}
    assert rows[day(5)] == (2,)
    assert rows[day(7)] == (3,)


def test_a_date_that_rests_on_a_guess_at_its_article_s_is_told_where_no_other_names_it():
    words = "The ferry Maria sank near the island", "The old lighthouse of the port fell"
    texts = [f"{words[0]} on Saturday. {words[1]} on Friday.", f"{words[0]} of Rab on Saturday."]
    for guessed, known in ((0, 1), (1, 0)):
        forms = [prepared(text, hashed=f"{number:04}") for number, text in enumerate(texts)]
        stretches = [
            (text, [DatedText(start=0, end=len(text), published=JUNE, inferred=place == guessed)])
            for place, text in enumerate(texts)
        ]
        told = gather_evidence(stack(forms, copy_groups(forms)), stretches, forms, None)
        entries = {each.period: each.mentions for each in choose_entries(told, Plan(days=2))}
        assert [int(told.pool.article[each.row]) for each in entries[day(29)]] == [known]
        assert entries[day(28)][0].source == ("inferred" if guessed == 0 else "relative")


def test_an_opening_that_speaks_of_another_time_does_not_tell_its_article_s_day():
    told = gathered(("They met for the first time in Singapore in June 2018, in a hotel.", JUNE))
    (entry,) = choose_entries(told, Plan())
    assert entry.period == Period(start=date(2018, 6, 1), precision="month")


def test_days_outside_the_range_are_not_told_and_a_month_only_when_all_of_it_is_inside():
    told = gathered(
        ("They met in Singapore in June 2018, and in Hanoi in February 2019 again.", JUNE),
        ("The treaty was signed in the palace by both leaders on 3 May 2019.", JUNE),
    )
    first = date(2019, 2, 1)
    assert choose_entries(told, Plan(first=first))[0].period.start == first
    later = choose_entries(told, Plan(first=date(2019, 2, 2), last=date(2019, 5, 31)))
    assert [e.period for e in later] == [day(3, month=5)]


def test_how_many_dates_stand_out():
    assert most_dates([]) == 0
    assert most_dates([9.0, 8.0, 7.0, 3.9, 1.0]) == 4  # half of the median, 7, is 3.5
    assert most_dates([100.0, 4.0, 4.0, 4.0, 1.9]) == 4
    assert most_dates([1.0] * 500) == 20
