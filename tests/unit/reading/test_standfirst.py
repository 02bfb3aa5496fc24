"""A standfirst is running text, whatever element holds it and however it ends."""

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

TEXT = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse.",
    "The work will cost about 2 million euros, the mayor said, and begins in the autumn.",
    "Fishermen had asked for the light for months, because the harbour is hard to find.",
)
OPEN = "Two years after the storm the ships will find their way home again"
GERMAN = "Nun zieht die Bürgermeisterin von Hafenstadt die Konsequenzen aus der Affäre um Bauland"


def read(below):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    source = (
        "<html><head><title>Light at last | The Rock</title></head><body><nav><a>Home</a></nav>"
        f"<main><article><h1>Light at last</h1>{below}{text}</article></main></body></html>"
    )
    article = read_document(Document(html=source), name="page", default_id="page")
    assert article.title == "Light at last"
    return article


@pytest.mark.parametrize("end", [".", "", "?"])
@pytest.mark.parametrize(
    "markup",
    [
        "<p>%s</p>",
        "<p class='dek'>%s</p>",
        "<h2>%s</h2>",
        "<h2 class='excerpt'>%s</h2>",
        "<h3 class='sub-title'>%s</h3>",
        "<div class='standfirst'>%s</div>",
        "<div class='article__subtitle'>%s</div>",
        "<div class='summary'><p>%s</p></div>",
        "<span class='lead'>%s</span>",
        "<p class='dek'>%s</p><p class='byline'>By Jane Roe</p><p>14 March 2019</p>",
        "<p class='byline'>By Jane Roe</p><p class='intro'>%s</p>",
    ],
)
@pytest.mark.parametrize("sentence", [OPEN, GERMAN], ids=["english", "german"])
def test_a_standfirst_is_kept_and_traced(sentence, markup, end):
    article = read(markup % (sentence + end))
    assert article.text.split("\n") == [sentence + end, *TEXT]
    span = article.given_span(0, len(sentence))
    assert article.given[span.start : span.end] == sentence
    assert sentence + end not in [item.text for item in article.removed]


@pytest.mark.parametrize(
    "below",
    [
        "<p class='dek'>Light for the harbour</p>",
        "<p>By Jane Roe and John Smith, Harbour Correspondents, and Peter Miller in London</p>",
        "<p>Published on Thursday 14 March 2019 at 17:42 and last updated at 18:20</p>",
        "<p>The lighthouse of Harbourton seen from the quay on Monday (Photo: Andy Kelly/PA)</p>",
        "<p>Sign up for our daily newsletter and get all the news in your inbox</p>",
        "<h2><a href='x'>Another story that people read elsewhere and that is long</a></h2>",
        f"<figure><p>{OPEN}</p></figure>",
        f"<aside><p>{OPEN}.</p></aside>",
        "<p class='dek'>Light at last</p>",
    ],
)
def test_what_stands_below_a_headline_is_no_standfirst(below):
    assert read(below).text.split("\n") == list(TEXT)
