import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.sentences import split
from summarizer.text.streaming import finished, sentences_of

TEXT = "Mr. Kim met Trump at 3 p.m. on Sunday. They spoke for an hour [2][5]. “It is over.” Then"


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_a_text_in_pieces_has_the_sentences_of_the_whole(size):
    pieces = [TEXT[start : start + size] for start in range(0, len(TEXT), size)]
    assert list(sentences_of(pieces, "en")) == [
        "Mr. Kim met Trump at 3 p.m. on Sunday.",
        "They spoke for an hour [2][5].",
        "“It is over.”",
        "Then",
    ]


def test_a_sentence_comes_as_soon_as_the_next_one_has_begun():
    read = []

    def pieces():
        for piece in ("Boats ", "sank. ", "The ", "port ", "burned."):
            read.append(piece)
            yield piece

    assert next(sentences_of(pieces(), "en")) == "Boats sank."
    assert read == ["Boats ", "sank. ", "The "]


def test_nothing_gives_nothing():
    assert list(sentences_of([])) == []
    assert list(sentences_of(["", " \n"])) == []


@given(st.lists(st.sampled_from(["Boats", "sank.", "D.C.", "Mr.", "Kim", "left!", "“No.”", "[1]"])))
def test_no_word_is_lost(words):
    text = " ".join(words)
    told = list(sentences_of([f"{word} " for word in words], "en"))
    assert " ".join(told).split() == text.split()
    assert all(sentence == sentence.strip() for sentence in told)
    assert len(told) >= len(split(text, "en")) - 1


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Boats sank.", True),
        ("Boats sank [1, 2].", True),
        ("Boats sank. [3]", True),
        ("He said: “Boats sank.”", True),
        ("雨が降った。", True),
        ("Boats sank in 20", False),
        ("The price rose to 1.5", False),
        ("Two boats, 3", False),
        ("Boats sank.[1][2]", True),
        ("Boats sank. [2", True),
        ("Boats sank. [2 and 5]", True),
        ("Boats sank. [^2]", True),
        ("雨が降った。【2】", True),
        ("[3]", True),
        ("Boats sank and the", False),
        ("", False),
    ],
)
def test_a_sentence_without_a_stop_is_not_finished(sentence, whole):
    assert finished(sentence) is whole


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Boats sank.", True),
        ("Boats sank [1, 2].", True),
        ("The price rose to 1.", False),
        ("They met Mr.", False),
        ("They flew to the U.", False),
        ("They bought Acme Inc.", False),
        ("雨が降った。", True),
        ("Boats sank and the", False),
    ],
)
def test_where_a_text_was_cut_off_a_stop_may_be_a_points(sentence, whole):
    assert finished(sentence, "en", cut=True) == whole


@pytest.mark.parametrize("stuck", ["[ ", "[1, ", " ", "] "])
def test_what_a_stuck_model_repeats_is_read_once(stuck):
    assert not finished(f"Boats{stuck * 40_000}x")
