"""Whatever the text, sentences are faithful spans, and its prepared form survives the store."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.prepared import Prepared, pack, unpack
from summarizer.text.date_mentions import date_mentions
from summarizer.text.languages import detect
from summarizer.text.preparing import prepare
from summarizer.text.sentences import split
from summarizer.text.standalone import is_dangling
from summarizer.text.tokens import count_words

#: what news texts are made of, and what makes them hard to split
PIECES = st.sampled_from(
    [
        *".!?…。！？\"'“”‘’„«»()[]—- \n\t1aAéИи他「」•",
        *[" ", ". ", "? ", ".” ", '!" ', ". . .", "... ", "\n\n", "\u00a0", "\u2028"],
        *["Mr. ", "U.S. ", "D.C. ", "no. ", "a.m. ", "J. ", "3. ", "[6]", "1.) ", "• "],
        *["He ", "said ", "the ", "Trump ", "Oktober ", "5 ", "$2.3 ", "June 12", "Sunday"],
        *["last ", "week", "three days later", "2018", "-", "12 juin ", "de ", "vor ", "Q1 "],
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "ru", "zh"])


@settings(deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_sentences_are_spans_that_cover_everything_but_white_space(text, language):
    spans = split(text, language)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    left = list(text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    assert not "".join(left).strip()


@settings(deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_no_sentence_is_a_closing_mark_or_footnote_alone(text, language):
    for start, end in split(text, language)[1:]:
        before = text[:start].rstrip(" ")
        alone = set(text[start:end]) <= set("”’»")
        assert not alone or not before.endswith((".", "!", "?"))


@settings(deadline=None)
@given(text=TEXTS, title=st.none() | TEXTS, language=LANGUAGES)
def test_packing_keeps_every_array(text, title, language):
    form = prepare(text, title=title, language=language, content_hash="7")
    again = unpack(pack(form))
    assert pack(again) == pack(form)
    for name in Prepared.__slots__:
        one, other = getattr(form, name), getattr(again, name)
        if isinstance(one, np.ndarray):
            assert one.dtype == other.dtype
            assert one.shape == other.shape
        np.testing.assert_array_equal(one, other)


@settings(deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_arrays_of_an_article_agree_with_each_other(text, language):
    form = prepare(text, title=None, language=language, content_hash="7")
    assert form.words.sum() == sum(count_words(text[a:b]) for a, b in form.spans)
    assert form.bounds[0] == 0
    assert form.bounds[-1] == len(form.tokens) == len(form.token_flags)
    assert (np.diff(form.bounds) >= 0).all()
    assert (np.diff(form.paragraphs) >= 0).all()


@settings(deadline=None)
@given(text=TEXTS, published=st.none() | st.dates(), language=LANGUAGES, inferred=st.booleans())
def test_mentions_are_ordered_spans_of_the_text(text, published, language, inferred):
    mentions = date_mentions(text, published=published, language=language, inferred=inferred)
    assert all(text[each.start : each.end] == each.text for each in mentions)
    for one, other in pairwise(mentions):
        same = (one.start, one.end) == (other.start, other.end)
        assert one.end <= other.start or (same and one.value <= other.value)


@settings(deadline=None)
@given(text=TEXTS)
def test_any_text_may_be_asked(text):
    assert detect(text) in {None, "en", "de", "fr", "es", "it", "pt", "nl", "ru"}
    assert is_dangling(text) in {True, False}
