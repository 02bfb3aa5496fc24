"""Nothing in the text room takes quadratic time: each of these would run into pytest's timeout."""

from datetime import date

import pytest

from summarizer.text.date_mentions import date_mentions
from summarizer.text.languages import detect
from summarizer.text.preparing import prepare
from summarizer.text.sentences import split

LENGTH = 100_000
PATTERNS = [
    *".\"“”'() \n!…。-—•",
    ". . . ",
    "...",
    "a. ",
    "A. ",
    "a.)",
    ".)",
    ".”",
    '!" ',
    "?” a",
    "。」",
    "[1]",
    ". [1]",
    "1. A ",
    "• A ",
    "a\n",
    ".\n",
    "U.S. ",
    "Mr. ",
    "no. 5 ",
    "1,",
    "a'",
    "word",
]


@pytest.mark.timeout(30)
@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_long_monotonous_text_is_split_in_time(pattern):
    text = pattern * (LENGTH // len(pattern))
    spans = split(text, "en")
    covered = " ".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.timeout(30)
@pytest.mark.parametrize("pattern", ["Jan 1 ", "Sunday ", "in 2018 ", "last June ", "2019-01-01 "])
def test_many_dates_are_found_in_time(pattern):
    count = LENGTH // len(pattern)
    found = date_mentions(pattern * count, published=date(2019, 6, 30))
    assert len(found) == count


@pytest.mark.timeout(30)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "zh"])
@pytest.mark.parametrize(
    "pattern",
    [
        *["1", "12.", "1, ", "1/", "20-", ". ", "(", "June", "June ", "June 1, ", "1 - 2 ", "mai "],
        *[
            "last ",
            "in ",
            "the day ",
            "will Sunday ",
            "said Sunday ",
            "de ",
            "Juni de l'",
            "vor 1 ",
        ],
        *["\u00a0", "2018 to ", "three days ", "Monday (", "12 и 13 "],
    ],
)
def test_what_looks_like_dates_is_passed_in_time(pattern, language):
    text = pattern * (2 * LENGTH // len(pattern))
    for mention in date_mentions(text, published=date(2019, 6, 30), language=language):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.timeout(30)
@pytest.mark.parametrize("pattern", ["a ", "He said no. ", "1,1", "a'b"])
def test_a_long_article_is_prepared_in_time(pattern):
    text = pattern * (LENGTH // len(pattern))
    prepared = prepare(text, title=text, language=detect(text), content_hash="0")
    assert prepared.words.sum() == len(text.split())
