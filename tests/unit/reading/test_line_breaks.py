"""Texts whose lines `<br>` breaks, at a width or where verses end, come out in whole sentences."""

import textwrap

import pytest

from summarizer.reading import read_document
from summarizer.reading.line_breaks import join_pieces
from summarizer.types import Document

TEXT = (
    (
        "The city council of Harbourton agreed on Tuesday to repair the old lighthouse, which has been "
        "dark since the storm in March."
    ),
    "The work will cost about 2 million euros, Mayor Petra Lind said, and is to begin in autumn.",
    "Fishermen had asked for the light for months, because the harbour is hard to find at night.",
    (
        "Residents of the old harbour district gathered on the quay in the early evening to hear what "
        "the engineers had found inside the tower. They had brought lanterns."
    ),
)
GERMAN = (
    (
        "Der Stadtrat von Hafenstadt hat am Dienstag beschlossen, den alten Leuchtturm wieder in "
        "Betrieb zu nehmen, der seit dem Sturm im März dunkel geblieben ist."
    ),
    (
        "Die Arbeiten kosten nach Angaben von Bürgermeisterin Petra Lind etwa zwei Millionen Euro und "
        "sollen im Herbst beginnen, wenn die Saison der Fischer zu Ende geht."
    ),
    (
        "Die Fischer hatten seit Monaten um das Licht gebeten, weil der Hafen bei Nacht schwer zu "
        "finden ist und zwei Boote auf die Felsen vor der Einfahrt gelaufen sind."
    ),
)


def read(body):
    source = f"<html><head><title>Light at last</title></head><body><h1>Light at last</h1>{body}"
    return read_document(Document(html=source), name="page", default_id="page").text.split("\n")


def wrap(paragraph, width):
    return "<br>\n".join(textwrap.wrap(paragraph, width, break_on_hyphens=False))


@pytest.mark.parametrize("text", [TEXT, GERMAN], ids=["english", "german"])
@pytest.mark.parametrize("width", [38, 50, 72])
@pytest.mark.parametrize(
    "layout",
    [
        lambda lines: "".join(f"<p>{each}</p>" for each in lines),
        lambda lines: "".join(f"<div>{each}</div>" for each in lines),
        lambda lines: f"<div>{'<br><br>'.join(lines)}</div>",
        lambda lines: f"<p>{'<br><br>'.join(lines)}</p>",
        lambda lines: f"<article><p>{'<br/> <br/>'.join(lines)}</p></article>",
    ],
    ids=["p", "div", "div-br-br", "p-br-br", "article-br-br"],
)
def test_a_wrapped_text_is_read_in_its_paragraphs(text, width, layout):
    assert read(layout([wrap(each, width) for each in text])) == list(text)


def test_one_wrapped_paragraph_among_others_is_joined():
    body = "".join(f"<p>{each}</p>" for each in TEXT[:3]) + f"<p>{wrap(TEXT[3], 50)}</p>"
    assert read(body) == list(TEXT)


@pytest.mark.parametrize("separator", ["<br>", "<br><br>", "<br/>\n<br/>"])
@pytest.mark.parametrize("tag", ["p", "div"])
def test_breaks_between_sentences_part_paragraphs(separator, tag):
    assert read(f"<{tag}>{separator.join(TEXT)}</{tag}>") == list(TEXT)


def test_a_page_without_paragraphs_is_joined_too():
    rows = "".join(f"<option>{wrap(each, 50)}</option>" for each in TEXT)
    assert read(f"<form><select>{rows}</select></form>") == list(TEXT)


@pytest.mark.parametrize(
    ("pieces", "paragraphs"),
    [
        ([], []),
        (["", ""], []),
        (["One line."], ["One line."]),
        (["We will have light", "before the winter."], ["We will have light before the winter."]),
        (["A sentence.", "Another one."], ["A sentence.", "Another one."]),
        (["A sentence", "", "Another one"], ["A sentence", "Another one"]),
        (["Anna Schmidt", "Peter Huber"], ["Anna Schmidt\nPeter Huber"]),
        (["We need:", "a lamp", "a door"], ["We need:\na lamp\na door"]),
        (["Who pays?", "The council does."], ["Who pays?", "The council does."]),
        (["„Nie wieder!“", "Er ging."], ["„Nie wieder!“", "Er ging."]),
        (["मेयर ने कहा।", "काम शुरू होगा।"], ["मेयर ने कहा।", "काम शुरू होगा।"]),
    ],
)
def test_pieces_of_an_element(pieces, paragraphs):
    assert join_pieces(pieces) == paragraphs


def test_names_of_one_length_are_no_wrapped_text():
    names = ["The Reverend Johannes van der Berg, Harbourton", "Professor Maria Schmidt-Hellinger"]
    assert join_pieces(names * 2) == ["\n".join(names * 2)]
