"""Answers from a store that changes while it is asked."""

import pytest

from summarizer.service import Summarizer
from tests.questions import BOATS, KOREA, document, request


class Disturbing:
    """A store in which something changes just before a method answers, once."""

    def __init__(self, store, method, change):
        self._store, self._method, self._change = store, method, change

    def __getattr__(self, name):
        if name == self._method and self._change is not None:
            change, self._change = self._change, None
            change()
        return getattr(self._store, name)


class TestPrepared:
    @pytest.mark.parametrize("method", ["prepared", "articles"])
    def test_what_changes_meanwhile_is_cited_as_it_is_now(self, empty, method):
        url = "https://a.example/1"
        changed = "Nobody was hurt, officials said. " + BOATS
        empty.ingest_documents([document(url=url)])
        store = Disturbing(
            empty.store,
            method,
            lambda: empty.ingest_documents([document(changed, url=url)]),
        )
        summary = Summarizer(store).summarize(request())
        assert summary.summary == changed
        for sentence in summary.sentences:
            [citation] = sentence.citations
            assert changed[citation.start : citation.end] == sentence.text

    def test_what_is_deleted_meanwhile_is_gone(self, empty):
        first, _ = empty.ingest_documents([document(), document("Judges closed a trial.")])
        store = Disturbing(empty.store, "prepared", lambda: empty.store.delete(first.id))
        assert Summarizer(store).summarize(request()).summary == "Judges closed a trial."

    def test_what_another_version_prepared_is_prepared_again_once(self, empty, monkeypatch):
        monkeypatch.setattr("summarizer.prepared.VERSION", 0)
        list(empty.ingest(KOREA))
        monkeypatch.undo()
        ids = [info.id for info in empty.store.page().items]
        assert set(empty.store.prepared(ids)) == {None}
        expected = Summarizer().summarize(request(), KOREA).summary
        assert empty.summarize(request()).summary == expected
        renewed = empty.store.prepared(ids)
        assert [form.content_hash for form in renewed] == [
            empty.store.article(each).content_hash for each in ids
        ]
        assert empty.summarize(request()).summary == expected
