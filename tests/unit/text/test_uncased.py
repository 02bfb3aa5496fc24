import pytest

from summarizer.text.sentences import split
from summarizer.text.uncased import split_any_case


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in split_any_case(text, "en")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("boats sank . the port burned .", ["boats sank .", "the port burned ."]),
        ("boats sank. the port burned.", ["boats sank.", "the port burned."]),
        ("mr. kim left the u.s. in may. he won.", ["mr. kim left the u.s. in may.", "he won."]),
        ("it cost 5. they paid!", ["it cost 5.", "they paid!"]),
        ("he said ` no ' . ' they left .", ["he said ` no ' .", "' they left ."]),
        ("one sentence without a stop", ["one sentence without a stop"]),
        ("", []),
        ("he met UNK . UNK won . .", ["he met UNK .", "UNK won . ."]),
    ],
)
def test_without_capitals_a_stop_ends_a_sentence(text, sentences):
    assert told(text) == sentences


def test_with_capitals_nothing_changes():
    text = "Mr. Kim left. the port burned. They won."
    assert split_any_case(text, "en") == split(text, "en")
