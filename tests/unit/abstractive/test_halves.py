import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.abstractive.chat.halves import Halves


def read(*events: str) -> str:
    halves = Halves()
    return "".join(json.loads(halves.mended(event)) for event in events)


@pytest.mark.parametrize(
    ("events", "text"),
    [
        ((r'"a \ud83d\ude00 b"',), "a 😀 b"),
        ((r'"a \ud83d"', r'"\ude00 b"'), "a 😀 b"),
        ((r'"a \ud83d"', '""', r'"\uDE00 b"'), "a 😀 b"),
        ((r'"a \ud83d"', r'" b"'), "a  b"),
        ((r'"a \ude00 b"',), "a \ufffd b"),
        ((r'"a \\ud83d b"',), r"a \ud83d b"),
        ((r'"\u00e9 \n \" \\"',), 'é \n " \\'),
    ],
)
def test_halves_are_joined_across_events(events: tuple[str, ...], text: str) -> None:
    assert read(*events) == text


@given(st.text(), st.integers(0, 20))
def test_a_text_that_is_cut_anywhere_stays_the_same(text: str, place: int) -> None:
    units = text.encode("utf-16-be")
    ends = [units[: 2 * place], units[2 * place :]]
    events = [json.dumps(end.decode("utf-16-be", "surrogatepass")) for end in ends]
    assert read(*events) == text
