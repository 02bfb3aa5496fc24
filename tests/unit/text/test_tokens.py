import numpy as np
import pytest

from summarizer.prepared import TokenFlag
from summarizer.text.function_words import LANGUAGES, function_words
from summarizer.text.tokens import (
    WORD,
    count_words,
    stem,
    stem_hash,
    stem_hashes,
    surface_hash,
    tokenize,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. pays $2.3 million.", "The U.S. pays 2.3 million"),
        ("It won't cost 1,234.50 euros", "It won't cost 1,234.50 euros"),
        ("Trump’s well-known tweet", "Trump’s well known tweet"),
        ("At 10:30 a.m., no. 7", "At 10:30 a.m. no 7"),
        ("B-52 and COVID19 and 737s", "B 52 and COVID 19 and 737 s"),
        ("naïve Zürich Москва", "naïve Zürich Москва"),
        ("… — “”!", ""),
    ],
)
def test_words_keep_what_belongs_to_them(text, words):
    assert WORD.findall(text) == words.split()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "summit summits Summit’s SUMMIT summit's"),
        ("de", "Wahlen wahlen Wahlen’s"),
        ("fr", "élection élections Élection"),
        ("ru", "переговоры Переговоры переговоров"),
        ("fi", "talo Talo talo's"),
        (None, "talks Talk talking"),
    ],
)
def test_forms_of_a_word_share_a_stem(language, words):
    assert len({stem(word, language) for word in words.split()}) == 1


def test_other_words_have_other_stems():
    assert len({stem(word, "en") for word in "summit submit vote voter devote".split()}) == 5


def test_hashes_are_the_same_on_every_machine():
    """Stored articles hold these numbers: another hash would need another prepared version."""
    assert stem_hash("summit") == 0x91589B47C7FB736F
    assert tokenize("The summits", "en").hashes.tolist() == [stem_hash("the"), stem_hash("summit")]
    assert tokenize("The summits", "en").hashes.dtype == np.uint64


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("He paid “$5 million”.", 'HE PAID "$5 million"!', True),
        ("Kim—Moon met", "Kim, Moon: met", True),
        ("It cost $5.", "It cost €5.", False),
        ("It is -5 now.", "It is 5 now.", False),
        ("It rose 5%.", "It rose 5.", False),
        ("It rose 5.1.", "It rose 51.", False),
        ("They met.", "They meet.", False),
        ("Kim met Moon.", "Moon met Kim.", False),
        ("***", "* * *", False),
    ],
)
def test_a_sentence_is_known_by_what_is_written(one, other, same):
    assert (surface_hash(one) == surface_hash(other)) == same


def test_tokens_know_what_they_are():
    flags = tokenize("The 12 Leaders won't it’s be 3rd", "en").flags
    light, big, number = TokenFlag.FUNCTION, TokenFlag.CAPITALISED, TokenFlag.NUMBER
    assert flags.tolist() == [light | big, number, big, 0, light, light, number, 0]


def test_a_query_is_its_content_words_once_each():
    assert stem_hashes("the summit of the Summits in Hanoi", "en").tolist() == [
        stem_hash("summit"),
        stem_hash("hanoi"),
    ]


def test_a_query_of_function_words_is_all_of_them():
    assert len(stem_hashes("to be or not to be", "en")) == 4
    assert len(stem_hashes(" … ", "en")) == 0


def test_a_word_of_a_budget_is_a_white_space_token():
    assert count_words(" a  b\nc—d e.f ") == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_function_words_are_lower_case_and_many(language):
    words = function_words(language)
    assert len(words) > 80
    assert all(word == word.lower() and word.isalpha() for word in words)


def test_an_unknown_language_has_the_function_words_of_english():
    assert function_words("xx") == function_words(None) == function_words("en")
    assert {"the", "of", "and"} <= function_words("en")
    assert not {"north", "said", "president"} & function_words("en")
