"""Which short pages are beginnings of articles for subscribers, and which are short articles."""

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.reading import read_document
from summarizer.types import Document

TEXT = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse.",
    "The work will cost about 2 million euros, the mayor said, and begins in the autumn.",
    "Fishermen had asked for the light for months, because the harbour is hard to find.",
)
ARTICLE = "<h1>Light at last</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
OFFER = "<div>Subscribe to continue reading</div>"
FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'
LOCKED = FREE.replace("true", '"False"')
TIER = "<meta property='article:content_tier' content='%s'>"
TEASER = (
    "<div><p><span>Article réservé à nos abonnés</span> Lire aussi <a href='x'>La gare du futur"
    "</a></p></div>"
)


def read(body, head=""):
    source = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_document(Document(html=source), name="page", default_id="page")


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (ARTICLE + OFFER, FREE),
        (ARTICLE + OFFER, TIER % "free"),
        (f"<div><a>Members-only stories</a></div>{ARTICLE}", ""),
        (f"{OFFER}{ARTICLE}", ""),
        (f"<nav><a>Members-only stories</a></nav>{ARTICLE}", ""),
        (f"{ARTICLE}<nav><a>Members-only stories</a></nav>", ""),
        (f"{ARTICLE}<footer><p>Sign up to continue receiving our alerts</p></footer>", ""),
        (f"{ARTICLE}<div role='contentinfo'>Subscribe to continue reading</div>", ""),
        (ARTICLE.replace("<p>The work", f"{TEASER}<p>The work"), ""),
        (ARTICLE + TEASER, ""),
        (f"{ARTICLE}<div>Read also: only for members: a story for subscribers</div>", ""),
    ],
)
def test_a_short_article_is_read(body, head):
    article = read(body, head)
    assert article.text == "\n".join(TEXT)
    assert article.notices == ()


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (ARTICLE + OFFER, ""),
        (f"<article>{ARTICLE}<footer>Subscribe to continue reading</footer></article>", ""),
        (ARTICLE + OFFER, LOCKED),
        (ARTICLE, LOCKED),
        (ARTICLE, FREE + LOCKED),
        (ARTICLE, TIER % "locked"),
        (f"{ARTICLE}<p>Subscribe to continue reading this article.</p>", ""),
    ],
)
def test_a_beginning_is_refused(body, head):
    with pytest.raises(UnreadableInputError, match="paywall stub"):
        read(body, head)
