"""Every gold article of the sample corpus comes out exactly: title, date, source text."""

import json

import pytest

from seeds import CORPUS, GOLD
from summarizer.reading import read_paths
from summarizer.types import Article
from tests.corpus import STORYLINES

CASES = [
    (article["path"], article)
    for file in (GOLD / f"{storyline}.json" for storyline in STORYLINES)
    for article in json.loads(file.read_text(encoding="utf-8"))["articles"]
    if "sentences" in article
]


def words(text):
    return " ".join(text.split())


def read(gold):
    found = list(read_paths([CORPUS / gold["path"]]))
    assert all(isinstance(article, Article) for article in found)
    matching = [article for article in found if article.title == gold["title"]]
    assert matching, f"no article is called {gold['title']!r}: {[a.title for a in found]}"
    return matching[0]


def test_there_are_gold_articles():
    assert len(CASES) >= 12


@pytest.mark.parametrize(
    ("path", "gold"), CASES, ids=[f"{path}:{g['title'][:30]}" for path, g in CASES]
)
def test_a_gold_article_is_read_exactly(path, gold):
    article = read(gold)
    assert words(article.text) == words(" ".join(gold["sentences"]))
    value = None if article.date is None else article.date.value.isoformat().replace("+00:00", "Z")
    assert value == (gold["date"] and gold["date"]["value"])
    if article.date is not None:
        assert article.date.precision == gold["date"]["precision"]


@pytest.mark.parametrize(
    ("path", "gold"), CASES, ids=[f"{path}:{g['title'][:30]}" for path, g in CASES]
)
def test_every_sentence_of_a_gold_article_can_be_traced_to_its_file(path, gold):
    article = read(gold)
    for sentence in article.text.split("\n"):
        start = article.text.index(sentence)
        span = article.given_span(start, start + len(sentence))
        assert span is not None
        assert sentence[:1] == article.given[span.start] or article.given[span.start] == "&"


def test_the_corpus_is_read_without_an_error():
    found = list(read_paths([CORPUS]))
    assert all(isinstance(article, Article) for article in found)
    assert len({article.id for article in found}) == len(found)
