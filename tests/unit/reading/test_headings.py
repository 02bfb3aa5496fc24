"""Subheads are no sentences, but stay known, each before the text that it heads."""

import pytest

from summarizer.reading import read_document
from summarizer.types import Document, Heading

LEAD = "The city council of Harbourton agreed on Tuesday to repair the old lighthouse on the rock."
COST = "The work will cost about 2 million euros, the mayor said, and is to begin in the autumn."
LAST = "Fishermen had asked for the light for months, because the harbour is hard to find at night."


def headings(**fields):
    article = read_document(Document(**fields), name="a", default_id="a")
    return article.text, article.headings


def test_a_subhead_stands_before_the_paragraph_that_it_heads():
    text, found = headings(text=f"{LEAD}\n\nMoney at last\n\n{COST}\n\n## Dark  nights\n\n{LAST}")
    assert text == f"{LEAD}\n{COST}\n{LAST}"
    assert found == (
        Heading(text="Money at last", start=text.index(COST)),
        Heading(text="Dark nights", start=text.index(LAST)),
    )


def test_two_subheads_in_a_row_stand_before_the_same_paragraph():
    text, found = headings(text=f"{LEAD}\n\nMoney\n\nLight at last\n\n{COST}")
    assert [(each.text, each.start) for each in found] == [
        ("Money", text.index(COST)),
        ("Light at last", text.index(COST)),
    ]


def test_a_subhead_of_a_page_is_found_in_its_markup():
    marked = COST.replace("2 million", "<b>2&nbsp;million</b>")
    page = f"<html><body><article><h1>Light</h1><p>{LEAD}</p><h2>Money at last</h2><p>{marked}</p><p>{LAST}</p></article></body></html>"
    text, found = headings(html=page)
    assert [(each.text, each.start) for each in found] == [
        ("Money at last", text.index("The work will cost"))
    ]


@pytest.mark.parametrize("text", [LEAD, f"{LEAD}\n\n{COST}", f"Light at last\n\n{LEAD}\n\n{COST}"])
def test_other_removals_are_no_headings(text):
    assert headings(text=text)[1] == ()
