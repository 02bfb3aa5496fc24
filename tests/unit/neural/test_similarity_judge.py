"""A judge by embeddings that are simple enough to be known: texts are their words."""

import numpy as np
import pytest

from summarizer.errors import JudgeError, ModelUnavailableError
from summarizer.grounding.checker import SUPPORTED
from summarizer.neural.similarity_judge import SimilarityJudge
from tests.fakes import WordEmbedder

FERRY = "The ferry sank near the island at noon."
CAPTAIN = "Police in Busan questioned its captain for hours."


def support(claim, evidence, **settings):
    [found] = SimilarityJudge(WordEmbedder(**settings)).support([(claim, evidence)])
    return found


def test_a_copy_is_supported_by_one_sentence_or_by_all():
    assert support(FERRY, FERRY) == 1.0
    assert support(FERRY, f"{CAPTAIN} {FERRY}") == 1.0
    assert support(f"{FERRY} {CAPTAIN}", f"{FERRY} {CAPTAIN}") == 1.0


def test_what_is_about_something_else_is_not():
    assert support("Bananas ripen slowly.", f"{FERRY} {CAPTAIN}") == 0.0


def test_without_evidence_there_is_no_support():
    assert support(FERRY, "") == support(FERRY, "  ") == 0.0


def test_a_clause_out_of_a_long_sentence_is_found_in_it():
    begun = " and ".join(f"clerk{n} wrote letter{n}" for n in range(40))
    assert (
        support("the ferry sank near an island", f"{begun}, the ferry sank near an island.") > 0.9
    )


def test_the_more_is_shared_the_more_it_is_supported():
    words = FERRY.split()
    found = [
        support(
            " ".join([*words[:count], *"Bananas ripen slowly when kept in baskets".split()]), FERRY
        )
        for count in range(len(words) + 1)
    ]
    assert found == sorted(found)
    assert found[0] == 0.0 < found[4] < found[-1] == 1.0


@pytest.mark.parametrize("shared", [0.0, 1.0, 3.0])
def test_nearness_is_counted_from_what_the_model_finds_between_strangers(shared):
    """Some models place all texts close to each other."""
    assert support(FERRY, FERRY, shared=shared) == 1.0
    assert support("Bananas ripen slowly.", f"{FERRY} {CAPTAIN}", shared=shared) < SUPPORTED


def test_pairs_are_answered_in_order():
    judge = SimilarityJudge(WordEmbedder())
    pairs = [("Bananas ripen slowly.", FERRY), (FERRY, FERRY), (FERRY, ""), (CAPTAIN, CAPTAIN)]
    np.testing.assert_array_equal(judge.support(pairs), [0.0, 1.0, 0.0, 1.0])
    assert judge.support([]).shape == (0,)
    assert judge.info["kind"] == "similarity"
    assert judge.info["name"] == "words"


def test_a_model_that_fails_is_a_judge_that_fails():
    error = ModelUnavailableError("words", "it has not enough memory")
    with pytest.raises(JudgeError, match="the judge words gave no verdict: it has not enough"):
        support(FERRY, FERRY, error=error)
