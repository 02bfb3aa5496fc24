"""ROUGE beside the package that defines three of its kinds, and beside plain counting."""

import sys
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer

from summarizer.errors import MissingExtraError
from summarizer.evaluation.rouge import MEASURES, Rouge, skip_pairs, unread_share

SU4 = MEASURES.index("ROUGE-SU4")
CASES = [
    ("The ferry sank at noon. Forty people were saved.", "At noon a ferry sank; 40 were saved."),
    ("police kill the gunman", "The gunman was killed by the police."),
    ("He said: “It’s over—finally!” (2.5 million)", "It is finally over, 2.5 millions said he."),
    ("L'été dernier, à Nîmes", "A Nîmes, pendant l'été"),
    ("the the the the", "the cat the dog"),
    ("one", "one"),
    ("one", "none at all"),
    ("", "An empty summary holds nothing of this."),
    ("Привет, мир", "мир"),
]


@pytest.fixture(scope="module")
def rouge():
    return Rouge()


@pytest.mark.parametrize(("summary", "reference"), CASES)
def test_three_kinds_are_those_of_rouge_score(rouge, summary, reference):
    names = ["rouge1", "rouge2", "rougeL"]
    theirs = RougeScorer(names, use_stemmer=True).score(reference, summary)
    expected = [(theirs[name].fmeasure, theirs[name].recall) for name in names]
    assert rouge.scores(summary, [reference])[:3] == pytest.approx(np.array(expected))


def test_several_references_count_by_their_mean(rouge):
    one, two = rouge.scores("a ferry sank", ["a ferry"]), rouge.scores("a ferry sank", ["sank"])
    assert rouge.scores("a ferry sank", ["a ferry", "sank"]) == pytest.approx((one + two) / 2)


@pytest.mark.parametrize(
    ("summary", "f1", "recall"),
    # the reference has 7 tokens and 6 + 5 + 4 + 3 + 2 pairs; a and f are four words apart, a and g
    # five
    [("a f", 6 / 30, 3 / 27), ("a g", 4 / 30, 2 / 27), ("f a", 4 / 30, 2 / 27), ("x", 0, 0)],
)
def test_su4_counted_by_hand(rouge, summary, f1, recall):
    assert rouge.scores(summary, ["a b c d e f g"])[SU4] == pytest.approx([f1, recall])


def test_su4_knows_stems(rouge):
    assert rouge.scores("Police killed gunmen", ["police kills gunmen"])[SU4].tolist() == [1, 1]


@given(st.lists(st.sampled_from("abc"), max_size=14))
def test_skip_pairs_are_all_pairs_with_at_most_four_between(tokens):
    pairs = Counter((token,) for token in tokens)
    for left, right in combinations(range(len(tokens)), 2):
        if right - left - 1 <= 4:
            pairs[tokens[left], tokens[right]] += 1
    assert skip_pairs(tokens) == pairs


def test_letters_that_rouge_does_not_know_are_counted():
    assert unread_share(["A 100 % plain text."]) == 0
    assert unread_share(["été", "mer"]) == 2 / 6
    assert unread_share([]) == 0


def test_a_missing_package_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'summarizer\[eval\]'"):
        Rouge()
