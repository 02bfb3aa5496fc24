import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.abstractive.citations import cited, without_citations


@pytest.mark.parametrize(
    ("sentence", "told", "numbers"),
    [
        ("They met at the border [2][5].", "They met at the border.", (2, 5)),
        ("They met at the border. [2, 5]", "They met at the border.", (2, 5)),
        ("They met at the border.[2] [5]", "They met at the border.", (2, 5)),
        ("They met at the border. [2].", "They met at the border.", (2,)),
        ("They met [2], [5].", "They met.", (2, 5)),
        ("They met ([2]).", "They met.", (2,)),
        ("They met [1] and left [3; 1].", "They met and left.", (1, 3)),
        ("They met [ 2 – 4 ].", "They met.", (2, 3, 4)),
        ("They met [4-2].", "They met.", (4, 2)),
        ("[7] They met.", "They met.", (7,)),
        ('"Never again," she said [3].', '"Never again," she said.', (3,)),
        ("Did they meet [2]?", "Did they meet?", (2,)),
        ("They met.", "They met.", ()),
        ('He "met [the president]" there [1].', 'He "met [the president]" there.', (1,)),
        ('"In [2019] we knew," he said [1].', '"In [2019] we knew," he said.', (1,)),
        ("It rose to 5.3 [2] .", "It rose to 5.3 .", (2,)),
        ("It rose. [2] .5 points came first.", "It rose. .5 points came first.", (2,)),
        ("[1][2]", "", (1, 2)),
        ("", "", ()),
        ("Brackets [] [ ] [,] [a1] stay.", "Brackets [] [ ] [,] [a1] stay.", ()),
    ],
)
def test_citations_are_read_and_taken_off(
    sentence: str, told: str, numbers: tuple[int, ...]
) -> None:
    assert without_citations(sentence) == told
    assert cited(sentence) == numbers


@given(st.text(alphabet="a .[]()12,;–-\n", max_size=60))
def test_what_cites_nothing_stays_as_it_is(sentence: str) -> None:
    told = without_citations(sentence)
    assert set(told) <= set(sentence)
    assert len(told) <= len(sentence)
    if not cited(sentence):
        assert told == sentence.strip()


@pytest.mark.timeout(20)
@pytest.mark.parametrize("row", [" ", "[1", "[1],", "([1]", ". [1] .", "([", "[1" + " " * 9])
def test_long_rows_of_spaces_and_brackets_end(row: str) -> None:
    long = f"[1]{row * 20_000}" + " " * 100_000
    assert cited(long) == (1,)
    assert len(without_citations(long)) < len(long)
