from datetime import date

from summarizer.extractive.ordering import told
from summarizer.prepared import SentenceFlag
from summarizer.selection.outcome import Pick
from tests.pools import pool

MONDAY, TUESDAY = date(2019, 6, 24), date(2019, 6, 25)
MADE = pool(
    "Boats sank in a storm. He saw it. She saw it too. Fire spread fast.",
    "Judges closed a trial. They left. Divers waited.",
)
assert [row for row in range(7) if MADE.flags[row] & SentenceFlag.DANGLING] == [1, 2, 5]


def order(rows, days, by="chronological"):
    picks = [Pick(row=row, gain=1.0) for row in rows]
    return [rows[place] for place in told(picks, MADE, by, days)]


def test_by_day_then_by_place_in_the_article_then_by_article():
    assert order([6, 4, 3, 0], [MONDAY, MONDAY, MONDAY, MONDAY]) == [0, 4, 6, 3]
    assert order([0, 3, 4], [TUESDAY, MONDAY, MONDAY]) == [4, 3, 0]


def test_of_two_first_sentences_that_comes_first_which_gained_more():
    picks = [Pick(row=0, gain=1.0), Pick(row=4, gain=2.0)]
    assert told(picks, MADE, "chronological", [MONDAY, MONDAY]) == (1, 0)


def test_neighbours_of_one_day_stay_together():
    apart = pool("Boats sank. Fire spread. Judges left.", "Divers waited. Rain fell.")
    picks = [Pick(row=row, gain=1.0) for row in (4, 1, 3, 0)]
    assert told(picks, apart, "chronological", [MONDAY] * 4) == (3, 1, 2, 0)
    days = [MONDAY, TUESDAY, MONDAY, MONDAY]
    assert told(picks, apart, "chronological", days) == (3, 2, 0, 1)


def test_a_quotation_is_told_in_one_piece():
    quoted = pool("“Boats sank. Fire spread,” Kim said. “Rain fell,” Kim said.")
    picks = [Pick(row=row, gain=1.0) for row in (1, 2, 0)]
    assert told(picks, quoted, "salience", [None] * 3) == (1, 2, 0)
    assert told(picks, quoted, "chronological", [MONDAY, None, TUESDAY]) == (2, 0, 1)


def test_what_is_known_of_no_day_comes_last():
    assert order([0, 4, 6], [None, TUESDAY, MONDAY]) == [6, 4, 0]


def test_a_day_that_an_undated_article_recalls_does_not_part_its_sentences():
    assert order([0, 3, 4], [None, MONDAY, TUESDAY]) == [4, 0, 3]


def test_a_sentence_that_points_back_stays_behind_the_one_before_it():
    assert order([2, 4, 1, 0], [MONDAY, MONDAY, TUESDAY, TUESDAY]) == [4, 0, 1, 2]
    assert order([2, 1, 4, 0], [MONDAY] * 4, by="salience") == [4, 0, 1, 2]


def test_without_its_antecedent_it_has_a_place_of_its_own():
    assert order([2, 5, 0], [MONDAY, MONDAY, TUESDAY]) == [5, 2, 0]
    assert order([2, 0, 5], [MONDAY] * 3, by="salience") == [2, 0, 5]


def test_by_salience_the_choice_decides():
    assert order([6, 0, 3], [TUESDAY, None, MONDAY], by="salience") == [6, 0, 3]


def test_nothing_chosen_is_nothing_told():
    assert order([], []) == []


def test_every_sentence_is_told_once():
    rows = list(range(7))
    for by in ("chronological", "salience"):
        assert sorted(order(rows[::-1], [MONDAY] * 7, by=by)) == rows
