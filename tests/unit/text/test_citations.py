import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.citations import take_citations


@pytest.mark.parametrize(
    ("sentence", "text", "numbers"),
    [
        ("The two met at the border [2][5].", "The two met at the border.", (2, 5)),
        ("The two met [2, 5].", "The two met.", (2, 5)),
        ("The two met [2; 5] [11].", "The two met.", (2, 5, 11)),
        ("The two met [5] [2], [5].", "The two met.", (5, 2)),
        ("The two met [2 and 5].", "The two met.", (2, 5)),
        ("The two met [2–4].", "The two met.", (2, 3, 4)),
        ("The two met [5-2].", "The two met.", (5, 2)),
        ("The two met [1-900].", "The two met.", (1, 900)),
        ("The two met 【2】.", "The two met.", (2,)),
        ("The two met [^2].", "The two met.", (2,)),
        ("The two met.[2]", "The two met.", (2,)),
        ("Kim [1] met Moon [2] there.", "Kim met Moon there.", (1, 2)),
        ('"We met [sic] in [2019]," he said [3].', '"We met [sic] in [2019]," he said.', (3,)),
        ("He [the pilot] rose (2).", "He [the pilot] rose (2).", ()),
        ("It rose [0].", "It rose.", ()),
        ("The two met [1]. [2, 5", "The two met.", (1,)),
        ("The two met. [", "The two met.", ()),
        ("[2]", "", (2,)),
        ("", "", ()),
    ],
)
def test_citations_are_taken_off_and_counted_once(sentence, text, numbers):
    assert take_citations(sentence) == (text, numbers)


@given(st.lists(st.integers(1, 999), min_size=1, max_size=6, unique=True))
def test_what_was_cited_comes_back(numbers):
    marks = "".join(f"[{number}]" for number in numbers)
    assert take_citations(f"The ferry sank {marks}.") == ("The ferry sank.", tuple(numbers))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "stuck", [" ", ".", "[1", "[1] ", ". [1]x", '."', "[1" + " " * 9, "[ ", "【"]
)
def test_a_model_that_got_stuck_holds_nobody_up(stuck):
    text = stuck * 80_000
    assert len(take_citations(text)[0]) <= len(text)
