"""Questions, documents and answers for tests that ask the service."""

from datetime import UTC, datetime

from pydantic import TypeAdapter

from summarizer.types import Budget, Document, Summary, SummaryRequest, SummarySentence
from tests import corpus

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
KOREA = corpus.articles("korea")
EVERY = [article for _, article in corpus.every_article()]
BOATS = "Old boats sank in a storm near the port."


def request(words: int = 100, **fields: object) -> SummaryRequest:
    return SummaryRequest(**{"budget": Budget(amount=words), **fields})


def as_bytes(summary: Summary) -> bytes:
    return TypeAdapter(Summary).dump_json(summary)


def codes(summary: Summary) -> list[str]:
    return [notice.code for notice in summary.warnings]


def document(text: str = BOATS, **fields: object) -> Document:
    return Document(**{"text": text, "cleaned": True, **fields})


def without_added(sentence: SummarySentence) -> str:
    text = sentence.text
    for each in reversed(sentence.added):
        text = text[: each.start] + text[each.start + len(each.text) :]
    return text
