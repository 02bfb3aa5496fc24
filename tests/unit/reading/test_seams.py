"""Lines that hold several things: each is parted where the next one begins, and nowhere else."""

from itertools import pairwise

import pytest

from summarizer.reading.cleaning import clean
from summarizer.reading.documents import read_document
from summarizer.reading.seams import find_seams
from summarizer.types import Document

LEAD = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse, which has been"
    " dark since the storm in March, and to pay for it out of the fund for the harbour."
)
NEXT = (
    "The work will cost about 2 million euros, the mayor said, and is to begin in the autumn. "
    "Fishermen had asked for the light for months, because the harbour is hard to find at night. "
    "“We lost two boats in the winter,” said Ann Reed, who speaks for them. "
    "The engineers warned that the rock below the tower is weak, and that it has to be secured. "
)
MENU = "Home World Politics Business Sport Culture Travel Weather Jobs Cars Homes Archive Shop"


def parts(line: str) -> list[str]:
    borders = [0, *find_seams(line), len(line)]
    return [line[a:b].strip() for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    "stamp",
    [
        "Wed May 5, 2010 5:15 pm EDT",
        "Monday 19 July 2010 09.18 BST",
        "May 24, 2010 21:58 UTC",
        "Posted: 1:01 pm EST January 18, 2008",
        "Published: Monday, 18 January, 2010, 15:33 GMT",
        "Last updated: 14 January, 2010 - 17:26 GMT",
        "Updated 2019-06-30",
    ],
)
def test_a_time_before_the_text_is_parted_from_it(stamp):
    assert parts(f"{stamp} {LEAD}") == [stamp, LEAD]


def test_a_headline_before_a_labelled_time_is_parted_too():
    headline, stamp = "Harbour gets its light back", "Posted on: 31-12-2007"
    assert parts(f"{headline} {stamp} {LEAD}") == [headline, stamp, LEAD]


def test_a_byline_before_a_dateline_is_parted_from_it():
    byline = "By JANE DOE, Coast Press Writer 42 minutes ago"
    text = f"HARBOURTON, Island - {LEAD}"
    assert parts(f"{byline}  {text}") == [byline, text]


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright 2008 The Coast Press.",
        "© 2019 Harbour Media",
        "Read more about the harbour",
        "Click here to send us your opinion",
    ],
)
def test_a_notice_behind_the_text_is_parted_from_it(notice):
    assert parts(f"{LEAD} {notice}") == [LEAD, notice]


def test_a_page_in_one_line_is_parted_from_its_menus():
    text = f"{LEAD} {NEXT * 2}".strip()
    footer = "Contact | Terms | Privacy | Advertise | Jobs | Subscribe | About us | © Harbour Media"
    assert parts(f"{MENU} {text} {footer}") == [MENU, text, footer]


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        NEXT.strip() * 3,
        f"On Sunday, June 5, 2019 at 5:30 p.m. {LEAD}",
        f"A report published June 5, 2019 told the council what to expect. {LEAD}",
        f"May 8, 1945 was the day on which the war ended here, {LEAD}",
        f"{LEAD} The copyright of the plans lies with the city.",
        f"{LEAD} “Click here,” the button said.",
        "Die Ratsherren der Stadt haben am Dienstag beschlossen, den alten Leuchtturm zu bauen. "
        * 20,
        "Ann Reed, Jo Ray, Al Fox and Bo Lee were named to the board by the mayor last week. " * 20,
    ],
)
def test_running_text_has_no_seam(text):
    assert find_seams(text) == []


def test_the_parts_are_judged_by_the_rules_and_traced_to_the_line():
    line = f"Wed May 5, 2010 5:15 pm EDT {LEAD} Copyright 2010 The Coast Press."
    article = read_document(Document(text=line), name="x", default_id="x")
    assert article.text == LEAD
    assert [(item.rule, item.start) for item in article.removed] == [
        ("date", 0),
        ("copyright", line.index("Copyright")),
    ]
    assert article.date.value.isoformat() == "2010-05-05T21:15:00+00:00"
    span = article.given_span(0, len(LEAD))
    assert line[span.start : span.end] == LEAD


def test_a_page_in_one_line_with_markup_in_it_is_read():
    text = f"{LEAD} {NEXT * 2}".strip()
    advert = '<a href="https://ads.example/x"><img src="https://ads.example/y" border="0"></a>'
    cleaned = clean(f"{MENU} {LEAD} {advert} {NEXT * 2}")
    assert cleaned.text == text
    assert [item.rule for item in cleaned.removed][1:] == ["markup", "markup", "markup"]


def test_bits_that_links_left_become_sentences_again():
    lines = [
        LEAD,
        "A plan of the new light was shown to the council by",
        "Ann Reed",
        ", who leads the work. She had drawn it with her brother over the winter.",
        "Nobody knows yet what the",
        "Coast Guard",
        "will say about the plan when it is shown to them in the spring.",
    ]
    assert clean("\n".join(lines)).text == "\n".join(
        [LEAD, f"{lines[1]} {lines[2]}{lines[3]}", " ".join(lines[4:])]
    )
