import pytest

from summarizer.evaluation.ngrams import Overlap, gram_overlap, mean_overlap


def test_figures_by_hand():
    # 3 grams against 2, one of them shared
    found = gram_overlap("a b c d e f", "x b c d e")
    assert found == Overlap(precision=1 / 3, recall=1 / 2, f1=pytest.approx(0.4))


def test_case_marks_and_line_breaks_do_not_count():
    assert gram_overlap("One “two”\nthree, FOUR!", "one two three four").f1 == 1.0


def test_repetition_counts():
    assert gram_overlap("a b c d " * 2, "a b c d").precision == pytest.approx(1 / 5)


@pytest.mark.parametrize(("text", "gold"), [("", "a b c d"), ("a b c d", ""), ("a b c", "d e f")])
def test_nothing_shared_is_nothing(text, gold):
    assert gram_overlap(text, gold).f1 == 0.0


def test_short_texts_are_one_gram():
    assert gram_overlap("a b", "A b").f1 == 1.0


def test_the_mean_counts_pages_not_words():
    whole, none = gram_overlap("a b c d e f g", "a b c d e f g"), gram_overlap("", "a")
    assert mean_overlap([whole, none]).f1 == 0.5
