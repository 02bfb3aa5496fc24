"""Lines of publishers: what is compared, and what stays when they are cut out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading import read_document
from summarizer.text.boilerplate import RULE, evidence, printed_lines, publisher_of, without
from summarizer.types import Article, Document, EntryDate, PublicationDate

PAGE = """<html><head><title>The lighthouse</title></head><body><article><h1>The lighthouse</h1>
<p>The city council agreed on Tuesday to repair the old <b>lighthouse</b> &amp; its lamp on the rock.</p>
<p>Write to our <i>readers&rsquo; desk</i>, which answers every letter.</p>
<p>Fishermen had asked for the lighthouse for months, because the harbour is hard to find at night.</p>
</article></body></html>"""


def page() -> Article:
    document = Document(html=PAGE, source="Courier")
    return read_document(document, name="a", default_id="a")


def test_a_line_cut_out_of_a_page_is_reported_where_it_stood_and_the_rest_still_fits():
    article = page()
    lead, notice, last = (line.key for line in printed_lines(article))
    assert evidence(article) == {lead: (), notice: (last, lead), last: ()}
    shorter = without(article, {notice})
    assert shorter.text.split("\n") == article.text.split("\n")[::2]
    (removed,) = (item for item in shorter.removed if item.rule == RULE)
    assert removed.text == "Write to our readers’ desk, which answers every letter."
    assert PAGE.startswith("Write to our <i>", removed.start)
    start = shorter.text.index("Fishermen")
    span = shorter.given_span(start, start + 9)
    assert span is not None
    assert PAGE[span.start : span.end] == "Fishermen"


def test_the_entries_of_a_liveblog_stay_with_their_text():
    lines = ["The first entry tells of rain.", "We welcome every comment here.", "Now the sun."]
    text = "\n".join([lines[0], lines[1], lines[2], lines[1]])
    day = PublicationDate(value=date(2019, 6, 30), precision="day", origin="metadata")
    borders = [(0, 61), (62, 74), (75, len(text))]
    entries = tuple(EntryDate(start=start, end=end, date=day) for start, end in borders)
    article = Article(id="a", text=text, source="Courier", entries=entries)
    shorter = without(article, {printed_lines(article)[1].key})
    assert shorter.text == f"{lines[0]}\n{lines[2]}"
    found = [shorter.text[entry.start : entry.end] for entry in shorter.entries]
    assert found == [lines[0], lines[2]]


def test_an_article_is_never_emptied():
    article = page()
    assert without(article, {line.key for line in printed_lines(article)}) is article
    assert without(article, set()) is article


def test_one_line_is_the_same_whatever_its_case_and_only_for_one_publisher():
    def keys(text: str, source: str) -> list[str]:
        return [line.key for line in printed_lines(Article(id="a", text=text, source=source))]

    (key,) = keys("We welcome every comment here.", "Courier")
    assert keys("WE WELCOME every comment, here", "courier ") == [key]
    assert keys("We welcome every comment here.", "Ledger") != [key]
    assert keys("We welcome every comment here.", " ") == keys("He did not.", "Courier") == []


def test_the_publisher_is_the_source_or_the_host():
    assert publisher_of(Article(id="a", text="", source="Courier")) == "courier"
    assert publisher_of(Article(id="a", text="", url="https://News.example/1")) == "news.example"
    assert publisher_of(Article(id="a", text="")) is None


@given(st.lists(st.text("ab \u00a0.", max_size=20), max_size=8), st.data())
def test_whatever_goes_every_piece_still_shows_its_own_characters(paragraphs, data):
    words = [f"{text} one two three four {n % 3}" for n, text in enumerate(paragraphs)]
    try:
        article = read_document(
            Document(text="\n\n".join(words), source="Courier"), name="a", default_id="a"
        )
    except ValueError:
        return
    lines = list(printed_lines(article))
    chosen = data.draw(st.sets(st.sampled_from(lines)) if lines else st.just(set()))
    shorter = without(article, {line.key for line in chosen})
    for piece in shorter.alignment:
        if piece.end - piece.start == piece.given_end - piece.given_start:
            shown = shorter.given[piece.given_start : piece.given_end]
            assert shorter.text[piece.start : piece.end] == shown
    for item in shorter.removed:
        if item.rule == RULE:
            assert shorter.given.startswith(item.text[:1], item.start)
