"""Golden pairs: a page in `pages/`, and the article that it holds, or why it holds none, beside it."""

import json
from pathlib import Path

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.reading import read_paths

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))


def written(value):
    return value.isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as_expected(page):
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    [article] = read_paths([page])
    if "error" in expected:
        assert isinstance(article, UnreadableInputError)
        assert expected["error"] in article.reason
        return
    assert not isinstance(article, UnreadableInputError), str(article)
    assert article.text.split("\n") == expected["text"]
    assert [notice.code for notice in article.notices] == expected.get("notices", [])
    for key in ("title", "source", "url"):
        if key in expected:
            assert getattr(article, key) == expected[key]
    if "date" in expected:
        found = article.date
        shown = {
            "value": written(found.value),
            "precision": found.precision,
            "origin": found.origin,
        }
        assert shown == expected["date"]
        others = [written(each.value) for each in found.alternatives]
        assert others == expected.get("alternatives", others)
    entries = [
        (written(entry.date.value), article.text[entry.start : entry.end])
        for entry in article.entries
    ]
    wanted = expected.get("entries", [])
    assert [value for value, _ in entries] == [value for value, _ in wanted]
    assert all(text in (None, own) for (_, own), (_, text) in zip(entries, wanted, strict=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_word_kept_stands_where_the_alignment_says(page):
    [article] = read_paths([page])
    if isinstance(article, UnreadableInputError):
        return
    for piece in article.alignment:
        here = article.text[piece.start : piece.end]
        there = article.given[piece.given_start : piece.given_end]
        if len(here) == len(there):
            assert here.split() == there.replace("\u00a0", " ").split()
        else:  # an entity, or markup between two words
            assert not here.strip() or there.startswith("&")
