import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.store.terms import MOST_TERMS, search_terms


@pytest.mark.parametrize(
    ("topic", "terms"),
    [
        ("Korean summit", ("Korean", "summit")),
        ("talks of the leaders", ("talks", "leaders")),
        ("The Who", ("The", "Who")),
        ("to be or not to be", ("to", "be", "or", "not")),
        ("Trump's visit", ("Trump", "visit")),
        ("U.S.", ("U S",)),
        ("U.S.-led talks", ("U S", "led", "talks")),
        ("a-b", ("a b",)),
        ("Q&A", ("Q A",)),
        ("$2.3 million", ("2 3", "million")),
        ("COVID-19", ("COVID", "19")),
        ("Kim KIM kim", ("Kim",)),
        ("snake_case", ("snake", "case")),
        ('"quoted" AND (summit', ("quoted", "summit")),
        ("Gene\u0300ve Élysée", ("Gene\u0300ve", "Élysée")),
        ("दिल्ली", ("दिल्ली",)),
        ("北京 峰会", ("北京", "峰会")),
        ("", ()),
        (" \t\n", ()),
        ("🎉 !? … \u0301", ()),
        ("\0\ud800", ()),
    ],
)
def test_the_words_asked_for(topic: str, terms: tuple[str, ...]) -> None:
    assert search_terms(topic) == terms


def test_function_words_are_those_of_the_language() -> None:
    assert search_terms("die Wahl in der Türkei", "de") == ("Wahl", "Türkei")
    assert search_terms("die hard", "en") == ("die", "hard")
    assert search_terms("of the talks", "xx") == ("talks",)


def test_a_pasted_article_asks_for_its_first_words_only() -> None:
    terms = search_terms(" ".join(f"word{n}" for n in range(5000)))
    assert terms == tuple(f"word{n}" for n in range(MOST_TERMS))


@given(st.text(st.characters(exclude_categories=[])))
def test_terms_are_words_only_and_distinct(topic: str) -> None:
    terms = search_terms(topic)
    assert len({term.casefold() for term in terms}) == len(terms) <= MOST_TERMS
    for term in terms:
        assert any(map(str.isalnum, term))
        assert not set(term) & set("\"'*^(){}:&|!<>-\0")
        assert term.encode()
