from datetime import UTC, date, datetime

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

LEAD = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse, which has "
    "been dark since the storm in March."
)
NEXT = "The work will cost about 2 million euros, the mayor said, and is to begin in the autumn."
LAST = "Fishermen had asked for the light for months, because the harbour is hard to find at night."
BODY = f"<h1>Light at last</h1><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p>"


def read(body=BODY, head="", **fields):
    source = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_document(Document(html=source, **fields), name="page", default_id="page")


def test_a_page_is_read_without_what_surrounds_the_article():
    article = read(
        "<nav><ul><li>Home</li><li>Sport</li></ul></nav>"
        f"<article>{BODY}<figure><img src='x'><figcaption>The keeper looks out to sea every day."
        "</figcaption></figure><h2>Who pays?</h2>"
        "<p>Read more: <a href='x'>The storm</a></p></article>"
        "<aside><p>Another story that has nothing to do with this one at all.</p></aside>"
        "<footer>&copy; 2019 Harbour Times</footer>"
    )
    assert article.text == f"{LEAD}\n{NEXT}\n{LAST}"
    assert article.title == "Light at last"
    rules = {item.text: item.rule for item in article.removed}
    starts = {item.text: item.start for item in article.removed}
    assert rules["Home"] == "html-boilerplate"
    assert rules["Read more: The storm"] == "read-more"
    assert rules["Light at last"] in ("title", "html-boilerplate")
    assert article.given.startswith("&copy; 2019 Harbour", starts.pop("© 2019 Harbour Times"))
    for text, start in starts.items():
        assert article.given.startswith(text[:10], start)


@pytest.mark.parametrize("inside", ["", "<!-- more -->", "<?php echo 1 ?>"])
def test_comments_do_not_join_paragraphs(inside):
    """As in the entry of a feed."""
    article = read(
        f"<article><h1>Light at last</h1><p>{NEXT[:40]}{inside}{NEXT[40:]}</p><p>{LAST}</p></article>"
    )
    assert article.text == f"{NEXT}\n{LAST}"


def test_paragraphs_of_a_short_page_stay_apart():
    article = read(
        "<h1>Light at last</h1><p>The lighthouse shines again.</p><p>It took a year.</p>"
    )
    assert article.text == "The lighthouse shines again.\nIt took a year."


def test_a_standfirst_that_the_extractor_drops_is_kept():
    standfirst = "Two years after the storm the ships will find their way home again."
    article = read(BODY.replace("</h1>", f"</h1><p class='dek'>{standfirst}</p>"))
    assert article.text == f"{standfirst}\n{LEAD}\n{NEXT}\n{LAST}"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="article:published_time" content="2019-06-30T14:05:00Z">',
            datetime(2019, 6, 30, 14, 5, tzinfo=UTC),
        ),
        ('<meta name="date" content="2019-06-30">', date(2019, 6, 30)),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, {"@type": '
                '["NewsArticle"], "datePublished": "2019-06-30T10:05:00-04:00"}]}</script>'
            ),
            datetime(2019, 6, 30, 14, 5, tzinfo=UTC),
        ),
        ('<script type="application/ld+json">{not json</script>', None),
        ('<meta property="article:modified_time" content="2019-06-30T14:05:00Z">', None),
        ('<link rel="canonical" href="https://a.example/2019/06/30/light">', date(2019, 6, 30)),
    ],
)
def test_the_date_of_the_markup(head, expected):
    article = read(head=head)
    assert (article.date.value if article.date else None) == expected


def test_the_date_of_a_time_element_and_of_a_shown_line():
    timed = BODY.replace("</h1>", "</h1><time datetime='2019-06-30T14:05:00Z'>today</time>")
    assert read(timed).date.value == datetime(2019, 6, 30, 14, 5, tzinfo=UTC)
    shown = BODY.replace("</h1>", "</h1><div>Harbour Times<br>Sun 30 Jun 2019</div>")
    article = read(shown)
    assert (article.date.value, article.date.origin) == (date(2019, 6, 30), "header")


def test_neither_a_copyright_year_nor_the_clock_is_a_date():
    assert read(BODY + "<footer>Copyright 2019 Harbour Times</footer>").date is None


def test_a_related_articles_time_is_not_this_ones():
    assert (
        read(BODY + "<aside class='related'><time datetime='2017-01-01'>x</time></aside>").date
        is None
    )


def test_title_source_and_address_of_the_markup():
    article = read(
        head="<title>Light at last | Harbour Times</title>"
        '<meta property="og:url" content="https://www.harbour.example/light">'
    )
    assert (article.title, article.source) == ("Light at last", "Harbour Times")
    assert article.url == "https://www.harbour.example/light"
    named = read(head='<meta property="og:site_name" content="The Times of Harbourton">')
    assert named.source == "The Times of Harbourton"
    hosted = read(head='<link rel="canonical" href="https://www.harbour.example/light">')
    assert hosted.source == "harbour.example"


def test_what_was_handed_over_wins():
    article = read(
        head='<title>Light</title><meta property="og:site_name" content="Other">',
        title="My title",
        source="My source",
        url="https://mine.example/",
    )
    assert (article.title, article.source, article.url) == (
        "My title",
        "My source",
        "https://mine.example/",
    )


def test_a_page_without_paragraphs_is_read_by_its_visible_text_and_says_so():
    rows = "".join(f"<option>{text}</option>" for text in (LEAD, NEXT, LAST))
    article = read(f"<form><select>{rows}</select></form>")
    assert article.text == f"{LEAD}\n{NEXT}\n{LAST}"
    assert [notice.code for notice in article.notices] == ["page-text"]


def test_equal_articles_have_equal_hashes_and_others_do_not():
    assert read().content_hash == read().content_hash
    assert (
        len(
            {
                read().content_hash,
                read(title="Other").content_hash,
                read(date="2019-01-01").content_hash,
            }
        )
        == 3
    )
