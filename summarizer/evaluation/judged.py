"""Summaries that people judged: `{"article", "summary", "factuality"}` a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.datasets import Data, read_items
from summarizer.grounding.claims import claim_spans
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.text.languages import detect

__all__ = ["JudgedSummary", "article_numbers", "claims", "evidence", "read_judged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSummary:
    """A summary of one article, and what people said of it."""

    article: str
    summary: str
    #: every judge found every sentence true to the article
    faithful: bool
    #: where it comes from; empty when the file does not say
    dataset: str


def read_judged(paths: Iterable[Path]) -> tuple[list[JudgedSummary], Data]:
    """The summaries of files; `factuality` is a share, and 1 is faithful."""
    found, data = read_items(paths, {"article": str, "summary": str})
    for item in found:
        judged = item.get("factuality")
        if not isinstance(judged, int | float) or not 0 <= judged <= 1:
            reason = "has a line whose `factuality` is no number from 0 to 1"
            raise UnreadableInputError(", ".join(data.names), reason)
    summaries = [
        JudgedSummary(
            article=item["article"],
            summary=item["summary"],
            faithful=item["factuality"] == 1,
            dataset=str(item.get("dataset") or ""),
        )
        for item in found
    ]
    return summaries, data


def article_numbers(summaries: Sequence[JudgedSummary]) -> list[int]:
    """For each summary the place of its article among the articles in order of their text."""
    places = {text: n for n, text in enumerate(sorted({each.article for each in summaries}))}
    return [places[each.article] for each in summaries]


def evidence(article: str) -> list[EvidenceSentence]:
    """All sentences of an article."""
    language = detect(article)
    return [
        EvidenceSentence(text=article[start:end], article=0, index=index, language=language)
        for index, (start, end) in enumerate(claim_spans(article, language))
    ]


def claims(summary: JudgedSummary) -> list[str]:
    """The sentences of a summary."""
    spans = claim_spans(summary.summary, detect(summary.article))
    return [summary.summary[start:end] for start, end in spans]
