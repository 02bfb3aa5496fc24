"""Of all `<time>` elements of a page, the one that dates its article."""

from datetime import date

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

TEXT = "".join(
    f"<p>{paragraph}</p>"
    for paragraph in (
        "The city council of Harbourton agreed on Tuesday to repair the old lighthouse.",
        "The work will cost about 2 million euros, the mayor said, and begins in the autumn.",
        "Fishermen had asked for the light for months, because the harbour is hard to find.",
    )
)
HEADLINE = "<h1>Light at last</h1>"
LATEST = (
    "<ul class='latest'><li><time datetime='2015-01-01'>1 Jan</time> <a href='x'>Old</a></li></ul>"
)
STANDFIRST = "<p>Two years after the storm the ships find their way home again.</p>"
OWN = "<time datetime='2019-03-14'>14 March</time>"


def read(body):
    source = f"<html><head><title>Light at last</title></head><body>{body}</body></html>"
    article = read_document(Document(html=source), name="page", default_id="page")
    return article.date and article.date.value


@pytest.mark.parametrize(
    "body",
    [
        HEADLINE + TEXT + LATEST,
        LATEST + HEADLINE + TEXT,
        HEADLINE + TEXT + LATEST + LATEST,
        HEADLINE + TEXT + "<div><time datetime='2015-01-01'></time></div>" * 3,
        HEADLINE + TEXT + "<div class='related'><time datetime='2015-01-01'></time></div>",
        (
            f"{HEADLINE}{TEXT}<p>The light was lit on <time datetime='1890-05-01'>1 May 1890</time>,"
            " when the harbour had no other one.</p><p>It was put out on <time datetime='1940-05-01'>"
            "1 May 1940</time> for the rest of the war and some months.</p>"
        ),
        f"{HEADLINE}<time datetime='PT5M'>5 min read</time>{TEXT}",
        f"{HEADLINE}<span class='updated'>{OWN}</span>{TEXT}",
    ],
)
def test_a_time_of_something_else_dates_no_article(body):
    assert read(body) is None


@pytest.mark.parametrize(
    "body",
    [
        HEADLINE + OWN + TEXT + LATEST,
        LATEST + HEADLINE + OWN + TEXT,
        LATEST + HEADLINE + "<time>14 March 2019</time>" + TEXT,
        LATEST + HEADLINE + STANDFIRST + f"<div><span>{OWN}</span></div>" + TEXT,
        f"{LATEST}<article>{OWN}{HEADLINE}{TEXT}</article>{LATEST}",
        f"{LATEST}<article>{HEADLINE}{TEXT}<div>{OWN}</div></article>{LATEST}",
        f"{LATEST}<header>{OWN}{HEADLINE}</header>{TEXT}{LATEST}",
        f"{LATEST}{HEADLINE}<article>{STANDFIRST}{TEXT}<p>{OWN}</p></article>{LATEST}",
        f"{LATEST}{HEADLINE}{TEXT}<p><time itemprop='datePublished' datetime='2019-03-14'></p>",
        f"<time pubdate datetime='2019-03-14'></time>{LATEST}{HEADLINE}{TEXT}",
        f"<div>{OWN}</div>{HEADLINE}{TEXT}",
        f"{HEADLINE}{TEXT}<div>{OWN}</div>",
        f"{HEADLINE}<ul><li>{OWN}</li><li>5 min</li></ul>{TEXT}{LATEST}",
        f"{HEADLINE}<time datetime='now'>14 March 2019</time>{TEXT}{LATEST}",
        (
            f"<article>{HEADLINE}{OWN}{TEXT}<article><time datetime='2012-01-01'></time></article>"
            f"</article>{LATEST}"
        ),
    ],
)
def test_the_articles_own_time_dates_it(body):
    assert read(body) == date(2019, 3, 14)
