from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.abstractive.thoughts import spoken
from summarizer.errors import GenerationError


def torn(text: str, places: set[int]) -> list[str]:
    cuts = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ferry sank.", "The ferry sank."),
        ("<think>Hm. </think>The ferry sank.", "The ferry sank."),
        ("\n<Thinking>Hm <b>.</THINKING>The ferry sank.", "\nThe ferry sank."),
        ("The ferry <think>hm</think>sank <think></think>.", "The ferry sank ."),
        ("<think>The ferry", ""),
        ("<think>The ferry </th", ""),
        ("<think>a<think>b</think>The ferry", "The ferry"),
        ("It is < 5 <thin ice> <", "It is < 5 <thin ice> <"),
        ("</think>The ferry", "The ferry"),
    ],
)
@given(places=st.sets(st.integers(0, 60), max_size=8))
def test_reasoning_is_not_said_wherever_pieces_are_torn(text, said, places):
    assert "".join(spoken(torn(text, places))) == said


def test_nothing_is_held_back_that_begins_no_tag():
    pieces = iter(["The", " ferry <", "b> sank"])
    said = spoken(pieces)
    assert next(said) == "The"
    assert next(said) == " ferry "
    assert next(said) == "<b> sank"


def test_reasoning_without_its_start_is_an_error_once_it_was_said():
    said = spoken(["I should tell", " of the ferry.", "</think>", "The ferry sank."])
    assert next(said) == "I should tell"
    with pytest.raises(GenerationError, match="reasoning ran into its text"):
        list(said)


def test_reasoning_without_its_start_goes_where_it_came_in_one_piece():
    assert "".join(spoken(["Let me see.</think>The ferry sank."])) == "The ferry sank."
