import pytest

from summarizer.errors import InvalidRequestError
from summarizer.reading import read_document
from summarizer.service import Summarizer
from tests.questions import KOREA, document

NEWS = document(
    "President Donald Trump stepped into North Korea on Sunday. "
    "He shook hands with Kim Jong Un at the border village of Panmunjom. "
    "Read more: the two leaders agreed to restart stalled nuclear talks.",
    id="trump",
    date="2019-06-30",
    cleaned=False,
)


def test_each_sentence_has_its_place_a_verdict_and_its_sources():
    text = "Donald Trump stepped into North Korea on 30 June.  He shook hands with nobody!"
    report = Summarizer().check(text, [NEWS])
    first, second = report.sentences
    assert [text[each.start : each.end] for each in report.sentences] == [first.text, second.text]
    assert (first.verdict, second.verdict) == ("supported", "unsupported")
    assert report.score == second.score < first.score
    quoted = first.citations[0]
    assert quoted.article == "trump"
    assert quoted.quote == "President Donald Trump stepped into North Korea on Sunday."
    assert NEWS.text[quoted.given_start : quoted.given_end] == quoted.quote


def test_a_reason_points_at_the_words_and_at_what_the_sources_say():
    text = "The two leaders did not agree to restart stalled nuclear talks."
    [checked] = Summarizer().check(text, [NEWS]).sentences
    [reason] = checked.reasons
    assert reason.kind == "negation"
    assert checked.text[reason.start : reason.end] == "not"
    assert reason.citation.quote.endswith("agreed to restart stalled nuclear talks.")


def test_what_the_cleaner_would_remove_counts():
    cleaned = read_document(NEWS, name="trump", default_id="trump")
    said = "The two leaders agreed to restart stalled nuclear talks."
    assert "Read more" not in cleaned.text
    assert Summarizer().check(said, [NEWS]).sentences[0].verdict == "supported"


def test_every_sentence_of_an_article_is_supported_by_it():
    for article in KOREA[:3]:
        report = Summarizer().check(article.text, [article])
        assert report.score == 1.0
        assert {each.verdict for each in report.sentences} == {"supported"}


def test_what_cannot_be_read_is_a_warning_and_the_others_count():
    report = Summarizer().check("Donald Trump stepped into North Korea.", [NEWS, document("")])
    assert [notice.code for notice in report.warnings] == ["unusable-article"]


@pytest.mark.parametrize(
    ("text", "documents", "zone", "pointer"),
    [
        (" … ", [NEWS], "UTC", "/summary"),
        ("Boats sank.", [document("")], "UTC", "/documents"),
        ("Boats sank.", [], "UTC", "/documents"),
        ("Boats sank.", [NEWS], "Mars/Base", "/tz"),
    ],
)
def test_what_cannot_be_checked_says_why(text, documents, zone, pointer):
    with pytest.raises(InvalidRequestError) as caught:
        Summarizer().check(text, documents, zone=zone)
    assert caught.value.pointer == pointer
