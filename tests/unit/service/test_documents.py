"""Questions about documents in hand."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from summarizer.errors import InvalidRequestError, NoArticlesError
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import DateRange, Document
from tests.questions import BOATS, document, request


class TestDocuments:
    def test_a_document_that_cannot_be_read_is_a_warning(self):
        summary = Summarizer().summarize(request(), [document(), Document(id="b", text="")])
        [notice] = [each for each in summary.warnings if each.code == "unusable-article"]
        assert notice.articles == ("b",)
        assert summary.summary == BOATS

    def test_a_paywall_stub_is_a_warning_and_not_summarized(self):
        stub = f"<article><p>{BOATS} They …</p></article><div>Subscribe to continue reading</div>"
        summary = Summarizer().summarize(request(), [document(), Document(id="b", html=stub)])
        [notice] = [each for each in summary.warnings if each.code == "unusable-article"]
        assert notice.articles == ("b",)
        assert "is a paywall stub" in notice.message
        assert [cited.article.id for cited in summary.articles] == ["a1"]

    def test_sentences_of_a_liveblog_carry_their_entrys_date(self, tmp_path: Path):
        days = ("2019-06-30T10:00:00Z", "2019-06-29T10:00:00Z", "2019-06-28T10:00:00Z")
        told = (
            "The harbour of Weston was opened again because the storm had passed.",
            "Fishing boats were torn from their moorings by waves of eight metres.",
            "The weather service warned yesterday of a storm and of very high waves.",
        )
        parts = "".join(
            f"<article><time datetime='{day}'></time><p>{text}</p></article>"
            for day, text in zip(days, told, strict=True)
        )
        page = Document(id="live", html=f"<div class='liveblog'><h1>Storm</h1>{parts}</div>")
        store = open_store(f"sqlite:///{tmp_path / 'live.db'}")
        [outcome] = Summarizer(store).ingest_documents([page])
        assert len(store.article(outcome.id).entries) == 3
        stored = Summarizer(store).summarize(request(topic="storm harbour boats waves"))
        for summary in (stored, Summarizer().summarize(request(), [page])):
            found = {each.text: (each.date.value, each.date.origin) for each in summary.sentences}
            noon = datetime(2019, 6, 30, 10, tzinfo=UTC)
            assert found == {
                told[0]: (noon, "published"),
                told[1]: (noon.replace(day=29), "published"),
                told[2]: (date(2019, 6, 27), "relative"),
            }

    @pytest.mark.parametrize("documents", [[], [Document(id="b", text=" ")]])
    def test_without_any_document_there_is_no_answer(self, documents):
        with pytest.raises(InvalidRequestError) as caught:
            Summarizer().summarize(request(), documents)
        assert caught.value.pointer == "/documents"

    def test_two_documents_of_one_id_cannot_be_cited(self):
        with pytest.raises(InvalidRequestError, match="same id"):
            Summarizer().summarize(request(), [document(id="b"), document("Judges met.", id="b")])

    def test_dates_choose_stored_articles_only(self):
        dates = DateRange.between("2019-06-30", None)
        with pytest.raises(InvalidRequestError) as caught:
            Summarizer().summarize(request(dates=dates), [document()])
        assert caught.value.pointer == "/date_from"

    def test_a_language_leaves_the_others_out(self):
        german = "Der Hafen der alten Stadt brannte in der Nacht, und niemand wurde verletzt."
        documents = [
            document(id="en", text=BOATS + " It was the end of the year, and cold."),
            document(german, id="de"),
        ]
        summary = Summarizer().summarize(request(language="de"), documents)
        assert summary.summary == german
        assert [each.articles for each in summary.warnings if each.code == "other-language"] == [
            ("en",)
        ]
        with pytest.raises(NoArticlesError):
            Summarizer().summarize(request(language="fr"), documents)
