from datetime import date

import pytest

from summarizer.evaluation.timeline_measure import TimelineMeasure

ONE, TWO, THREE = (date(2019, 6, day) for day in (1, 2, 3))


def figures(told, reference, stop_words=()):
    found = TimelineMeasure(stop_words).agreement(told, reference)
    return found.rouge_1, found.rouge_2, found.dates


def test_a_timeline_agrees_with_itself():
    told = {ONE: ["The ferry sank at noon.", "Forty were saved."], THREE: ["Divers found it."]}
    assert figures(told, told) == (1.0, 1.0, 1.0)


def test_nothing_told_agrees_with_nothing():
    assert figures({}, {ONE: ["The ferry sank."]}) == (0.0, 0.0, 0.0)


def test_by_hand():
    """Told on the 1st: a b c d; the reference on the 2nd: a b x y.

    One day apart: half of each share counts. R-1: 2 of 4 shared, halved, both ways: .25. R-2: of 3
    pairs one is shared: 1/6 both ways. No date is right.
    """
    rouge_1, rouge_2, dates = figures({ONE: ["a b c d"]}, {TWO: ["a b", "x y"]})
    assert rouge_1 == pytest.approx(0.25)
    assert rouge_2 == pytest.approx(1 / 6)
    assert dates == 0.0


def test_several_days_may_be_aligned_with_one_and_each_counts_the_same():
    """Both days that were told are nearest to the 1st. The 1st: 1 of 1, the 2nd: 1 of 2, halved.

    Precision is the mean of 1 and .25, though the 2nd has twice as many words; recall is 1.
    """
    rouge_1, _, dates = figures({ONE: ["quake"], TWO: ["quake hits"]}, {ONE: ["quake"]})
    assert rouge_1 == pytest.approx(2 * 0.625 * 1 / 1.625)
    assert dates == pytest.approx(2 / 3)


def test_words_draw_a_day_to_one_further_away():
    """From the 1st: the 2nd costs 1/2 · 1, the 3rd 2/3 · (1 - 1) = 0."""
    rouge_1, _, _ = figures({ONE: ["quake"]}, {TWO: ["flood"], THREE: ["quake"]})
    # precision 1/3; recall: of the 2nd nothing, of the 3rd 1/3
    assert rouge_1 == pytest.approx(2 * (1 / 3) * (1 / 6) / (1 / 2))


def test_of_equal_costs_the_earlier_day_wins():
    """From the 2nd both others are a day away and share nothing with it but `b` in the 3rd's case,
    which costs less; without it, the 1st is taken."""
    reference = {ONE: ["quake a"], THREE: ["quake b"]}
    alone = figures({TWO: ["quake"]}, reference)
    assert alone[0] == pytest.approx(2 * 0.5 * 0.25 / 0.75)
    # pairs tell which was taken: "quake a" is shared with the 1st only
    tied = figures({TWO: ["quake a quake b"]}, reference)
    assert tied[1] == pytest.approx(2 * (1 / 3 / 2) * 0.5 / (1 / 3 / 2 + 0.5))


def test_stop_words_are_out_before_pairs_are_made_and_words_are_stemmed():
    told, reference = {ONE: ["The divers of the wreck"]}, {ONE: ["Diver wrecks"]}
    assert figures(told, reference, {"the", "of"})[:2] == (1.0, 1.0)
    assert figures(told, reference)[1] == 0.0
    # words of three letters stay as they are
    assert figures({ONE: ["ads"]}, {ONE: ["ad"]})[0] == 0.0
