import pytest

from summarizer.text.measures import measures

#: text, then what is found: dimension, amount in its first unit, and what stands there
GOLDEN = [
    ("They ran 26 miles.", [("length", 41842.9, "26 miles")]),
    ("They ran 42 km.", [("length", 42000, "42 km")]),
    ("It took 90 minutes.", [("time", 5400, "90 minutes")]),
    ("It took an hour and a half.", [("time", 5400, "an hour and a half")]),
    ("It took almost an hour.", [("time", 3600, "an hour")]),
    ("It took half an hour.", [("time", 1800, "half an hour")]),
    ("a 45-minute meeting", [("time", 2700, "45-minute")]),
    ("It weighs two tonnes.", [("weight", 2000, "two tonnes")]),
    ("He is 45 years old, a 12-year-old is not.", []),
    ("It pays $20 an hour and leaks 5,000 barrels of oil.", [("volume", 795_000, "5,000 barrels")]),
    ("They met twice a day, and left an hour later.", []),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_numbers_with_their_units(text, expected):
    found = measures(text)
    assert [(m.dimension, m.amount.value, text[m.start : m.end]) for m in found] == [
        (dimension, pytest.approx(value, rel=1e-4), told) for dimension, value, told in expected
    ]


def test_the_hedge_before_an_uncounted_unit_is_its_bound():
    bounds = [measures(f"They met for {told}an hour.")[0].amount.bound for told in ("", "almost ")]
    assert bounds == ["", "under"]
