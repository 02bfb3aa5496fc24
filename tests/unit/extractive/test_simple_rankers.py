"""Lead, centroid and MMR against their formulas; sentences that no ranker wants."""

import numpy as np
import pytest

from summarizer.extractive.centroid import Centroid
from summarizer.extractive.lead import Lead
from summarizer.extractive.mmr import TRADE_OFF, MaximalMarginalRelevance
from summarizer.extractive.submodular import Submodular
from summarizer.extractive.textrank import TextRank
from summarizer.selection.similarity import first_of_each, weighted_rows
from tests.pools import gains, pool, random_pool

SEEDS = range(6)


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
