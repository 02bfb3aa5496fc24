"""Signals of support with values worked out by hand."""

import math

import pytest

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.support.alignment import aligned
from summarizer.grounding.support.nearness import near
from summarizer.grounding.support.novelty import known, unrepeated
from summarizer.grounding.support.ordering import ordered
from summarizer.grounding.support.signals import COPY, NOTHING, signals
from summarizer.grounding.support.sources import prepare_support
from summarizer.grounding.support.words import read_words

FERRY = ("The ferry sank near Palermo on Sunday.", "Rescuers saved forty people by helicopter.")


def sources(*texts: str, article: int = 0):
    return prepare_support(
        [
            EvidenceSentence(text=text, article=article, index=index, language="en")
            for index, text in enumerate(texts)
        ]
    )


def value(signal, text: str, *evidence: str) -> float:
    found = sources(*evidence)
    return signal(found.read(text), found)


def test_a_word_weighs_by_its_letters():
    # six letters make one, twelve are the most; a function word .2, a number 1.5
    found = read_words("the ferry meteorologically 1,200", "en")
    assert [word.weight for word in found] == pytest.approx([0.2, 5 / 6, 2.0, 1.5])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim's envoy didn't say “yes” .", "kim 's envoy did n't say `` yes ''"),
        ("It cost 1,200 dollars.", "it cost 1200 dollars"),
        ("ﬁve boats", "five boats"),
    ],
)
def test_tokenizers_and_case_do_not_change_words(one, other):
    assert read_words(one, "en") == read_words(other, "en")


def test_words_without_spaces_between_them_are_read_one_character_at_a_time():
    assert [word.form for word in read_words("北京会面 now", "zh")] == [
        "北",
        "京",
        "会",
        "面",
        "now",
    ]


@pytest.mark.parametrize("signal", [aligned, ordered, near, known, unrepeated])
def test_a_copy_has_all_of_every_signal(signal):
    for text in (*FERRY, FERRY[0].lower().replace(".", " .")):
        assert value(signal, text, *FERRY) == 1.0


@pytest.mark.parametrize("signal", [aligned, ordered, near, known])
def test_what_shares_nothing_has_none(signal):
    assert value(signal, "Zebras quack.", *FERRY) == 0.0


def test_unmatched_words_cost_their_weight():
    # "boat" (4 letters) is in no evidence: 4/6 of 5/6 + 4/6 + 4/6 + 7/6
    spoken = "Ferry boat sank Palermo"
    lost = 4 / 6 + 0.02  # and the word that is skipped behind "sank"
    assert value(aligned, spoken, *FERRY) == pytest.approx(1 - lost / (20 / 6))


def test_jumps_cost_by_how_far_they_go():
    one, two = FERRY
    told = "ferry sank saved forty people"
    weight = 5 / 6 + 4 / 6 + 5 / 6 + 5 / 6 + 1
    beside = value(aligned, told, one, two)
    assert beside == pytest.approx(1 - 0.5 / weight)
    far = value(aligned, told, one, "Nothing else was known yesterday.", two)
    # dearer to give "ferry sank" up than to jump
    assert far == pytest.approx(1 - 1.0 / weight)
    told_back = "saved forty people ferry sank"
    assert value(aligned, told_back, one, two) == pytest.approx(1 - 0.5 / weight)
    backwards = value(aligned, "sank ferry", one)
    assert backwards == pytest.approx(1 - 0.4 / 1.5)


def test_sentences_of_two_articles_are_never_beside_each_other():
    found = prepare_support(
        [
            EvidenceSentence(text=text, article=number, index=0, language="en")
            for number, text in enumerate(FERRY)
        ]
    )
    told = found.read("ferry sank saved forty people")
    assert aligned(told, found) == pytest.approx(1 - 1.0 / told.weights.sum())
    assert unrepeated(found.read("ferry ferry"), found) == pytest.approx(math.exp(-0.5))
    again = prepare_support(
        [EvidenceSentence(text="A ferry.", article=number, index=0) for number in range(2)]
    )
    assert unrepeated(again.read("ferry ferry"), again) == pytest.approx(math.exp(-0.5))


def test_the_order_of_one_sentence_counts():
    # in order stand "ferry sank" or "ferry … near": the longest by weight wins
    total = 7 / 6 + 5 / 6 + 4 / 6
    assert value(ordered, "Palermo ferry sank", *FERRY) == pytest.approx((5 / 6 + 4 / 6) / total)
    # half of it is in each sentence, and one must hold it all
    told = "ferry sank saved forty"
    assert value(ordered, told, *FERRY) == pytest.approx((10 / 6) / (19 / 6))


def test_neighbours_must_be_near_in_one_sentence():
    # "ferry" and "sank" are neighbours there, too; "ferry Palermo" has two more words between
    assert value(near, "ferry sank", *FERRY) == 1.0
    assert value(near, "ferry Palermo", *FERRY) == pytest.approx(1 / (1 + 2 / 4))
    assert value(near, "Palermo ferry", *FERRY) == pytest.approx(1 / (1 + 2 / 4))
    assert value(near, "ferry Palermo", "Palermo ferry.", "The ferry left.") == 1.0
    assert value(near, "ferry Palermo", "Palermo ferry.", "Palermo left.") == 1.0
    last = value(near, "ferry Palermo", "Palermo left.", "The ferry reached Palermo.")
    assert last == pytest.approx(1 / (1 + 1 / 4))
    # each is known, but no sentence has both
    assert value(near, "ferry helicopter", *FERRY) == 0.0
    assert value(near, "ferry", *FERRY) == 1.0


def test_new_words_count_by_share_and_number():
    # "boat" and "Genoa" of "ferry boat sank Genoa"
    new, total = 4 / 6 + 5 / 6, 5 / 6 + 4 / 6 + 4 / 6 + 5 / 6
    told = "The ferry boat sank on Genoa"
    assert value(known, told, *FERRY) == pytest.approx((1 - new / total) * math.exp(-new / 4))


def test_saying_a_word_again_counts_where_the_evidence_does_not():
    assert value(unrepeated, "ferry ferry ferry", *FERRY) == pytest.approx(math.exp(-0.5 * 2))
    assert value(unrepeated, "ferry ferry ferry", "Ferry to ferry.") == pytest.approx(
        math.exp(-0.5)
    )
    joined = "The ferry left. " + FERRY[0]
    assert value(unrepeated, joined, "The ferry left.", FERRY[0]) == 1.0


def test_no_evidence_and_no_word_share_nothing():
    found = sources(*FERRY)
    assert signals(found.read("…"), found).tolist() == NOTHING.tolist()
    assert signals(sources().read(FERRY[0]), sources()).tolist() == NOTHING.tolist()
    assert signals(found.read(FERRY[1]), found).tolist() == COPY.tolist()
