"""What becomes of articles that are handed to the service."""

from pathlib import Path

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.service import Summarizer
from summarizer.types import DateRange, Document
from tests.questions import BOATS, EVERY, KOREA, NOON, document, request


class TestIngest:
    def test_a_second_run_changes_nothing(self, empty):
        first = list(empty.ingest(EVERY))
        second = list(empty.ingest(EVERY))
        assert {outcome.status for outcome in first} == {"added"}
        assert {outcome.status for outcome in second} == {"unchanged"}
        assert [outcome.id for outcome in second] == [outcome.id for outcome in first]
        assert [outcome.name for outcome in first] == [article.id for article in EVERY]

    @pytest.mark.parametrize("given", ["page.txt", ["page.txt"], [Path("page.txt")]])
    def test_a_path_is_no_article(self, empty, given):
        with pytest.raises(TypeError, match=r"read_paths.* of summarizer\.reading"):
            list(empty.ingest(given))

    def test_a_document_is_no_article_yet(self, empty):
        with pytest.raises(TypeError, match="ingest_documents"):
            list(empty.ingest([document()]))

    def test_a_line_of_many_pages_is_in_no_summary(self, empty):
        notice = "Write to our readers' desk, which answers every letter."
        documents = [
            Document(
                text=f"A {topic} drew crowds on Tuesday.\n\nNobody forgets a {topic}.\n\n{notice}",
                source="Courier",
                title=f"The {topic}",
            )
            for topic in "ferry lighthouse budget election orchestra volcano museum".split()
        ]
        empty.ingest_documents(documents[:5])
        asked = request(500, dates=DateRange())
        assert notice in empty.summarize(asked).summary
        empty.ingest_documents(documents[5:])
        summary = empty.summarize(asked)
        assert notice not in summary.summary
        assert len(summary.sentences) == 14
        for sentence in summary.sentences:
            (citation,) = sentence.citations
            cited = empty.store.article(citation.article)
            assert cited.text[citation.start : citation.end] == citation.quote
            assert cited.given[citation.given_start : citation.given_end] == citation.quote
        assert {o.status for o in empty.ingest_documents(documents)} == {"unchanged"}

    def test_changed_content_under_one_address_is_a_new_version(self, empty):
        [first] = empty.ingest_documents([document(url="https://a.example/1")])
        [second] = empty.ingest_documents(
            [document(BOATS + " Nobody was hurt.", url="http://a.example/1/#top")]
        )
        assert (second.status, second.id) == ("updated", first.id)
        stored = empty.store.article(first.id)
        assert (stored.version, stored.text) == (2, BOATS + " Nobody was hurt.")
        summary = empty.summarize(request())
        assert "Nobody was hurt." in summary.summary

    def test_one_failure_does_not_stop_the_others(self, empty):
        outcomes = empty.ingest_documents(
            [document(id="x"), Document(id="empty", text="  "), Document(), document("Judges met.")]
        )
        assert [outcome.status for outcome in outcomes] == ["added", "failed", "failed", "added"]
        assert [outcome.name for outcome in outcomes] == ["x", "empty", "a3", "a4"]
        assert all(outcome.error for outcome in outcomes if outcome.status == "failed")
        assert len(empty.store.page().items) == 2

    def test_an_error_of_reading_is_an_outcome(self, empty):
        errors = [UnreadableInputError("b.txt", "is empty")] * 70
        outcomes = list(empty.ingest([*errors, *KOREA, *errors]))
        assert [outcome.status for outcome in outcomes] == (
            ["failed"] * 70 + ["added"] * len(KOREA) + ["failed"] * 70
        )
        assert (outcomes[0].name, outcomes[0].error) == ("b.txt", "is empty")

    def test_the_first_sight_of_an_article_stays(self, empty):
        [first] = empty.ingest_documents([document()])
        later = Summarizer(empty.store, clock=lambda: NOON.replace(year=2021))
        later.ingest_documents([document()])
        assert empty.store.article(first.id).first_seen == NOON
