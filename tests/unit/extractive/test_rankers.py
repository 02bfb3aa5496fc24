"""Each ranker against its formula, written without matrices or without shortcuts."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarizer.extractive.centroid import Centroid
from summarizer.extractive.coverage import EARLY, LONE, MANY, UNIGRAM_MASS, Coverage
from summarizer.extractive.lead import Lead
from summarizer.extractive.lexrank import DAMPING, LexRank, centrality
from summarizer.extractive.mmr import TRADE_OFF, MaximalMarginalRelevance
from summarizer.extractive.submodular import DIVERSITY, SATURATION, Submodular
from summarizer.extractive.textrank import DAMPING as GOING_ON
from summarizer.extractive.textrank import TextRank, word_walk
from summarizer.protocols import Asked
from summarizer.selection.similarity import first_of_each, weighted_rows
from tests.pools import pool, random_pool

SEEDS = range(6)


def gains(ranker, made, *added: int, focus=None):
    objective = ranker.objective(made, Asked(words=100.0, focus=focus))
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
    objective = Coverage().objective(made, Asked(words=100.0))
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


def submodular_worth(made, chosen, factors):
    """The worth of a set of distinct sentences as the paper writes it, pair by pair."""
    distinct = first_of_each(made).tolist()
    rows = weighted_rows(made).toarray()
    saturation = min(1.0, SATURATION / len(distinct))
    covered = sum(
        min(
            sum(factors[j] * (rows[i] @ rows[j]) for j in chosen),
            saturation * sum(rows[i] @ rows[j] for j in distinct),
        )
        for i in distinct
    )
    told = {}
    for j in chosen:
        source = int(made.group[made.article[j]])
        mean = sum(rows[i] @ rows[j] for i in distinct) / len(distinct)
        told[source] = told.get(source, 0.0) + factors[j] * mean
    return covered + DIVERSITY * sum(reward**0.5 for reward in told.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_submodular_gains_are_differences_of_the_worth(seed):
    made = random_pool(seed, articles=9)
    distinct = first_of_each(made).tolist()
    focus = 1.0 + np.random.default_rng(seed).random(len(made)) if seed % 2 else None
    factors = np.ones(len(made)) if focus is None else focus
    factors = {row: factors[made.same == made.same[row]].max() for row in distinct}
    chosen = distinct[1::9]
    before = submodular_worth(made, chosen, factors)
    expected = [
        submodular_worth(made, [*chosen, row], factors) - before if row not in chosen else 0.0
        for row in distinct
    ]
    found = gains(Submodular(), made, *chosen, focus=focus)
    np.testing.assert_allclose(found[distinct], expected, atol=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_submodular_bounds_are_tight_but_for_what_a_close_likeness_loses(seed):
    made = random_pool(seed, articles=9)
    objective = Submodular().objective(made, Asked(words=100.0))
    lost = objective.bounds() - objective.gains(np.arange(len(made)))
    rows = weighted_rows(made)[first_of_each(made)]
    likeness = np.sort((weighted_rows(made) @ rows.T).toarray(), axis=1)
    # every other sentence may be covered so far by one alone
    room = SATURATION / rows.shape[0] * np.asarray((rows @ rows.T).sum(axis=1)).min()
    close = np.maximum(likeness[:, :-1] - room, 0.0).sum(axis=1)
    assert (lost <= close + 1e-9).all()


def test_submodular_chooses_a_copy_once():
    told = "Boats sank near the port."
    made = pool(told, "Old boats sank in a storm.", told, "A port for old boats.")
    assert gains(Submodular(), made, 0)[[0, 2]].tolist() == [0, 0]
    assert gains(Submodular(), made, 2).tolist() == gains(Submodular(), made, 2, 0).tolist()
    once = gains(Submodular(), pool(told, "Old boats sank in a storm.", "A port for old boats."))
    np.testing.assert_allclose(gains(Submodular(), made)[[0, 1, 3]], once)


def test_submodular_prefers_a_source_that_told_nothing_yet():
    boats, judges = "Boats sank near the port.", "Judges voted on the law."
    made = pool(f"{boats} {judges}", "Divers waited in a cave. Rivers rose after rain.")
    found = gains(Submodular(), made, 0)
    np.testing.assert_allclose(found[2], found[3])
    assert found[2] > found[1] > 0


@pytest.mark.parametrize("ranker", [Submodular(), TextRank()], ids=["submodular", "textrank"])
def test_sentences_without_content_words_are_worth_nothing(ranker):
    made = pool(
        "He is not. It was so.", "***", "Boats sank near the port.", "The port of old boats."
    )
    assert (gains(ranker, made) > 0).tolist() == [False] * 3 + [True] * 2
    assert gains(ranker, pool("It was so. ***")).tolist() == [0, 0]
    assert gains(ranker, pool()).tolist() == []


def test_lead_takes_first_sentences_first_in_the_order_given():
    made = pool("A boat sank. It was old.", "A judge voted. He left. He slept.", "Divers waited.")
    order = np.argsort(-gains(Lead(), made), kind="stable")
    places = [(int(made.index[row]), int(made.given[made.article[row]])) for row in order]
    assert places == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 1)]
