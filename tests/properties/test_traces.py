"""Whatever a page repeats, shows or only states, each piece of its article has a place of its own."""

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import UnreadableInputError
from summarizer.reading import read_document
from summarizer.types import Document

#: few, so that they come again and again
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "The mayor did not answer questions about the old light on Monday.",
            "“It is dark,” said Caf\u00e9 owner M\u00fcller & Sons, “and has been so since March.”",
            'He wrote "light" on the wall, and a \\ beside it, before the police came.',
            "The {{price}} lamp costs more than the mayor had thought, he said on Tuesday.",
            "Read more: Storms",
            "The plan has three parts:",
            "Who pays?",
        ]
    ),
    min_size=1,
    max_size=12,
)
SHARES = st.lists(st.booleans(), min_size=12, max_size=12)
ENTITIES = {"&": "&amp;", "“": "&ldquo;", "é": "&eacute;", "<": "&lt;"}


def marked(paragraph, entities):
    return "".join(ENTITIES.get(char, char) if entities else char for char in paragraph)


def page(paragraphs, *, shown, stated, entities, ascii_only):
    body = "".join(f"<p>{marked(each, entities)}</p>" for each in shown)
    data = {"@type": "NewsArticle", "articleBody": "\n".join(paragraphs)}
    script = json.dumps(data, ensure_ascii=ascii_only) if stated else "{}"
    return (
        f'<html><head><script type="application/ld+json">{script}</script></head>'
        f"<body><article><h1>A light</h1>{body}</article></body></html>"
    )


@settings(deadline=None)
@given(
    paragraphs=PARAGRAPHS,
    shares=SHARES,
    stated=st.booleans(),
    entities=st.booleans(),
    ascii_only=st.booleans(),
)
def test_pieces_are_in_order_and_apart_and_say_the_same(
    *, paragraphs, shares, stated, entities, ascii_only
):
    shown = [each for each, share in zip(paragraphs, shares, strict=False) if share or not stated]
    source = page(paragraphs, shown=shown, stated=stated, entities=entities, ascii_only=ascii_only)
    try:
        article = read_document(Document(html=source), name="page", default_id="page")
    except UnreadableInputError:
        return
    for one, other in pairwise(article.alignment):
        assert one.end <= other.start
        assert one.given_end <= other.given_start
    for piece in article.alignment:
        ours = article.text[piece.start : piece.end]
        theirs = article.given[piece.given_start : piece.given_end]
        if len(ours) == len(theirs):
            assert ours.split() == theirs.split()
    for one, other in pairwise(article.removed):
        assert one.start <= other.start


@settings(deadline=None)
@given(paragraphs=PARAGRAPHS, entities=st.booleans())
def test_every_word_of_a_shown_text_has_its_place(paragraphs, entities):
    source = page(paragraphs, shown=paragraphs, stated=False, entities=entities, ascii_only=False)
    try:
        article = read_document(Document(html=source), name="page", default_id="page")
    except UnreadableInputError:
        return
    covered = {at for piece in article.alignment for at in range(piece.start, piece.end)}
    words = {at for at, char in enumerate(article.text) if not char.isspace()}
    assert words <= covered


@settings(deadline=None)
@given(paragraphs=PARAGRAPHS, ascii_only=st.booleans())
def test_every_word_of_a_stated_text_has_its_place(paragraphs, ascii_only):
    source = page(paragraphs, shown=[], stated=True, entities=False, ascii_only=ascii_only)
    try:
        article = read_document(Document(html=source), name="page", default_id="page")
    except UnreadableInputError:
        return
    covered = {at for piece in article.alignment for at in range(piece.start, piece.end)}
    words = {at for at, char in enumerate(article.text) if not char.isspace()}
    assert words <= covered
