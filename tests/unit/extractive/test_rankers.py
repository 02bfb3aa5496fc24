"""Each ranker against its formula, written without matrices or without shortcuts."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarizer.extractive.centroid import Centroid
from summarizer.extractive.coverage import EARLY, LONE, MANY, UNIGRAM_MASS, Coverage
from summarizer.extractive.lead import Lead
from summarizer.extractive.lexrank import DAMPING, LexRank, centrality
from summarizer.extractive.mmr import TRADE_OFF, MaximalMarginalRelevance
from summarizer.selection.similarity import first_of_each, weighted_rows
from tests.pools import pool, random_pool

SEEDS = range(6)


def gains(ranker, made, *added: int):
    objective = ranker.objective(made)
    for row in added:
        objective.add(row)
    return objective.gains(np.arange(len(made)))


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


@pytest.mark.parametrize("seed", SEEDS)
def test_centroid_is_the_cosine_to_the_mean_of_distinct_sentences(seed):
    made = random_pool(seed)
    rows = weighted_rows(made).toarray()
    middle = np.mean([rows[row] for row in first_of_each(made)], axis=0)
    expected = [
        row @ middle / (np.linalg.norm(row) * np.linalg.norm(middle)) if row.any() else 0.0
        for row in rows
    ]
    np.testing.assert_allclose(gains(Centroid(), made), expected, atol=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_mmr_weighs_relevance_against_the_nearest_choice(seed):
    made = random_pool(seed)
    rows = weighted_rows(made).toarray()
    relevance = gains(Centroid(), made)
    chosen = [0, len(made) // 2, len(made) - 1]
    nearest = np.max([[one @ rows[row] for row in chosen] for one in rows], axis=1)
    expected = TRADE_OFF * relevance - (1 - TRADE_OFF) * nearest
    np.testing.assert_allclose(
        gains(MaximalMarginalRelevance(), made, *chosen), expected, atol=1e-12
    )
    np.testing.assert_allclose(gains(MaximalMarginalRelevance(), made), TRADE_OFF * relevance)


def concept_weights(made, concepts, factor):
    """A concept's weight from the docstring, article by article."""
    held = concepts.toarray() > 0
    groups = made.group[made.article]
    result = np.zeros(held.shape[1])
    for column in range(held.shape[1]):
        sources = set(groups[held[:, column]].tolist())
        support = sum(
            1 + EARLY / (1 + made.index[held[:, column] & (groups == source)].min() / 3)
            for source in sources
        )
        alone = len(sources) == 1 and len(set(groups.tolist())) >= MANY
        result[column] = support**2 * (LONE if alone else 1.0)
    return result * factor


@pytest.mark.parametrize("seed", SEEDS)
def test_coverage_is_the_weight_of_concepts_not_yet_told(seed):
    made = random_pool(seed, articles=3 if seed % 2 else 7)
    pairs = concept_weights(made, made.bigrams, np.where(made.bigram_function == 2, 0.5, 1.0))
    singles = concept_weights(made, made.unigrams, ~made.unigram_function)
    pairs *= (1 - UNIGRAM_MASS) / (pairs.sum() or 1)
    singles *= UNIGRAM_MASS / (singles.sum() or 1)
    chosen = [1, len(made) - 1]
    expected = np.zeros(len(made))
    for counts, weights in ((made.bigrams.toarray(), pairs), (made.unigrams.toarray(), singles)):
        told = (counts[chosen] > 0).any(axis=0)
        expected += (counts > 0) @ np.where(told, 0.0, weights)
    np.testing.assert_allclose(gains(Coverage(), made, *chosen), expected, atol=1e-12)


def test_coverage_of_everything_leaves_nothing_and_sums_to_one():
    made = random_pool(1)
    objective = Coverage().objective(made)
    total = 0.0
    for row in range(len(made)):
        total += float(objective.gains(np.array([row]))[0])
        objective.add(row)
    assert total == pytest.approx(1.0)
    assert objective.gains(np.arange(len(made))).max() == pytest.approx(0.0)


def test_coverage_counts_copies_once():
    told = "Boats sank near the port."
    others = ["Judges voted on the law.", "Divers waited in a cave."]
    once = gains(Coverage(), pool(told, *others))
    copied = gains(Coverage(), pool(told, *others, told, groups=[0, 1, 2, 0]))
    np.testing.assert_allclose(copied[:3], once)
    independent = gains(Coverage(), pool(told, *others, told))
    assert independent[0] > once[0]


def test_lead_takes_first_sentences_first_in_the_order_given():
    made = pool("A boat sank. It was old.", "A judge voted. He left. He slept.", "Divers waited.")
    order = np.argsort(-gains(Lead(), made), kind="stable")
    places = [(int(made.index[row]), int(made.given[made.article[row]])) for row in order]
    assert places == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 1)]
