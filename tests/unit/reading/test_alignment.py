"""Whatever the text, every kept character can be traced back to the given text."""

from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.errors import UnreadableInputError
from summarizer.reading import read_document
from summarizer.reading.cleaning import clean
from summarizer.types import Document

SENTENCES = st.sampled_from(
    [
        "The mayor said on Tuesday that the old light would shine again.",
        "“Never!” he cried.",
        "Read more: Storms",
        "Photo: Coast Wire/B. Sample",
        "{mosads}",
        "A subhead",
        "• The lamp (Coast Wire/B. Sample)",
        "12.06.2018",
        "the end of a line that was wrapped somewhere in the middle of the text",
        "",
        "   ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(SENTENCES, max_size=30).map("\n".join),
    st.lists(SENTENCES, max_size=12).map("\r\n\r\n".join),
)
MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>The mayor said on <b>Tuesday</b> that the light &amp; the lamp would shine.</p>",
            "<p>Fishermen had asked\n for the light for months, because it is dark at night.</p>",
            "<p>&ldquo;Caf&eacute;&rdquo; is what they&nbsp;call the old room on the rock &lt; here.</p>",
            "<p>soft&shy;ware writers and a zero\u200bwidth space met on the quay on Monday.</p>",
            "<h2>A subhead</h2>",
            "<div class='share'>Twitter Facebook</div>",
            "<!-- a comment > with marks -->",
            "<script>if (a < b) { document.write('<p>no</p>') }</script>",
            "<br>",
            "<a href='x\">y",
            "<",
            "&#x110000;",
        ]
    ),
    min_size=1,
    max_size=12,
).map("\n".join)


def assert_pieces_in_order(text, given_text, pieces):
    end = given_end = 0
    for piece in pieces:
        assert end <= piece.start < piece.end <= len(text)
        assert given_end <= piece.given_start <= piece.given_end <= len(given_text)
        end, given_end = piece.end, piece.given_end


def one_to_one(pieces):
    return [
        piece for piece in pieces if piece.end - piece.start == piece.given_end - piece.given_start
    ]


@given(TEXTS)
@example("a line\nthat goes on")
def test_plain_text_is_traced_to_equal_characters(text):
    cleaned = clean(text)
    assert_pieces_in_order(cleaned.text, text, cleaned.alignment)
    for piece in one_to_one(cleaned.alignment):
        ours = cleaned.text[piece.start : piece.end]
        theirs = text[piece.given_start : piece.given_end]
        assert all(
            a == b or (a.isspace() and b.isspace()) for a, b in zip(ours, theirs, strict=True)
        )
    covered = sum(piece.end - piece.start for piece in cleaned.alignment)
    assert covered == len(cleaned.text) - cleaned.text.count("\n")
    for item in cleaned.removed:
        assert text[item.start : item.start + len(item.text)] == item.text


@given(TEXTS)
def test_cleaning_a_cleaned_text_of_sentences_changes_nothing(text):
    once = clean("\n".join(line for line in clean(text).text.split("\n") if line.endswith(".")))
    assert clean(once.text).text == once.text


@given(MARKUP)
def test_html_is_traced_to_the_source(body):
    source = f"<html><head><title>T</title></head><body><article>{body}</article></body></html>"
    try:
        article = read_document(Document(html=source), name="page", default_id="page")
    except UnreadableInputError:
        return
    assert article.given == source
    assert_pieces_in_order(article.text, source, article.alignment)
    for piece in one_to_one(article.alignment):
        ours = article.text[piece.start : piece.end]
        theirs = source[piece.given_start : piece.given_end]
        assert all(
            a == b or (a.isspace() and b.isspace()) for a, b in zip(ours, theirs, strict=True)
        )


def test_a_sentence_of_a_page_points_at_its_markup():
    source = (
        "<html><body><h1>Light at last</h1><p>The city council agreed on <b>Tuesday</b> to repair "
        "the old light&shy;house &amp; its door, which have been dark since March.</p></body></html>"
    )
    article = read_document(Document(html=source), name="page", default_id="page")
    start = article.text.index("Tuesday to repair")
    span = article.given_span(start, start + len("Tuesday to repair"))
    assert source[span.start : span.end] == "Tuesday</b> to repair"
    start = article.text.index("& its")
    span = article.given_span(start, start + 5)
    assert source[span.start : span.end] == "&amp; its"


def test_a_cleaned_document_is_left_alone():
    text = "Advertisement\n\n  Light at last  \n"
    article = read_document(Document(text=text, cleaned=True), name="x", default_id="x")
    assert article.text == text
    span = article.given_span(3, 9)
    assert (span.start, span.end) == (3, 9)
    assert (article.alignment[0].given_start, article.alignment[0].given_end) == (0, len(text))
    assert article.removed == ()
