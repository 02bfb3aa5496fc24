import pytest

from summarizer.extractive.corroboration import echoes, publisher
from summarizer.selection.similarity import weighted_rows
from summarizer.types import ArticleInfo
from tests.pools import pool

FIRE = "The harbour of the old town burned on Monday night."
TOLD_AGAIN = "On Monday night the old harbour burned in the town, officials said."
TEXTS = [
    FIRE,
    TOLD_AGAIN,
    FIRE.replace("night", "night, it was said"),
    "Judges closed a trial.",
    FIRE,
]


def info(number: int, **fields: str) -> ArticleInfo:
    return ArticleInfo(id=f"a{number}", content_hash=f"{number:04}", **fields)


def found(infos, groups=None, row=0):
    made = pool(*TEXTS, groups=groups)
    echoed = echoes(row, made, weighted_rows(made), infos)
    return {each.row: each.independent for each in echoed}


def test_independent_publishers_prove_something_and_copied_words_nothing():
    infos = [info(number, source=f"Paper {number}") for number in range(5)]
    assert found(infos) == {4: False, 2: True, 1: True}


def test_a_long_sentence_that_was_turned_and_shortened_proves_nothing():
    told = (
        "The planned summit in Hanoi follows on from an unprecedented meeting between Donald Trump"
        " and Kim Jong Un in Singapore last June that produced a vague statement."
    )
    turned = told.replace("planned summit in Hanoi follows on", "Hanoi summit followed")
    made = pool(told, turned, "Judges closed a trial of bankers.", "Rain fell on the coast.")
    infos = [info(number, source=f"Paper {number}") for number in range(4)]
    [echo] = echoes(0, made, weighted_rows(made), infos)
    assert echo.similarity < 0.95
    assert not echo.independent


def test_a_copy_of_the_article_proves_nothing():
    infos = [info(number, source=f"Paper {number}") for number in range(5)]
    assert found(infos, groups=[0, 0, 2, 3, 4]) == {4: False, 2: True, 1: False}


def test_the_same_publisher_proves_nothing():
    infos = [info(number, source=["The Post", "THE POST"][number % 2]) for number in range(5)]
    assert set(found(infos).values()) == {False}


def test_echoes_come_likest_first_and_one_for_each_article():
    made = pool(FIRE, TOLD_AGAIN + " " + FIRE, TOLD_AGAIN)
    infos = [info(number, source=f"Paper {number}") for number in range(3)]
    found = echoes(0, made, weighted_rows(made), infos)
    assert [each.row for each in found] == [2, 3]
    assert found[0].similarity == 1.0
    assert 0.5 <= found[1].similarity < 0.95


def test_the_same_words_are_found_even_without_content_words():
    made = pool("He is not.", "He is not!", "He was.")
    infos = [info(number, source=f"Paper {number}") for number in range(3)]
    assert [each.row for each in echoes(0, made, weighted_rows(made), infos)] == [1]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"source": "Capital Dispatch"}, "capital dispatch"),
        ({"source": "", "url": "https://News.Example/a"}, "news.example"),
        ({"url": "https://news.example:8443/b?c"}, "news.example"),
        ({"url": "not an address"}, "article 0007"),
        ({}, "article 0007"),
    ],
)
def test_a_publisher_is_known_by_source_or_host_or_not_at_all(fields, name):
    assert publisher(info(7, **fields)) == name


@pytest.mark.parametrize("url", ["http://[broken", "http://[::1"])
def test_a_broken_address_names_no_publisher(url):
    assert publisher(info(7, url=url)) == "article 0007"
