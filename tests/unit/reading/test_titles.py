"""The title of a page and its publisher, as a reader of the page would tell them apart."""

import json

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

TEXT = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse.",
    "The work will cost about 2 million euros, the mayor said, and begins in the autumn.",
    "Fishermen had asked for the light for months, because the harbour is hard to find.",
)
KIM = "Trump meets Kim – and steps into North Korea"


def read(heading, **head):
    """The article of a page with a `heading` and, in its head, a title, metas and linked data."""
    parts = [f"<title>{head['title']}</title>"] if "title" in head else []
    parts += [f'<meta property="{k}" content="{v}">' for k, v in head.get("metas", {}).items()]
    if "linked" in head:
        parts.append(f'<script type="application/ld+json">{json.dumps(head["linked"])}</script>')
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    source = f"<html><head>{''.join(parts)}</head><body>{heading}{text}</body></html>"
    article = read_document(Document(html=source), name="page", default_id="page")
    assert article.text == "\n".join(TEXT)
    return article


@pytest.mark.parametrize(
    ("heading", "head", "title", "source"),
    [
        (
            "<h1>Trump and Kim meet</h1>",
            {
                "title": "Trump and Kim meet - BBC News",
                "metas": {"og:title": "Trump and Kim meet - BBC News", "og:site_name": "BBC News"},
            },
            "Trump and Kim meet",
            "BBC News",
        ),
        (
            "",
            {"title": "Light - The Rock", "metas": {"og:site_name": "The Rock"}},
            "Light",
            "The Rock",
        ),
        (
            "<h1>Light at last</h1>",
            {"title": "The Rock – Light at last", "metas": {"og:site_name": "The Rock"}},
            "Light at last",
            "The Rock",
        ),
        (
            "<h1>Light at last</h1>",
            {
                "title": "Light at last in the harbour - Rock",
                "metas": {"og:url": "https://www.rock.example/light", "og:title": "Light - Rock"},
            },
            "Light",
            "Rock",
        ),
        (
            "<h1>Light at last</h1>",
            {"title": "Light at last | World news | The Rock"},
            "Light at last",
            "The Rock",
        ),
        (
            "<h1>Маяк снова светит</h1>",
            {"title": "Маяк снова светит — Портовый вестник"},
            None,
            None,
        ),
        (f"<h2>{KIM}</h2>", {"title": KIM}, KIM, None),
        ("", {"title": KIM}, KIM, None),
        ("", {"title": "Trump meets Kim - live updates"}, "Trump meets Kim - live updates", None),
        (
            "<h1>Trump meets Kim</h1>",
            {"title": "Trump meets Kim – A step into history"},
            "Trump meets Kim",
            None,
        ),
    ],
)
def test_a_publisher_is_told_from_a_headline(heading, head, title, source):
    article = read(heading, **head)
    if title is None:
        title, _, source = head["title"].partition(" — ")
    assert (article.title, article.source) == (title, source)


@pytest.mark.parametrize(
    "logo",
    [
        "<h1 class='logo'>The Gazette</h1>",
        "<h1>The Gazette</h1>",
        "<h1><a href='/'><img alt='The Gazette'></a></h1>",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_logo_is_no_headline(logo, tag):
    window = "Light at last in Harbourton – The Gazette"
    article = read(f"{logo}<{tag}>Light at last in Harbourton</{tag}>", title=window)
    assert (article.title, article.source) == ("Light at last in Harbourton", "The Gazette")


def test_the_site_name_in_a_heading_is_no_headline():
    heading = "<h1>Harbour Times</h1><h1>A light for Harbourton</h1>"
    article = read(heading, title="Home", metas={"og:site_name": "Harbour Times"})
    assert article.title == "A light for Harbourton"


def test_a_headline_in_a_masthead_is_one():
    heading = "<header class='masthead'><h1>Light at last in Harbourton</h1></header>"
    assert read(heading, title="Light at last in Harbourton").title == "Light at last in Harbourton"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h1>Light at last<br>in Harbourton</h1>", "Light at last in Harbourton"),
        ("<h1>The <em>old</em> light</h1>", "The old light"),
        ("<h1>Light at last <span>Video</span></h1>", "Light at last"),
    ],
)
def test_a_headline_of_several_pieces(heading, title):
    assert read(heading).title == title


def test_entities_that_data_spell_are_decoded():
    linked = {
        "@type": "NewsArticle",
        "headline": "It&#8217;s Light &amp; Rock",
        "publisher": {"name": "Smith &amp; Sons"},
    }
    article = read("", linked=linked)
    assert (article.title, article.source) == ("It’s Light & Rock", "Smith & Sons")
    assert read("", metas={"og:title": "It&amp;#8217;s Light"}).title == "It’s Light"


def test_an_address_keeps_what_only_looks_like_an_entity():
    address = "https://rock.example/light?id=1&amp;copy=2"
    article = read("<h1>Light at last</h1>", metas={"og:url": address})
    assert article.url == "https://rock.example/light?id=1&copy=2"


@pytest.mark.parametrize(
    ("metas", "canonical", "base", "url"),
    [
        ({"og:url": "https://a.example/x"}, "/light", "", "https://a.example/light"),
        ({"og:url": "//a.example/light"}, "/light", "", "https://a.example/light"),
        ({}, "/light", "<base href='https://a.example/news/'>", "https://a.example/light"),
        ({}, "/light", "", None),
    ],
)
def test_a_relative_address_is_seen_from_another_one(metas, canonical, base, url):
    heading = f"{base}<link rel='canonical' href='{canonical}'><h1>Light at last</h1>"
    assert read(heading, metas=metas).url == url


def test_an_address_is_no_publisher():
    assert read("<h1>Light</h1>", metas={"og:site_name": "https://rock.example"}).source is None
