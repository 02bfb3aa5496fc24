"""Weekdays in the sample corpus mean days near the publication."""

import re
from datetime import date

import pytest

from seeds import CORPUS
from summarizer.reading import read_paths
from summarizer.text.date_mentions import date_mentions
from summarizer.text.publication import published_day
from summarizer.types import Article

ARTICLES = [article for article in read_paths([CORPUS]) if isinstance(article, Article)]
DATED = [article for article in ARTICLES if published_day(article, "UTC") is not None]
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


@pytest.mark.parametrize("article", DATED, ids=lambda article: article.id[:40])
def test_a_weekday_lies_within_ten_days_of_the_publication(article):
    published = published_day(article, "UTC")
    for mention in date_mentions(article.text, published=published, language=article.language):
        if WEEKDAY.search(mention.text):
            assert abs((mention.value - published).days) <= 10, mention


def test_the_corpus_names_weekdays():
    found = [
        mention
        for article in DATED
        for mention in date_mentions(article.text, published=published_day(article, "UTC"))
        if WEEKDAY.search(mention.text)
    ]
    assert len(found) > 50


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2019-06-30", "“It was an honor,” Trump told reporters on Sunday.", "2019-06-30"),
        ("2019-06-30", "Moon had said earlier on Sunday that they will shake hands.", "2019-06-30"),
        ("2019-06-29", "Trump is scheduled to fly to Seoul later on Saturday.", "2019-06-29"),
        ("2019-06-30", "The leaders met in Singapore last June.", "2018-06-01"),
        ("2019-06-30", "Trump held talks with Kim in Vietnam in February.", "2019-02-01"),
        ("2019-02-08", "It will take place in Hanoi on February 27 & 28.", "2019-02-27"),
        ("2019-02-08", "Trump said on Friday that his summit will be held in Hanoi.", "2019-02-08"),
        ("2019-02-09", "Trump said on Friday that his summit will be held in Hanoi.", "2019-02-08"),
        ("2019-02-08", "Earlier this week, Trump said that he would be meeting Kim.", "2019-02-04"),
        ("2019-06-29", "Trump said on Saturday that he would be willing to meet.", "2019-06-29"),
        ("2019-06-29", "He signed a broad agreement in Singapore on June 12, 2018.", "2018-06-12"),
    ],
)
def test_the_korean_storyline_is_told_by_its_dates(published, text, value):
    mentions = date_mentions(text, published=date.fromisoformat(published))
    assert mentions[0].value.isoformat() == value
