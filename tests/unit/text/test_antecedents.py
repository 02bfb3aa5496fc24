import pytest

from summarizer.text.antecedents import Told, antecedents
from summarizer.text.quotations import quoted_parts
from summarizer.text.sentences import split
from summarizer.text.standalone import is_dangling


def explained(text: str, language: str | None = "en") -> list[str]:
    """The sentences that have an antecedent, with it in brackets."""
    spans = split(text, language)
    told = [
        Told(
            span=(start, end),
            paragraph=text.count("\n", 0, start),
            dangling=is_dangling(text[start:end], language),
            partial=any(part),
        )
        for (start, end), part in zip(spans, quoted_parts(text, spans), strict=True)
    ]
    return [
        f"{text[start : found.at]} [{text[found.start : found.end]}]{text[found.at : end]}"
        for (start, end), found in zip(spans, antecedents(text, told, language), strict=True)
        if found is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Kolb came. She left.", ["She [Anna Kolb] left."]),
        (
            "President Viktor Berg spoke. He added that talks go on.",
            ["He [Viktor Berg] added that talks go on."],
        ),
        ("Ben Ali, 45, drowned. He was a baker.", ["He [Ben Ali] was a baker."]),
        ("Tomasz Wolny came. Wolny spoke. He left.", ["He [Tomasz Wolny] left."]),
        ("“It rained,” said Anna Kolb. She left.", ["She [Anna Kolb] left."]),
        ("Anna Kolb came.\n“It rained,” she said.", ["“It rained,” she [Anna Kolb] said."]),
        ("Anna Kolb came. On Friday she left.", ["On Friday she [Anna Kolb] left."]),
        (
            "Anna Kolb came. She spoke. She left.",
            ["She [Anna Kolb] spoke.", "She [Anna Kolb] left."],
        ),
        ("Mr. Berg came. He left.", ["He [Mr. Berg] left."]),
        ("Guitarist Jimmy Page came. He left.", ["He [Jimmy Page] left."]),
        ("Anna Kolb came. The port was full. She left.", ["She [Anna Kolb] left."]),
    ],
)
def test_the_one_person_who_may_be_meant_is_found(text, expected):
    assert explained(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kolb met Martin Berg. He left.",  # two
        "Anna Kolb and Martin Berg came. She left.",
        "Anna Kolb came. He left.",  # not he
        "The White House fell. He left.",  # nobody
        "Anna Kolb came. The minister spoke. She left.",  # or the minister
        "Anna Kolb came.\nThe port was full.\nBoats sank.\nShe left.",  # too far
        "Anna Kolb came. She met Anna Kolb.",  # somebody else
        "Anna Kolb came. But she left.",  # points back in another way, too
        "Anna Kolb came. She’s a baker.",  # no place for brackets
        "Anna Kolb came. It rained.",
        "Anna Kolb came. They left.",
        "She left.",
        "Donald Trump and Melania Trump came. Trump spoke. He left.",  # who?
        "Tomasz Wolny came. Wolny brought a woman. She left.",  # or she
        "Anna Kolb came. Eva Berg was angry: “It rained,” she said.",  # she said so herself
        "A repairman heard Anna Kolb’s screams. He called for help.",
        "Michael Brown was shot by Wilson in Ferguson, police said. He feared for his life.",
        "James Holmes was sentenced for killing Alex. He was six years old.",
        "Donald Trump fired Comey on Tuesday. He had led the investigation.",
        "Paul Ryan met the president on Friday. He had promised voters a new law.",
        "",
    ],
)
def test_where_another_may_be_meant_nobody_is(text):
    assert explained(text) == []


def test_other_languages_are_left_alone():
    assert explained("Anna Kolb kam. Sie ging.", "de") == []
    assert explained("Anna Kolb came. She left.", None) == ["She [Anna Kolb] left."]
