"""Each rule on a sentence that it fits, and on one that it must leave alone."""

import random

import pytest

from summarizer.evaluation.rewordings import RULES, reworded

FITTING = [
    ("parenthesis dropped", "The agency (EASA) acted.", "The agency acted."),
    ("apposition dropped", "Lo, a lawyer from Rome, said no.", "Lo said no."),
    ("age dropped", "Anna Lind, 34, left.", "Anna Lind left."),
    (
        "leading clause to the end",
        "On Monday, the old ferry left the harbour.",
        "The old ferry left the harbour, on Monday.",
    ),
    (
        "trailing clause to the front",
        "The old ferry left the harbour on Monday.",
        "On Monday, the old ferry left the harbour.",
    ),
    ("said to the end", "Lind said the ferry was old.", "The ferry was old, Lind said."),
    ("said to the front", "The ferry was old, Lind said.", "Lind said that the ferry was old."),
    ("number in digits", "It took three hours.", "It took 3 hours."),
    ("number in words", "It took 3 hours.", "It took three hours."),
    ("per cent", "It lost 6 percent.", "It lost 6%."),
    ("money in words", "It cost $2.3 million.", "It cost 2.3 million dollars."),
    ("day before month", "It ended on June 12.", "It ended on 12 June."),
    ("contraction", "It did not end.", "It didn't end."),
]


@pytest.mark.parametrize(("rule", "sentence", "expected"), FITTING)
def test_a_rule_says_it_otherwise(rule, sentence, expected):
    assert RULES[rule](sentence) == expected


def test_every_rule_is_tried():
    assert {rule for rule, _, _ in FITTING} == set(RULES)


def test_what_is_quoted_stays():
    sentence = 'She said: "It did not cost $5 (or 6 percent) on June 12."'
    assert reworded(sentence, random.Random(1)) is None


def test_the_same_chance_gives_the_same_words():
    sentence = "On Monday, the agency (EASA) did not ground three planes."
    assert reworded(sentence, random.Random(4)) == reworded(sentence, random.Random(4)) != sentence
