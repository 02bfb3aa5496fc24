"""What is said of an article in JSON that holds nothing to read."""

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.reading.jsonlines import parse_document


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "has neither `text` nor `html`"),
        ({"text": None}, "has neither `text` nor `html`"),
        ({"text": ""}, "`text` is empty"),
        ({"html": " \n"}, "`html` is empty"),
        ({"text": "", "html": ""}, "`text` and `html` are empty"),
    ],
)
def test_an_empty_text_is_told_from_none(given, reason):
    with pytest.raises(UnreadableInputError) as caught:
        parse_document(given, name="line 1")
    assert caught.value.reason == reason
