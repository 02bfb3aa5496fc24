import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.store.terms import MOST_TERMS, Term, search_terms


@pytest.mark.parametrize(
    ("topic", "terms"),
    [
        ("Korean summit", ("Korean", "summit")),
        ("talks of the leaders", ("talks", "leaders")),
        ("The Who", ("The", "Who")),
        ("WHO", ("WHO",)),
        ("to be or not to be", ()),
        ("The", ()),
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
        ('"border crossing" talks', ("border crossing", "talks")),
        ('"of the" talks', ("of the", "talks")),
        ('"', ()),
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
    assert tuple(term.text for term in search_terms(topic)) == terms


def test_function_words_are_those_of_the_language() -> None:
    assert search_terms("die Wahl in der Türkei", "de") == (Term("Wahl"), Term("Türkei"))
    assert search_terms("die hard", "en") == (Term("die"), Term("hard"))
    assert search_terms("of the talks", "xx") == (Term("talks"),)


def test_a_pasted_article_asks_for_its_first_words_only() -> None:
    terms = search_terms(" ".join(f"word{n}" for n in range(5000)))
    assert terms == tuple(Term(f"word{n}") for n in range(MOST_TERMS))


@pytest.mark.parametrize(
    ("topic", "terms"),
    [
        ('"border crossing" border', (Term("border crossing", required=True), Term("border"))),
        ("“Kim Jong-un”", (Term("Kim Jong un", required=True),)),
        ("»Kim« «talks»", (Term("talks", required=True), Term("Kim"))),
        ("nucl* talks", (Term("nucl", prefix=True), Term("talks"))),
        ("Johnson & Johnson", (Term("Johnson Johnson", required=True),)),
        ("Duran Duran tour", (Term("Duran Duran", required=True), Term("tour"))),
        ("Anna Annandale & Anna", (Term("Anna"), Term("Annandale"))),
        ("non-nucl*", (Term("non"), Term("nucl", prefix=True))),
        ("nu* * ** talks*", (Term("nu"), Term("talks", prefix=True))),
        ("the* the", (Term("the", prefix=True),)),
    ],
)
def test_phrases_and_beginnings_of_words(topic: str, terms: tuple[Term, ...]) -> None:
    assert search_terms(topic) == terms


@given(st.text(st.characters(exclude_categories=[])))
def test_terms_are_words_only_and_distinct(topic: str) -> None:
    terms = search_terms(topic)
    assert len({(term.text.casefold(), term.prefix) for term in terms}) == len(terms) <= MOST_TERMS
    for text in (term.text for term in terms):
        assert any(map(str.isalnum, text))
        assert not set(text) & set("\"'*^(){}:&|!<>-\0")
        assert text.encode()
