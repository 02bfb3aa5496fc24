import pytest

from summarizer.text.quantities import quantities

#: text, then what is found: value, unit and bound
GOLDEN = [
    ("It cost $2.3 million.", [(2_300_000, "dollar", "")]),
    ("It cost 2,300,000 dollars.", [(2_300_000, "dollar", "")]),
    ("It cost £4.9bn.", [(4_900_000_000, "pound", "")]),
    ("It cost 50 euros.", [(50, "euro", "")]),
    ("About 15% of it", [(15, "%", "about")]),
    ("fifteen per cent of it", [(15, "%", "")]),
    ("15 percentage points", [(15, "%", "")]),
    ("two hundred and forty-five people", [(245, "", "")]),
    ("More than a million people", [(1_000_000, "", "over")]),
    ("nearly two million people", [(2_000_000, "", "under")]),
    ("half a million people", [(500_000, "", "")]),
    ("two to three hundred people", [(2, "", ""), (300, "", "")]),
    ("aged 11 to 16", [(11, "", ""), (16, "", "")]),
    ("at 3:45 p.m. and at 18:30", [(945, "clock", ""), (1110, "clock", "")]),
    ("at 10pm sharp", [(1320, "clock", "")]),
    ("the 22nd time", [(22, "ordinal", "")]),
    ("the twenty-first time", [(21, "ordinal", "")]),
    ("a 585-page agreement", [(585, "", "")]),
    ("won 344 to 286", [(344, "", ""), (286, "", "")]),
    ("two thirds of it", [(2 / 3, "", "")]),
    ("the galaxy M87 and the B52s", []),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_numbers_with_what_they_count(text, expected):
    found = quantities(text)
    assert [(each.value, each.unit, each.bound) for each in found] == [
        (pytest.approx(value), unit, bound) for value, unit, bound in expected
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It cost $2.3 million in all.", ["$2.3 million"]),
        ("It took two hundred and five years.", ["two hundred and five"]),
        ("In all, a hundred came.", ["a hundred"]),
        ("At 3:45 p.m. it ended.", ["3:45 p.m."]),
    ],
)
def test_offsets_hold_the_number_with_its_sign_and_scale(text, written):
    assert [text[each.start : each.end] for each in quantities(text)] == written


@pytest.mark.parametrize("text", ["One of them left.", "the first time", "Dozens came."])
def test_words_that_are_often_no_number_are_loose(text):
    assert [each.loose for each in quantities(text)] == [True]


def test_other_languages_have_digits_only():
    assert [each.value for each in quantities("zwei von 1.234 Menschen", "de")] == [1234]
