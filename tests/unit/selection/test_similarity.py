import numpy as np
import pytest

from summarizer.selection.similarity import first_of_each, repeats, weighted_rows
from tests.pools import pool, random_pool


def naive_rows(made):
    """The formula of the docstring, a row and a word at a time."""
    counts = made.unigrams.toarray()
    distinct = list({int(same): row for row, same in reversed(list(enumerate(made.same)))}.values())
    rows = np.zeros(counts.shape)
    for row in range(counts.shape[0]):
        for column in range(counts.shape[1]):
            if counts[row, column] and not made.unigram_function[column]:
                frequency = sum(counts[each, column] > 0 for each in distinct)
                idf = np.log(1 + len(distinct) / frequency)
                rows[row, column] = (1 + np.log(counts[row, column])) * idf
        length = np.linalg.norm(rows[row])
        rows[row] /= length or 1.0
    return rows


@pytest.mark.parametrize("seed", range(6))
def test_rows_are_weighted_as_documented(seed):
    made = random_pool(seed)
    np.testing.assert_allclose(weighted_rows(made).toarray(), naive_rows(made), atol=1e-12)


def test_a_copy_makes_no_word_commoner():
    texts = ["Boats sank. Ships burned.", "Boats arrived."]
    once = weighted_rows(pool(*texts)).toarray()
    twice = weighted_rows(pool(*texts, texts[0])).toarray()
    np.testing.assert_allclose(twice[:3], once, atol=1e-12)


def test_a_sentence_of_function_words_is_like_nothing():
    rows = weighted_rows(pool("He is not. Boats sank. ***")).toarray()
    assert np.linalg.norm(rows, axis=1).round(12).tolist() == [0.0, 1.0, 0.0]


def test_the_first_of_equal_rows_stands_for_them():
    made = pool("Boats sank. Ships burned.", "Boats sank! Fire spread. Ships burned.")
    assert first_of_each(made).tolist() == [0, 1, 3]
    assert len(first_of_each(pool())) == 0
    assert weighted_rows(pool()).shape == (0, 0)


def same(*texts: str) -> bool:
    """Whether the first two sentences repeat each other, among others that share their words."""
    made = pool(*texts, "A court ruled. A storm came. Boats left the harbour. Prices rose again.")
    return bool(repeats(made, np.arange(len(made)))[0, 1])


def test_a_paraphrase_that_adds_detail_repeats():
    short = "A police officer shot a man with a gun at the school of business on Tuesday."
    long = (
        "At a press conference the force confirmed that an officer shot a man at the school of "
        "business on Tuesday after he showed a gun."
    )
    assert same(short, long)
    assert same(long, short)


def test_another_number_is_another_fact():
    text = "Prices of the {} plan rose in the northern towns by {} cents a month."
    assert same(text.format("2018", "40"), text.format("2018", "40").replace("rose", "went up"))
    one, other = (f"The {year} plan decides who pays in the {place}." for year, place in PLANS)
    assert not same(one, other)


PLANS = (("2017", "northern towns"), ("2018", "southern ports"))


def test_few_shared_words_are_no_repetition():
    assert not same("Old boats sank in a storm.", "The storm closed the harbour of the old town.")


def test_nothing_repeats_nothing():
    assert repeats(pool(), np.arange(0)).shape == (0, 0)
