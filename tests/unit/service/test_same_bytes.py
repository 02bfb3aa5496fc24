"""The same question on the same articles gives the same bytes."""

import os
import random
import subprocess
import sys

import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import Budget, SummaryRequest
from tests import corpus
from tests.questions import EVERY, KOREA, NOON, as_bytes, document, request

SCRIPT = """
import sys
from pydantic import TypeAdapter
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import Budget, Summary, SummaryRequest
store = open_store(sys.argv[1])
request = SummaryRequest(budget=Budget(amount=100), topic="Korea summit", explain=True)
sys.stdout.buffer.write(TypeAdapter(Summary).dump_json(Summarizer(store).summarize(request)))
store.close()
"""


class TestSameBytes:
    @pytest.mark.parametrize("name", sorted(set(RANKERS) - {"lead"}))
    @pytest.mark.parametrize("storyline", ["korea", "max"])
    def test_the_order_of_the_documents_changes_nothing(self, name, storyline):
        articles = list(corpus.articles(storyline))
        question = request(ranker=name, topic="crash summit", explain=True)
        expected = as_bytes(Summarizer().summarize(question, articles))
        for seed in range(3):
            random.Random(seed).shuffle(articles)
            assert as_bytes(Summarizer().summarize(question, articles)) == expected

    def test_twins_are_told_apart_by_their_ids(self):
        question = request(explain=True)
        twins = [document(id=name, source="A") for name in "bca"]
        summary = Summarizer().summarize(question, twins)
        assert summary.sentences[0].citations[0].article == "a"
        assert [each.article.id for each in summary.articles] == ["a"]
        assert as_bytes(Summarizer().summarize(question, twins[::-1])) == as_bytes(summary)

    def test_for_lead_the_order_counts(self):
        question = request(ranker="lead", order="salience")
        one = Summarizer().summarize(question, KOREA)
        assert one.summary.startswith(KOREA[0].text[:40])
        other = Summarizer().summarize(question, KOREA[::-1])
        assert other.summary.startswith(KOREA[-1].text[:40])

    def test_another_process_with_other_hashes_gives_the_same_bytes(self, empty, url):
        list(empty.ingest(EVERY))
        question = SummaryRequest(budget=Budget(amount=100), topic="Korea summit", explain=True)
        expected = as_bytes(empty.summarize(question))
        for seed in ("1", "2"):
            done = subprocess.run(
                [sys.executable, "-c", SCRIPT, url],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                timeout=60,
            )
            assert done.stdout == expected

    def test_the_order_of_ingest_changes_no_text(self, tmp_path):
        texts = []
        for number, articles in enumerate((KOREA, KOREA[::-1])):
            store = open_store(f"sqlite:///{tmp_path}/{number}.db")
            summarizer = Summarizer(store, clock=lambda: NOON)
            list(summarizer.ingest(articles))
            summary = summarizer.summarize(request(topic="Kim"))
            texts.append((summary.summary, summary.manifest))
            store.close()
        assert texts[0] == texts[1]

    def test_stored_and_inline_articles_give_the_same_text(self, empty):
        list(empty.ingest(KOREA))
        stored, inline = empty.summarize(request()), Summarizer().summarize(request(), KOREA)
        assert stored.summary == inline.summary
        assert stored.manifest.documents == inline.manifest.documents
