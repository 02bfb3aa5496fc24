from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from summarizer.extractive.dating import dated
from summarizer.text.date_mentions import date_mentions, mentions_within
from summarizer.text.publication import as_published, local_day, published_day
from summarizer.text.sentences import split
from summarizer.types import Article, ArticleInfo, EntryDate, PublicationDate, SentenceDate
from tests import corpus

DAY = date(2019, 6, 30)
#: already 1 July in Seoul
EVENING = datetime(2019, 6, 30, 16, 30, tzinfo=UTC)


def published(value: date | datetime, precision: str = "day") -> ArticleInfo:
    return ArticleInfo(
        id="a1",
        language="en",
        date=PublicationDate(value=value, precision=precision, origin="metadata"),
        first_seen=datetime(2020, 1, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("text", "value", "precision", "origin"),
    [
        ("They met on June 12, 2018.", date(2018, 6, 12), "day", "stated"),
        ("They met on Saturday.", date(2019, 6, 29), "day", "relative"),
        ("They met on Saturday, 29 June 2019.", date(2019, 6, 29), "day", "stated"),
        ("They met today, on 30 June 2019.", date(2019, 6, 30), "day", "stated"),
        ("They met on Saturday, and on June 29 they left.", date(2019, 6, 29), "day", "relative"),
        ("They met on Friday and Saturday.", DAY, "day", "published"),
        ("They met in April, after 2018.", DAY, "day", "published"),
        ("They met in April and on May 5.", date(2019, 5, 5), "day", "relative"),
        ("They met.", DAY, "day", "published"),
    ],
)
def test_a_single_named_day_is_the_sentences_date(text, value, precision, origin):
    found, _ = dated(text, published(DAY), zone="UTC")
    assert found == SentenceDate(value=value, precision=precision, origin=origin)


def test_every_named_date_is_a_mention():
    _, mentions = dated("In April 2018 and on Friday.", published(DAY), zone="UTC")
    assert [mention.text for mention in mentions] == ["In April 2018", "Friday"]


def test_the_readers_zone_decides_what_today_is():
    info = published(EVENING, "minute")
    assert dated("They met today.", info, zone="UTC")[0].value == DAY
    assert dated("They met today.", info, zone="Asia/Seoul")[0].value == date(2019, 7, 1)
    assert dated("They met.", info, zone="Asia/Seoul")[0].value == EVENING


def test_an_undated_article_lends_the_time_it_was_first_seen():
    seen = ArticleInfo(id="a1", language="en", first_seen=EVENING)
    assert dated("They met on Friday.", seen, zone="UTC") == (
        SentenceDate(value=EVENING, precision="minute", origin="first_seen"),
        (),
    )
    stated, _ = dated("They met on 2019-06-12.", seen, zone="UTC")
    assert (stated.value, stated.origin) == (date(2019, 6, 12), "stated")


def test_a_month_of_publication_resolves_no_weekday():
    found, mentions = dated("They met on Friday.", published(DAY, "month"), zone="UTC")
    assert found == SentenceDate(value=DAY, precision="month", origin="published")
    assert mentions == ()


def test_where_nothing_is_known_nothing_is_claimed():
    assert dated("They met on Friday.", ArticleInfo(id="a1"), zone="UTC") == (None, ())


def test_a_bare_date_is_a_day_everywhere():
    assert local_day(DAY, "Asia/Seoul") == local_day(DAY, "America/Los_Angeles") == DAY
    assert local_day(EVENING, "Asia/Seoul") == date(2019, 7, 1)


def test_the_pages_own_zone_decides_what_today_is():
    info = replace(
        published(EVENING, "minute"),
        date=PublicationDate(
            value=EVENING, precision="minute", origin="metadata", offset_minutes=540
        ),
    )
    for zone in ("UTC", "Asia/Seoul", "America/Los_Angeles"):
        assert published_day(info, zone) == date(2019, 7, 1)
        assert dated("They met today.", info, zone=zone)[0].value == date(2019, 7, 1)
        assert dated("They met on Sunday.", info, zone=zone)[0].value == DAY


def test_three_days_later_is_understood_from_what_stands_before():
    sentence = "Three days later they met."
    before = "They talked on June 12, 2018. "
    found, (mention,) = dated(sentence, published(DAY), zone="UTC", before=before)
    assert found == SentenceDate(value=date(2018, 6, 15), precision="day", origin="relative")
    assert sentence[mention.start : mention.end] == mention.text
    assert dated(sentence, published(DAY), zone="UTC")[0].origin == "published"


@pytest.mark.parametrize(
    ("text", "value", "origin"),
    [
        ("They met on Saturday.", date(2019, 6, 29), "inferred"),
        ("They met on Saturday, 29 June 2019.", date(2019, 6, 29), "stated"),
        ("They met.", DAY, "inferred"),
    ],
)
def test_a_neighbour_may_date_an_undated_article(text, value, origin):
    undated = ArticleInfo(id="a1", language="en", first_seen=EVENING)
    found, _ = dated(text, undated, zone="UTC", published=DAY)
    assert found == SentenceDate(value=value, precision="day", origin=origin)


def test_a_neighbour_never_overrules_an_articles_own_date():
    found, _ = dated("They met today.", published(DAY), zone="UTC", published=date(2018, 1, 1))
    assert (found.value, found.origin) == (DAY, "relative")


@pytest.mark.parametrize(
    "text", ["They met last week.", "It ended two weeks ago.", "They met over the weekend."]
)
def test_a_week_is_no_date_of_a_sentence(text):
    assert dated(text, published(DAY), zone="UTC")[0].origin == "published"


def test_a_sentence_of_an_entry_was_published_with_it():
    noon, whole = datetime(2019, 6, 28, 12, tzinfo=UTC), published(DAY).date
    entry = EntryDate(
        start=10,
        end=30,
        date=PublicationDate(value=noon, precision="minute", origin="metadata"),
    )
    article = Article(id="a1", language="en", date=whole, text="x" * 40, entries=(entry,))
    assert dated("They met.", as_published(article, 10), zone="UTC")[0] == SentenceDate(
        value=noon, precision="minute", origin="published"
    )
    yesterday, _ = dated("They met yesterday.", as_published(article, 29), zone="UTC")
    assert (yesterday.value, yesterday.origin) == (date(2019, 6, 27), "relative")
    assert as_published(article, 9).date == as_published(article, 30).date == whole


def test_a_sentence_read_alone_first_names_the_dates_that_it_names_in_its_article():
    """It is read with what stands before it only where it may name one."""
    named = 0
    for _, article in corpus.every_article():
        for start, end in split(article.text, article.language):
            before = article.text[max(0, start - 600) : start]
            known = published_day(article, "UTC")
            every = date_mentions(
                before + article.text[start:end], published=known, language=article.language
            )
            expected = mentions_within(every, len(before), len(before) + end - start)
            text = article.text[start:end]
            found = dated(text, article.info, zone="UTC", before=article.text[:start])
            assert found[1] == expected
            named += bool(expected)
    assert named > 100
