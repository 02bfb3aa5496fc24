"""LexRank and TextRank against linear algebra on dense matrices."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarizer.extractive.lexrank import DAMPING, LexRank, centrality
from summarizer.extractive.textrank import DAMPING as GOING_ON
from summarizer.extractive.textrank import TextRank, word_walk
from summarizer.selection.similarity import first_of_each, weighted_rows
from tests.pools import gains, pool, random_pool

SEEDS = range(6)


def stationary(similarity):
    """LexRank by linear algebra: the eigenvector of the dense, damped walk among linked rows."""
    similarity = similarity.copy()
    np.fill_diagonal(similarity, 0.0)
    linked = np.flatnonzero(similarity.sum(axis=1) > 1e-12)
    result = np.zeros(len(similarity))
    if len(linked):
        inner = similarity[np.ix_(linked, linked)]
        walk = DAMPING / len(linked) + (1 - DAMPING) * inner / inner.sum(axis=1, keepdims=True)
        values, vectors = np.linalg.eig(walk.T)
        leading = np.real(vectors[:, np.argmax(np.real(values))])
        result[linked] = leading / leading.sum()
    return result


@pytest.mark.parametrize("seed", SEEDS)
def test_lexrank_is_the_stationary_distribution(seed):
    made = random_pool(seed, articles=10)
    distinct = first_of_each(made)
    rows = weighted_rows(made)
    salience = gains(LexRank(), made)
    expected = stationary((rows[distinct] @ rows[distinct].T).toarray())
    np.testing.assert_allclose(salience[distinct], expected, atol=1e-8)
    assert salience[distinct].sum() == pytest.approx(1.0)


def test_lexrank_leaves_out_rows_without_neighbours():
    rows = np.zeros((5, 4))
    rows[0, 0] = rows[1, 0] = 1.0
    rows[2, 1:3] = 0.5**0.5
    rows[4, 3] = 1.0
    rank = centrality(csr_array(rows))
    np.testing.assert_allclose(rank, stationary(rows @ rows.T), atol=1e-9)
    assert rank.tolist() == pytest.approx([0.5, 0.5, 0, 0, 0])
    assert centrality(csr_array((3, 2))).tolist() == [0, 0, 0]


def test_lexrank_gives_list_marks_nothing():
    made = pool("1. Boats sank near the port. 2. Old boats sank. 3. A port for boats. ***")
    salience = gains(LexRank(), made)
    assert (salience[:3] > 0).all()
    assert salience[-1] == 0


def words_held(made, rows):
    """The content words of each row, as sets."""
    counts = made.unigrams.toarray() * ~made.unigram_function
    return [set(np.flatnonzero(counts[row]).tolist()) for row in rows]


def text_rank(sentences):
    """TextRank as the paper writes it: a weight for each pair, then a system of equations."""
    count = len(sentences)
    weights = np.zeros((count, count))
    for i, one in enumerate(sentences):
        for j, other in enumerate(sentences):
            if i != j and len(one) * len(other) > 1:
                weights[i, j] = len(one & other) / (np.log(len(one)) + np.log(len(other)))
    linked = np.flatnonzero(weights.sum(axis=0))
    result = np.zeros(count)
    if len(linked):
        inner = weights[np.ix_(linked, linked)]
        walk = np.eye(len(linked)) - GOING_ON * inner / inner.sum(axis=0)
        result[linked] = np.linalg.solve(walk, np.full(len(linked), 1 - GOING_ON))
    return result / (result.sum() or 1.0)


@pytest.mark.parametrize("seed", SEEDS)
def test_textrank_solves_the_equations_of_the_paper(seed):
    made = random_pool(seed, articles=10)
    distinct = first_of_each(made)
    salience = gains(TextRank(), made)
    expected = text_rank(words_held(made, distinct))
    np.testing.assert_allclose(salience[distinct], expected, rtol=0, atol=1e-9)
    assert salience[distinct].sum() == pytest.approx(1.0)


def test_textrank_holds_for_lengths_far_apart():
    chance = np.random.default_rng(0)
    sizes = [1, 1, 2, 3, 5, 8, 40, 41, 120, 300, *chance.integers(1, 60, 60)]
    held = np.zeros((len(sizes), 400))
    for row, size in enumerate(sizes):
        held[row, chance.choice(400, size, replace=False)] = 1.0
    expected = text_rank([set(np.flatnonzero(row).tolist()) for row in held])
    np.testing.assert_allclose(word_walk(csr_array(held)), expected, rtol=0, atol=1e-9)


def test_textrank_does_not_link_sentences_of_one_word():
    made = pool("Boats! Judges voted.", "The boats. Judges left the court.", "Boats.")
    assert (gains(TextRank(), made) > 0).tolist() == [False, True, False, True, False]
