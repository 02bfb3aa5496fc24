"""The stems of a query, where beginnings stand for the words of the texts."""

import numpy as np
import pytest

from summarizer.text.query import query_stems
from summarizer.text.tokens import stem_hashes

TEXT = "Nuclear talks about the Nucleus of a denuclearisation plan."


def unread():
    raise AssertionError("no text is needed")


def test_whole_words_need_no_text():
    found = query_stems("nuclear talks", ["en", "de"], unread)
    every = [stem_hashes("nuclear talks", language) for language in ("en", "de")]
    assert found.tolist() == np.unique(np.concatenate(every)).tolist()


@pytest.mark.parametrize("query", ["nucl*", "NUCL* summit", "non-nucl* summit"])
def test_a_beginning_stands_for_the_words_that_begin_so(query):
    found = query_stems(query, ["en"], lambda: [(TEXT, "en")]).tolist()
    assert set(stem_hashes("nuclear nucleus", "en").tolist()) <= set(found)
    assert not set(stem_hashes("talks denuclearisation plan", "en").tolist()) & set(found)


@pytest.mark.parametrize("query", ["nu*", "nucl *", "nucl*ar"])
def test_what_the_search_does_not_take_for_a_beginning(query):
    query_stems(query, ["en"], unread)
