"""Text and removals of a page point at the source, whatever cleaning cut out of the text."""

import json
from itertools import pairwise

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

TEXT = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse on the rock.",
    "The work will cost about 2 million euros, the mayor said, and begins in the autumn.",
    "Fishermen had asked for the light for months, because the harbour is hard to find.",
)


def read(body, head=""):
    source = f"<html><head><title>Light at last</title>{head}</head><body>{body}</body></html>"
    return read_document(Document(html=source), name="page", default_id="page")


def page(*paragraphs):
    return f"<h1>Light at last</h1>{''.join(f'<p>{each}</p>' for each in paragraphs)}"


def behind(article, words):
    """The source behind the words of the article's text."""
    start = article.text.index(words)
    span = article.given_span(start, start + len(words))
    return span and article.given[span.start : span.end]


@pytest.mark.parametrize(
    ("written", "token", "rule", "spelled"),
    [
        ("The {{price}} lamp costs more than that.", "{{price}}", "template-token", "{{price}}"),
        ("He typed the &lt;b&gt; lamp costs more than that.", "<b>", "markup", "&lt;b&gt;"),
        ("The {mosads} lamp costs more than that.", "{mosads}", "template-token", "{mosads}"),
        ("A [[x]]{{y}} lamp costs more than that.", "{{y}}", "template-token", "{{y}}"),
    ],
)
def test_a_paragraph_with_a_token_cut_out_is_traced(written, token, rule, spelled):
    article = read(page(TEXT[0], written, TEXT[1]))
    assert behind(article, "lamp costs more") == "lamp costs more"
    sentence = next(line for line in article.text.split("\n") if "lamp" in line)
    assert behind(article, sentence) == written
    [cut] = [item for item in article.removed if item.text == token]
    assert cut.rule == rule
    assert article.given.startswith(spelled, cut.start)
    assert not [item for item in article.removed if "lamp" in item.text]


def test_a_token_inside_of_a_line_that_went_is_not_told_twice():
    article = read(page(TEXT[0], "Read more: {{title}} of the storm", TEXT[1], TEXT[2]))
    [removed] = [item for item in article.removed if "title" in item.text]
    assert removed.rule == "read-more"


def test_a_paragraph_with_something_hidden_inside_is_traced():
    hidden = "<span style='display: none'>Print this page</span>"
    article = read(page(TEXT[0], TEXT[1].replace(", the", f", {hidden}the"), TEXT[2]))
    assert article.text.split("\n") == list(TEXT)
    assert behind(article, "The work will cost") == "The work will cost"
    assert behind(article, "in the autumn.") == "in the autumn."
    assert TEXT[1] not in [item.text for item in article.removed]


def test_repeated_paragraphs_are_traced_to_one_place_each():
    other = "The mayor did not answer questions about the light on Monday."
    article = read(f"<article>{page(TEXT[0], other, TEXT[1], other, TEXT[2])}</article>")
    starts = [piece.given_start for piece in article.alignment]
    lines = article.text.split("\n")
    assert lines.count(other) == 2
    assert starts == sorted(set(starts))


def test_a_label_is_reported_where_it_stands_alone():
    menu = "<div><a>Rock</a> <span>Harbour news</span> <a>Light</a></div>"
    article = read(f"{menu}<article><p>Harbour news</p>{page(*TEXT)}</article>")
    found = {item.text: item.start for item in article.removed}
    assert found["Rock Harbour news Light"] == article.given.index("Rock")
    if "Harbour news" in found:
        assert found["Harbour news"] == article.given.index("<p>Harbour news") + 3


def test_removals_stand_in_order_and_apart():
    article = read(
        f"<nav><ul><li>Home</li><li>Sport</li></ul></nav>{page(TEXT[0], '{{ad}}', TEXT[1])}"
        f"<h2>Who pays?</h2><p>{TEXT[2]}</p><p>Read more: <a href='x'>The storm</a></p>"
    )
    for one, other in pairwise(article.removed):
        assert one.start < other.start
    for item in article.removed:
        assert article.given.startswith(item.text[:4], item.start)
    rules = {item.text: item.rule for item in article.removed}
    assert rules["Who pays?"] == "subhead"
    assert rules["{{ad}}"] == "template-token"


STATED = (
    "A first paragraph of the story that the page shows as well as its data.",
    'The mayor said: "The work will cost about 2 million euros", and it begins soon.',
    "Fischer hatten seit Monaten um das Licht gebeten, denn die Einfahrt ist gefährlich.",
    "The mayor did not answer questions about the light on Monday.",
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse.",
    "The mayor did not answer questions about the light on Monday.",
)


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("shown", [0, 1])
def test_a_text_that_only_the_linked_data_hold_is_traced_to_them(ascii_only, shown):
    data = {"@type": "NewsArticle", "articleBody": "\n\n".join(STATED)}
    script = json.dumps(data, ensure_ascii=ascii_only)
    head = f'<script type="application/ld+json">{script}</script>'
    body = f"<h1>Light at last</h1><p>{STATED[0]}</p>" * shown + "<div id='app'></div>"
    article = read(body, head)
    assert article.text.split("\n") == list(STATED)
    end = 0
    for line in STATED:
        start = article.text.index(line, end)
        span = article.given_span(start, start + len(line))
        spelled = article.given[span.start : span.end]
        assert json.loads(f'"{spelled}"') == line
        end = start + len(line)
    assert behind(article, "2 million euros") == "2 million euros"
    given = [piece.given_start for piece in article.alignment]
    assert given == sorted(set(given))
    assert not set(STATED) & {item.text for item in article.removed}
