"""What the JSON-LD of a page says about its article, other objects beside it."""

import json
from datetime import UTC, date, datetime

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

TEXT = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse.",
    "The work will cost about 2 million euros, the mayor said, and begins in the autumn.",
    "Fishermen had asked for the light for months, because the harbour is hard to find.",
)
OWN = {
    "@type": "NewsArticle",
    "headline": "Light at last",
    "datePublished": "2019-06-30",
    "url": "https://rock.example/light",
}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Another story",
    "datePublished": "2010-01-01",
    "url": "https://rock.example/other",
}


def read(*scripts, head=""):
    head += "".join(
        f'<script type="application/ld+json">{json.dumps(script)}</script>' for script in scripts
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    source = f"<html><head>{head}</head><body><h1>A light</h1>{text}</body></html>"
    return read_document(Document(html=source), name="page", default_id="page")


def test_the_article_wins_over_its_page_whatever_their_order():
    page = {"@type": "WebPage", "headline": "The Rock", "datePublished": "2010-01-01"}
    for scripts in ((page, OWN), (OWN, page), ({"@graph": [page, OWN]},)):
        article = read(*scripts)
        assert (article.title, article.date.value) == ("Light at last", date(2019, 6, 30))


@pytest.mark.parametrize(
    "head",
    [
        "<link rel='canonical' href='https://rock.example/light'>",
        "<meta property='og:url' content='http://www.rock.example/light/'>",
    ],
)
def test_of_several_articles_the_one_of_the_page_counts(head):
    for scripts in (([OTHER, OWN],), ([OWN, OTHER],), (OTHER, OWN)):
        article = read(*scripts, head=head)
        assert (article.title, article.date.value) == ("Light at last", date(2019, 6, 30))


def test_another_article_lends_the_page_no_date():
    own = {key: value for key, value in OWN.items() if key != "datePublished"}
    head = "<link rel='canonical' href='https://rock.example/light'>"
    assert read([own, OTHER], head=head).date is None


def test_an_address_may_stand_where_the_page_is_named():
    own = {**OWN, "url": None, "mainEntityOfPage": {"@id": "https://rock.example/light"}}
    head = "<link rel='canonical' href='https://rock.example/light'>"
    assert read([OTHER, own], head=head).title == "Light at last"


def test_without_an_address_the_first_article_counts():
    assert read([OTHER, OWN]).title == "Another story"


@pytest.mark.parametrize("stamp", [1561903500, 1561903500000, 1561903500.0, "1561903500000"])
def test_a_number_is_a_time(stamp):
    """As `date -u -d @1561903500` tells."""
    article = read({**OWN, "datePublished": stamp})
    assert article.date.value == datetime(2019, 6, 30, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize("stamp", [True, 7, float("inf"), 10**400, -5])
def test_not_every_number_is_a_time(stamp):
    assert read({**OWN, "datePublished": stamp}).date is None


def test_a_publisher_may_be_named_elsewhere():
    article = {**OWN, "publisher": {"@id": "#org"}}
    organization = {"@type": "Organization", "@id": "#org", "name": "Harbour Times"}
    assert read({"@graph": [article, organization]}).source == "Harbour Times"
    assert read(article, {"@graph": [organization]}).source == "Harbour Times"
    site = {"@type": "WebSite", "publisher": organization}
    assert read(article, site).source == "Harbour Times"
    assert read(article).source == "rock.example"
