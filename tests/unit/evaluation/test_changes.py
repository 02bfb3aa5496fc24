"""Changes make a true sentence false, by one thing only."""

import random
import re

import pytest

from summarizer.evaluation.changes import CHANGES, Sources

MAKE = {change.kind: change.make for change in CHANGES}
SOURCES = Sources(
    cluster="In all, 212 people and Anna Lind came with Peter Rask to the harbour for 45 minutes.",
    elsewhere="He met Angela Merkel, and then Boris Johnson, on the bridge.",
)


def made(kind, sentence, times=30):
    found = {MAKE[kind](sentence, SOURCES, random.Random(seed)) for seed in range(times)}
    return {claim for claim in found if claim is not None}


@pytest.mark.parametrize(
    ("kind", "sentence", "pattern"),
    [
        ("number", "The ferry sank with 340 people.", r"The ferry sank with \d{3} people\."),
        ("number", "It took three hours.", r"It took \w+ hours\."),
        ("numbers swapped", "It won 344 votes against 286.", r"It won 286 votes against 344\."),
        ("date", "It sank on Sunday.", r"It sank on \w+day\."),
        ("date", "It sank on June 12.", r"It sank on \w+ \d+\."),
        ("negation", "It was raised.", r"It was not raised\."),
        ("negation", "They did not come.", r"They did come\."),
        ("negation", "The mayor denied it.", r"The mayor confirmed it\."),
        ("modality", "The two will meet.", r"The two (?:may|might) meet\.|The two met\."),
        ("quotation", "It was “a terrible long day”.", r"It was “a [ \w]+”\."),
        ("name of the articles", "Then Jane Doe, who saw Mary Roe, left.", r".*(?:Lind|Rask).*"),
        ("name from elsewhere", "Then we saw Mary Roe, too.", r".*(?:Merkel|Johnson).*"),
        ("names swapped", "Later, Jane Doe beat Mary Roe.", r"Later, Mary Roe beat Jane Doe\."),
    ],
)
def test_one_thing_is_changed(kind, sentence, pattern):
    claims = made(kind, sentence)
    assert claims
    assert all(re.fullmatch(pattern, claim) for claim in claims), claims
    assert sentence not in claims


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("number", "It sank on 12 June."),
        ("number", "It sank in 2019."),
        ("names swapped", "They saw Jane Doe and Mary Roe."),
        ("names swapped", "They saw the Gulf of Mexico."),
        ("negation", "He said “it was raised”."),
        ("quotation", "It was a terrible long day."),
        ("name of the articles", "Then they saw Anna Lind with Peter Rask."),
    ],
)
def test_what_would_stay_true_is_not_made(kind, sentence):
    assert made(kind, sentence) == set()
