"""Against all cosines."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarizer.stories import neighbours
from summarizer.stories.neighbours import LEAST_SIMILARITY, NEIGHBOURS, STRONGEST, near, strongest
from summarizer.stories.story_vectors import story_vectors
from tests import corpus

CORPUS = story_vectors([corpus.prepared(article) for _, article in corpus.every_article()]).values


def all_pairs(vectors: csr_array) -> np.ndarray:
    found = (vectors @ vectors.T).toarray()
    np.fill_diagonal(found, 0.0)
    return np.where(found >= LEAST_SIMILARITY, found, 0.0)


def test_the_sample_corpus_has_the_similarities_of_a_comparison_of_all_pairs():
    expected, found = all_pairs(CORPUS), near(CORPUS).toarray()
    kept = found > 0
    assert found[kept] == pytest.approx(expected[kept])
    # none that matters is missed
    assert expected[~kept].max() < 0.1


def test_similarities_are_symmetric_without_those_to_oneself():
    found = near(CORPUS).toarray()
    assert (found == found.T).all()
    assert not found.diagonal().any()


def test_the_nearest_are_kept(monkeypatch):
    monkeypatch.setattr(neighbours, "NEIGHBOURS", 2)
    expected, found = all_pairs(CORPUS), near(CORPUS).toarray()
    for row, values in enumerate(expected):
        for column in np.argsort(-values, kind="stable")[:2]:
            assert found[row, column] == pytest.approx(values[column])
    assert (found > 0).sum() < (expected > 0).sum() / 2
    assert NEIGHBOURS == 40


@pytest.mark.parametrize("name", ["_BLOCK", "_PAIRS"])
def test_the_size_of_the_blocks_changes_nothing(monkeypatch, name):
    whole = near(CORPUS).toarray()
    monkeypatch.setattr(neighbours, name, 7)
    assert (near(CORPUS).toarray() == whole).all()


def test_the_strongest_terms_of_each_article():
    found = strongest(CORPUS)
    for row in range(CORPUS.shape[0]):
        kept = found[[row]].data
        given = CORPUS[[row]].data
        assert len(kept) == min(STRONGEST, len(given))
        assert sorted(kept) == sorted(given)[-len(kept) :]


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (2, 5)])
def test_articles_without_terms_have_no_neighbours(shape):
    assert near(csr_array(shape)).nnz == 0
