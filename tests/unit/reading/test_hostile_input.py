"""Input made to hurt: it must end, and end soon (the test's timeout says when it does not)."""

from io import BytesIO

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.reading import read_stream
from summarizer.types import Article

SENTENCE = "The city council agreed on Tuesday to repair the old lighthouse on the rock."
SIZE = 300_000


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("a", "x.txt"),
        ("a ", "x.txt"),
        ("{{", "x.txt"),
        ("x (/a", "x.txt"),
        (" ", "x.txt"),
        ("a b c\n", "x.txt"),
        ("Photo: A B\n\n", "x.txt"),
        ("1.1.2019 ", "x.txt"),
        ("A line of five words\n\n", "x.txt"),
        ("What now?\n\n", "x.txt"),
        ("* A (B/C)\n\n", "x.txt"),
        ('"', "x.txt"),
        (" | a", "x.txt"),
        ("\r\x0b\u2028", "x.txt"),
        ("<", "x.html"),
        ("<a ", "x.html"),
        ('<a href="', "x.html"),
        ("&", "x.html"),
        ("&amp;", "x.html"),
        ("<div>", "x.html"),
        ("<b>", "x.html"),
        ("<!--", "x.html"),
        ("<script>", "x.html"),
        ("<ul><li>", "x.html"),
        ("<table><tr><td>", "x.html"),
        ('<meta name="date" content="x">', "x.html"),
        ("[", "x.json"),
        ("[ ", "x"),
        ('{"text": ', "x.jsonl"),
    ],
)
def test_repetition_ends_soon(unit, name):
    start = "<html><body>" if name == "x.html" else ""
    text = f"{start}{unit * (SIZE // len(unit))}\n{SENTENCE}\n"
    for found in read_stream(BytesIO(text.encode()), name=name, default_id="x"):
        assert isinstance(found, Article | UnreadableInputError)
