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
        ("<svg><text>", "x.html"),
        ("<p hidden>", "x.html"),
        ("<article><time datetime='2019-06-30'></time><p>", "x.html"),
        ("<article><h2>A</h2><time datetime='2019-06-30'></time></article>", "x.html"),
        ("&lt;p&gt;&#x202e;&shy;", "x.html"),
        ("<frameset><noframes>", "x.html"),
        ('<script type="application/ld+json">[{"@graph": [</script>', "x.html"),
        ("<p itemprop='headline'>", "x.html"),
        ("<ul><li>a</li></ul><p>b:</p>", "x.html"),
        ("a<br>", "x.html"),
        ("The {{a}} light of the town is on. ", "x.html"),
        ("<p>The {{a}} light of the town is on.</p>", "x.html"),
        ("<time>1 May 2019</time>", "x.html"),
        ("<h1>a</h1>", "x.html"),
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


def read(source):
    [found] = read_stream(BytesIO(source.encode()), name="x.html", default_id="x")
    return found


PAGE = f"<p>{SENTENCE}</p>" * 5
TEXT = "\n".join([SENTENCE] * 5)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "start",
    [
        f"<html><body><div {' '.join(f'a{n}=x' for n in range(100_000))}>",
        f"<html><body><div class='{'a ' * 500_000}'>",
        f"<html><body><img src='data:image/png;base64,{'iVBOR' * 500_000}'>",
        f"<script type='application/ld+json'>{'[' * 1_000_000}</script><body>",
        f"<script type='application/ld+json'>{'[{},' * 500_000}</script><body>",
        f"<style>{'a{}' * 500_000}</style><body>",
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body>',
    ],
    ids=["attributes", "classes", "picture", "deep data", "long data", "style", "entities"],
)
def test_what_stands_before_an_article_does_not_hurt_it(start):
    article = read(f"{start}<h1>Light at last</h1>{PAGE}</body></html>")
    assert article.text == TEXT


def test_entities_that_a_page_declares_are_not_expanded():
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    article = read(f'<!DOCTYPE html [<!ENTITY e0 "ha">{entities}]><body>{PAGE}<p>&e12;</p></body>')
    assert len(article.text) < 1_000


def test_markup_that_nests_too_deep_is_read_by_its_text_and_says_so():
    article = read(f"<html><body>{'<div>' * 5_000}{PAGE}")
    assert article.text == TEXT
    assert [notice.code for notice in article.notices] == ["page-text"]


@pytest.mark.timeout(15)
@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("<noscript><p>a</p></noscript>", 24_000),
        ("<div class='reply'><p>I agree.</p></div>", 16_000),
        ("<option>a</option>", 24_000),
        (f"<div><time datetime='2019-01-01'></time><p>{SENTENCE}</p>", 2_000),
    ],
)
def test_elements_are_not_all_compared_with_each_other(unit, times):
    """That takes from 18 seconds to more than a minute."""
    article = read(f"<html><body><h1>Light at last</h1>{PAGE}{unit * times}{PAGE}</body></html>")
    assert isinstance(article, Article)
    assert article.text.startswith(SENTENCE)


def test_a_page_of_too_many_elements_is_read_by_its_text_and_says_so():
    article = read(f"<html><body>{PAGE}{'<i>a</i>' * 60_000}")
    assert article.text.startswith(TEXT)
    assert [notice.code for notice in article.notices] == ["page-text"]
