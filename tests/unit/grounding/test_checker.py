"""Verdicts on sentences beside a small report, with the reasons a reader is given."""

from datetime import date

import numpy as np
import pytest

from summarizer.grounding.checker import SUPPORTED, Checker
from summarizer.grounding.evidence import EvidenceSentence

FERRY = (
    "The ferry sank near the island at noon.",
    "All forty people aboard were saved by fishermen.",
    "The captain was questioned by police in Busan on Monday.",
)


def checker(*texts, **settings):
    evidence = [
        EvidenceSentence(
            text=text, article=0, index=index, language="en", published=date(2019, 7, 1)
        )
        for index, text in enumerate(texts or FERRY)
    ]
    return Checker(evidence, language="en", **settings)


class Fixed:
    """A judge that gives every claim the same, and remembers what it was asked."""

    def __init__(self, told):
        self.info = {"judge": "fixed"}
        self.told = told
        self.asked = []

    def support(self, pairs):
        self.asked += pairs
        return np.full(len(pairs), self.told)


#: verdict, kinds of the doubts with the part of the sentence that each names, best evidence first
CHECKED = [
    ("The ferry sank near the island at noon.", "supported", [], (0,)),
    ("Fishermen saved all forty people.", "supported", [], (1,)),
    ("Fishermen saved all 40 people.", "supported", [], (1,)),
    ("Forty people were saved by fishermen at noon.", "supported", [], (1, 0)),
    (
        "The captain of the boat, whose radio had been switched off early that morning, was questioned.",
        "partly",
        [
            (
                "content",
                "The captain of the boat, whose radio had been switched off early that morning, was questioned.",
            )
        ],
        (2,),
    ),
    ("All fifty people were saved by fishermen.", "unsupported", [("number", "fifty")], (1,)),
    ("Police questioned the captain in Seoul on Monday.", "unsupported", [("name", "Seoul")], (2,)),
    ("The captain was not questioned by police.", "unsupported", [("negation", "not")], (2,)),
    ("Bananas ripen slowly.", "unsupported", [("content", "Bananas ripen slowly.")], ()),
    ("", "unsupported", [("content", "")], ()),
]


@pytest.mark.parametrize(("sentence", "verdict", "doubts", "best"), CHECKED)
def test_a_verdict_has_its_reasons_and_their_places(sentence, verdict, doubts, best):
    (found,) = checker().check([sentence])
    assert found.verdict == verdict
    assert [(each.kind, sentence[each.start : each.end]) for each in found.doubts] == doubts
    assert found.best == best
    assert all(each.message for each in found.doubts)


def test_a_contradicted_number_names_what_the_evidence_says():
    (doubt,) = checker().check(["All fifty people were saved by fishermen."])[0].doubts
    assert doubt.evidence == 1
    assert "fifty" in doubt.message
    assert "forty" in doubt.message


def test_each_sentence_is_checked_by_itself_and_always_alike():
    sentences = [sentence for sentence, *_ in CHECKED]
    made = checker()
    together = made.check(sentences)
    assert together == tuple(made.check([sentence])[0] for sentence in sentences)
    assert together == checker().check(sentences)
    assert made.check([]) == ()


def test_a_doubted_fact_lowers_the_score():
    true, false = checker().check(
        ["All forty people were saved by fishermen.", "All fifty people were saved by fishermen."]
    )
    assert true.score > SUPPORTED > false.score


def test_what_the_sources_deny_is_doubted_though_it_stands_there_word_for_word():
    told = "The minister denied that a ferry sank at noon."
    (found,) = checker(told).check(["A ferry sank at noon."])
    assert found.verdict == "unsupported"
    assert [doubt.kind for doubt in found.doubts] == ["negation"]
    assert found.score < 0.9
    assert checker(told).check([told])[0].score == 1.0


def test_without_evidence_nothing_is_supported():
    for found in Checker([]).check(["The ferry sank.", ""]):
        assert (found.verdict, found.score, found.best) == ("unsupported", 0.0, ())


def test_a_name_is_not_doubted_for_want_of_capitals():
    cased, uncased = checker().check([FERRY[2], FERRY[2].lower()])
    assert (uncased.verdict, uncased.score, uncased.doubts) == ("supported", 1.0, ())
    assert cased == uncased


def test_a_fact_that_is_wrong_costs_less_in_text_without_capitals():
    wrong = "All fifty people were saved by fishermen."
    cased, uncased = checker().check([wrong, wrong.lower()])
    assert [doubt.kind for doubt in uncased.doubts] == ["number"]
    assert cased.score < uncased.score < checker().check(["all forty people were saved"])[0].score


@pytest.mark.parametrize(
    ("judgement", "verdict", "kinds"),
    [
        (1.0, "supported", []),
        (SUPPORTED, "supported", []),
        (0.3, "partly", ["judge"]),
        (0.1, "unsupported", ["judge"]),
    ],
)
def test_a_judge_that_doubts_lowers_the_verdict(judgement, verdict, kinds):
    sentence = "Forty people were saved by fishermen at noon."
    judge = Fixed(judgement)
    (found,) = checker(judges=[judge]).check([sentence])
    (alone,) = checker().check([sentence])
    assert (found.verdict, [doubt.kind for doubt in found.doubts]) == (verdict, kinds)
    assert found.score == min(alone.score, judgement)
    # it is asked beside the best evidence, in the order in which that is given
    assert judge.asked == [(sentence, f"{FERRY[0]} {FERRY[1]}")]


def test_the_strictest_judge_counts_and_none_can_raise_a_verdict():
    sentences = ["Fishermen saved all forty people.", "Bananas ripen slowly."]
    judges = [Fixed(1.0), Fixed(0.1), Fixed(0.6)]
    saved, bananas = checker(judges=judges).check(sentences)
    assert (saved.verdict, saved.score) == ("unsupported", 0.1)
    assert (bananas.verdict, bananas.score) == ("unsupported", 0.0)
    (raised,) = checker(judges=[Fixed(1.0)]).check(sentences[1:])
    assert raised.verdict == "unsupported"


FIRE = (
    "Firefighters fought the blaze at the cathedral through the night.",
    "The prosecutor has found nothing to suggest that it was started on purpose.",
    "People formed a chain and carried treasures out of the sacristy.",
    "The mayor of Paris thanked the police officers at the burning church.",
)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Firefighters found a bomb in the sacristy.", "partly"),
        ("Firefighters fought the blaze at the cathedral.", "supported"),
        # two sentences of the sources as one
        (
            "Firefighters fought the blaze through the night and people carried treasures out.",
            "supported",
        ),
    ],
)
def test_words_from_here_and_there_tell_nothing_together(sentence, verdict):
    evidence = [
        EvidenceSentence(text=text, article=0, index=index) for index, text in enumerate(FIRE)
    ]
    [checked] = Checker(evidence, language="en").check([sentence])
    assert checked.verdict == verdict, (checked.score, checked.doubts)
