import pytest

from summarizer.extractive.explanations import Described, explain
from summarizer.selection.outcome import Drop, Pick, Selection
from tests.pools import pool

TEXTS = ["Old boats sank in a storm. He saw it.", "Boats sank near the port. It is so."]
MADE = pool(*TEXTS)
SENTENCES = ["Old boats sank in a storm.", "He saw it.", "Boats sank near the port.", "It is so."]


def describe(row: int) -> Described:
    return Described(
        article=f"a{MADE.article[row]}",
        language="en",
        sentence=int(MADE.index[row]),
        text=SENTENCES[row],
    )


KEPT = (Pick(row=0, gain=4.0), Pick(row=2, gain=1.0))


def reasons(*drops: Drop, kept=KEPT):
    return explain(Selection(picks=kept, drops=drops), MADE, describe)


def drop(row: int, reason: str, *, gain=2.0, last=0.5, instead=None) -> Drop:
    return Drop(row=row, gain=gain, last_gain=last, reason=reason, instead=instead)


def test_kept_sentences_come_first_in_the_order_of_choice():
    choices = reasons(drop(3, "outranked"))
    assert [(each.text, each.kept, each.rank) for each in choices] == [
        (SENTENCES[0], True, 1),
        (SENTENCES[2], True, 2),
        (SENTENCES[3], False, 1),
    ]
    assert [each.score for each in choices] == [1.0, 0.25, 0.5]


def test_a_kept_sentence_names_its_words_those_of_most_sources_first():
    first = reasons()[0]
    assert first.terms == ("boats", "sank", "Old", "storm")
    assert first.reason == (
        "adds 100% of what the first choice adds: “boats”, “sank”, “Old” "
        "(2 independent sources have the first word)"
    )


def test_a_sentence_without_content_words_filled_room():
    assert reasons(kept=(Pick(row=3, gain=0.0),))[0].reason == "there was room for it"


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (drop(2, "repeats", instead=2), "says much the same as choice 2"),
        (
            drop(1, "dangling"),
            "“He saw it. …” points back to the sentence before it, which was not chosen",
        ),
        (drop(2, "partial"), "tells a part of a quotation only"),
        (drop(1, "too_short"), "is too short to tell anything alone"),
        (drop(0, "too_long"), "is longer than the whole budget"),
        (drop(3, "outranked"), "no room was left; the choices tell 75% of what it would add"),
        (
            drop(3, "outranked", gain=0.0),
            "no room was left; the choices tell 100% of what it would add",
        ),
    ],
)
def test_a_dropped_sentence_says_why(made, reason):
    assert reasons(made)[-1].reason == reason


def test_without_choices_there_is_nothing_to_compare_with():
    choices = reasons(drop(0, "too_long", gain=0.5), kept=())
    assert [(each.kept, each.score) for each in choices] == [(False, 0.5)]
