import numpy as np
import pytest

from summarizer.selection.similarity import first_of_each, weighted_rows
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
