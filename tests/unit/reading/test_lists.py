"""Lists of an article stay whole, and apart from what stands above them."""

import pytest

from summarizer.reading import read_document
from summarizer.types import Document

LEAD = "The city council of Harbourton agreed on Tuesday to repair the old lighthouse on the rock."
LAST = "The work will cost about 2 million euros, the mayor said, and is to begin in the autumn."
INTRO = "The plan has three parts:"
LONG = f"{LAST} Fishermen had asked for the light for months, as the harbour is hard to find."
ITEMS = ("a new lamp", "a stronger door", "a keeper who lives there")


def listed(items, tag="ul"):
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def read(body, *, article, long):
    body = f"<h1>Light at last</h1><p>{LEAD}</p>{body}<p>{LONG if long else LAST}</p>"
    body = f"<article>{body}</article>" if article else body
    source = f"<html><head><title>Light at last</title></head><body>{body}</body></html>"
    return read_document(Document(html=source), name="page", default_id="page")


@pytest.mark.parametrize("article", [True, False], ids=["article", "body"])
@pytest.mark.parametrize("long", [True, False], ids=["long", "short"])
@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<p>{INTRO}</p>{listed(ITEMS)}", [INTRO, *(f"• {item}" for item in ITEMS)]),
        (f"<p>{INTRO}</p>\n{listed(ITEMS, 'ol')}", [INTRO, *(f"• {item}" for item in ITEMS)]),
        (
            f"<p>{INTRO}</p>{listed(['A lamp is bought.', 'A keeper moves in.'])}",
            [INTRO, "• A lamp is bought.", "• A keeper moves in."],
        ),
        (
            (
                f"<p>{INTRO}</p><ul><li>a new lamp<ul><li>with a switch</li></ul></li>"
                "<li><p>a stronger door</p></li></ul>"
            ),
            [INTRO, "• a new lamp", "• with a switch", "• a stronger door"],
        ),
        (
            f"<p>{INTRO}</p>{listed(ITEMS[:2])}<p>The cost has two parts:</p>{listed(['a', 'b'])}",
            [INTRO, "• a new lamp", "• a stronger door", "The cost has two parts:", "• a", "• b"],
        ),
    ],
    ids=["ul", "ol", "sentences", "nested", "two"],
)
def test_a_list_behind_a_colon_is_kept_item_by_item(article, long, body, lines):
    found = read(body, article=article, long=long)
    assert found.text.split("\n") == [LEAD, *lines, LONG if long else LAST]
    for line in lines:
        start = found.text.index(line)
        span = found.given_span(start, start + len(line))
        assert found.given[span.start : span.end] == line.removeprefix("• ")


@pytest.mark.parametrize("article", [True, False], ids=["article", "body"])
def test_a_list_of_links_is_none_of_the_article(article):
    links = listed(f"<a href='{item}'>{item}, as told here</a>" for item in ITEMS)
    found = read(f"<p>Read more on this story:</p>{links}", article=article, long=True)
    assert found.text.split("\n") == [LEAD, LONG]


def test_a_list_of_sentences_needs_no_marks():
    items = ["A lamp is bought in May, as the council decided.", "A keeper moves in by August."]
    found = read(listed(items), article=True, long=True)
    assert found.text.split("\n") == [LEAD, *items, LONG]


def test_marks_of_the_pages_own_stay_and_are_traced():
    found = read(f"<p>{INTRO}</p><p>• a new lamp</p><p>• a door</p>", article=True, long=True)
    assert found.text.split("\n") == [LEAD, INTRO, "• a new lamp", "• a door", LONG]
    start = found.text.index("• a door")
    span = found.given_span(start, start + len("• a door"))
    assert found.given[span.start : span.end] == "• a door"
