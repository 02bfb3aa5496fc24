"""The line model in the cleaner: where it is asked, what it reports, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.cleaning import clean, clean_with
from tests.dumped_pages import article, page


def test_a_dump_loses_what_is_not_the_article_and_every_removal_says_how_likely_it_was():
    dumped = page(4)
    cleaned = clean(dumped["text"])
    assert cleaned.text == dumped["gold"]
    assert cleaned.title == dumped["title"]
    teaser = next(item for item in cleaned.removed if item.text.startswith("A dog was saved"))
    name, chance = teaser.rule.split()
    assert name == "line-model"
    assert 0 <= float(chance) < 0.4


def test_no_line_of_the_headline_is_text():
    dumped = page(2)
    cleaned = clean(dumped["text"].replace("Print", dumped["title"]))
    assert dumped["title"] not in cleaned.text


def test_a_clean_article_is_not_asked_about():
    text = "\n\n".join(article("bridge") * 3)
    assert clean(text) == clean_with(None, text)
    assert clean(text).text == text.replace("\n\n", "\n")


def test_a_standfirst_below_the_headline_stays():
    dumped = page(6)
    standfirst = (
        "The town has to wait for its new roof. The mayor asks for patience until the spring."
    )
    cleaned = clean(dumped["text"].replace("Print", f"{standfirst}\n\nJanuary 9, 2019\n\nPrint"))
    assert cleaned.text == f"{standfirst}\n{dumped['gold']}"


def test_a_certain_rule_keeps_its_name():
    rules = {item.text: item.rule for item in clean(page(1)["text"]).removed}
    assert rules["Print"] == "share"
    assert rules["Related stories"] == "links"


def test_an_article_in_a_column_beside_a_menu_is_read_as_one():
    menu = [f"* Menu {n}" for n in range(24)]
    told = article("museum")
    beside = [f"{each:<40}{told[n // 6] if n % 6 == 0 else ''}" for n, each in enumerate(menu)]
    cleaned = clean("\n".join(beside))
    assert cleaned.text == "\n".join(told)


def test_a_wide_gap_alone_makes_no_columns():
    text = f"{article('school')[0][:-1]}      and its door.\n\n{article('school')[1]}"
    assert clean(text).text == text.replace("\n\n", "\n")


@given(
    st.lists(
        st.sampled_from(
            [*article("ferry"), "Home", "* a", "1", "…", "Reply", " " * 9 + "x        y"]
        ),
        max_size=60,
    )
)
def test_everything_is_kept_or_reported(lines):
    text = "\n".join(lines)
    cleaned = clean(text)
    compact = "".join(text.split())
    gone = sum(len("".join(item.text.split())) for item in cleaned.removed)
    assert len("".join(cleaned.text.split())) + gone == len(compact)
    for item in cleaned.removed:
        assert text.startswith(item.text, item.start)


@pytest.mark.parametrize("unit", ["x        y\n", "Home\n" * 3 + article("bridge")[0] + "\n"])
@pytest.mark.timeout(60)
def test_a_large_dump_ends_soon(unit):
    text = unit * (1_000_000 // len(unit))
    cleaned = clean(text)
    assert cleaned.text or cleaned.removed


@pytest.mark.parametrize(
    "heading",
    ["Comments are now closed for this story", "Comments (12)", "No comments yet", "3 comments"],
)
def test_nothing_below_the_heading_of_the_comments_is_article(heading):
    dumped = page(4)
    said = [
        f"The council should not spend so much money on roofs, as number {n} of us has said."
        for n in range(30)
    ]
    told = article("bridge") * 2
    text = dumped["text"].replace("Related stories", "\n\n".join([*told, heading, *said]))
    cleaned = clean(text)
    assert cleaned.text == "\n".join([dumped["gold"], *told])
    assert {i.rule for i in cleaned.removed if i.text in said} == {"line-model 0.00"}


def test_a_link_to_the_comments_above_the_article_takes_nothing():
    dumped = page(4)
    assert clean(dumped["text"].replace("Print", "12 comments")).text == dumped["gold"]


def test_a_list_that_is_one_sentence_stays_whole_in_a_dump():
    dumped = page(4)
    items = ["The mayor said that the topics included:", "lower taxes;", "more light;", "roofs."]
    told = article("library")
    text = dumped["text"].replace("Related stories", "\n\n".join([*told, *items, *told]))
    assert "\n".join(items) in clean(text).text
