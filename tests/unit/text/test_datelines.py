import pytest

from summarizer.text.datelines import dateline_length
from summarizer.text.preparing import prepare


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("SEOUL, South Korea, June 30 (Agency) - ", "The two men met at the border."),
        ("WASHINGTON — ", "Congress agreed on Friday."),
        ("NEW YORK, June 30 -- ", "The bank closed its doors."),
        ("GRAND ISLE, La. -- ", "Oil came ashore on Sunday."),
        ("KATHMANDU, Nepal (AP) — ", "“We felt it,” she said."),
        ("(Reuters) - ", "A ship sank off the coast."),
        ("LONDON, July 27 (Reuters) - ", "Shares fell."),
        ("Berlin (dpa) – ", "Der Rat tagt am Freitag."),
        ("Moskau (dpa/AP) - ", "Der Präsident sprach."),
        ("Paris, le 3 mai (AFP) - ", "Le roi est venu."),
        ("Madrid, 3 may (EFE).- ", "El rey dijo que vendrá."),
        ("ROMA (ANSA) - ", "Il governo ha deciso."),
        ("BRASÍLIA, 3 de maio (Reuters) - ", "O governo decidiu."),
        ("AMSTERDAM (ANP) - ", "De koning komt vrijdag."),
        ("МОСКВА, 3 мая (ТАСС) - ", "Президент приехал."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline, sentence):
    assert dateline_length(dateline + sentence) == len(dateline)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was over - he said.",
        "Kim (left) - the leader of the North - agreed.",
        "U.S. - China ties are bad.",
        "The Disasters Emergency Committee (DEC) - A group of charities - asked for help.",
        "Self-made men - Smith among them - agreed.",
        "WASHINGTON — ",
        "",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(sentence):
    assert dateline_length(sentence) == 0


def test_the_prepared_form_holds_sentences_without_datelines_and_counts_their_words():
    text = "SEOUL (Agency) - Two men met. They talked.\nSEOUL (Agency) - Nothing came of it."
    form = prepare(text, title=None, language="en", content_hash="x")
    assert [text[start:end] for start, end in form.spans.tolist()] == [
        "Two men met.",
        "They talked.",
        "Nothing came of it.",
    ]
    assert form.words.tolist() == [3, 2, 4]
