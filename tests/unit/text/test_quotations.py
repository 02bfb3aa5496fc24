import pytest

from summarizer.text.quotations import quoted_parts, without_speaker
from summarizer.text.sentences import split


def marked(text: str) -> str:
    """For each sentence whether it begins (<) and ends (>) inside a quotation, or is whole (.)"""
    parts = quoted_parts(text, split(text, "en"))
    return " ".join(("<" * inside + ">" * open_) or "." for inside, open_ in parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” Kim said. Boats sank.", ". ."),
        ("“It rained. It froze,” Kim said. Boats sank.", "> < ."),
        ('"It rained. It froze. Boats sank," Kim said. He left.', "> <> < ."),
        ("« Il pleut. Il gèle », dit Kim.", "> <"),
        ("„Es regnet. Es friert“, sagte Kim.", "> <"),
        ('Kim said: "It rained. It froze." Boats sank.', "> < ."),
        ("He was 6'2\" tall. Boats sank.", ". ."),
        ('He paid for a 24" screen. Boats sank.', ". ."),
        ("It’s over. Kim’s boats sank.", ". ."),
    ],
)
def test_the_parts_of_a_quotation_are_known(text, expected):
    assert marked(text) == expected


def test_a_quotation_of_several_paragraphs_has_no_rest_in_the_first():
    assert marked("“It rained. It froze.\n“Boats sank,” Kim said.") == "> <> ."


def test_a_closing_mark_reaches_back_over_line_breaks():
    assert marked('"It rained.\nIt froze.\nBoats sank," Kim said.\nRain fell.') == "> <> < ."


def test_a_closing_mark_alone_makes_its_sentence_a_part():
    assert marked("It rained.\nBoats sank,” Kim said.") == ". <"


def nameless(text: str) -> list[str]:
    spans = split(text, "en")
    found = without_speaker(text, spans, quoted_parts(text, spans))
    return [text[slice(*spans[place])] for place in sorted(found)]


def test_a_quotation_without_a_speaker_is_known():
    assert nameless("“It rained.” “It froze,” Kim said.") == ["“It rained.”"]
    assert nameless("“It rained. It froze.” Boats sank.") == ["“It rained."]
    assert nameless("“It rained,” Kim said. “It froze. Boats sank,” Kim said.") == []


def test_a_mark_whose_end_was_forgotten_does_not_silence_the_rest():
    sentences = ['"We will build it, the mayor said.', *["Boats sank in the storm."] * 20]
    text = " ".join(sentences)
    starts = [sum(len(each) + 1 for each in sentences[:n]) for n in range(len(sentences))]
    spans = [(start, start + len(each)) for start, each in zip(starts, sentences, strict=True)]
    parts = quoted_parts(text, spans)
    assert parts[0] == (False, True)
    assert parts[1:] == [(False, False)] * 20
