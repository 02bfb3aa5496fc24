"""Summaries that people judged, read, and measured by the checker's signals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.datasets import Data, read_items
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.support import Sources, prepare_support, read_claim, signals
from summarizer.grounding.support.scoring import holds
from summarizer.text.languages import detect
from summarizer.text.sentences import split
from summarizer.text.tokens import words
from summarizer.text.uncased import split_any_case

__all__ = ["JudgedSummary", "Measured", "measured", "read_judged", "trigram_copies"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSummary:
    """A summary of an article, and whether people found all of it true."""

    id: str
    dataset: str
    article: str
    summary: str
    faithful: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """A summary's sentences as the checker sees them."""

    #: [sentences, signals]
    signals: Floats
    #: [sentences] which stand in the article word for word
    verbatim: NDArray[np.bool_]
    faithful: bool
    #: of another article: said of this one it is false
    foreign: Floats
    milliseconds: float


def read_judged(paths: Iterable[Path]) -> tuple[list[JudgedSummary], Data]:
    """The summaries of files of `{"article", "summary", "factuality", "dataset"}`; one is faithful
    when its `factuality` is 1. UnreadableInputError for a file that is missing or of another form.
    """
    items, data = read_items(paths, {"article": str, "summary": str})
    found: list[JudgedSummary] = []
    for number, item in enumerate(items, start=1):
        judged = item.get("factuality")
        if not isinstance(judged, int | float):
            reason = f"line {number} has no number in `factuality`"
            raise UnreadableInputError(", ".join(data.names), reason)
        found.append(
            JudgedSummary(
                id=str(item.get("id") or number),
                dataset=str(item.get("dataset") or "all"),
                article=item["article"],
                summary=item["summary"],
                faithful=float(judged) >= 1.0,
            )
        )
    return found, data


def measured(summaries: Sequence[JudgedSummary]) -> list[Measured]:
    """Each summary's sentences against its article, and against the next one's."""
    articles = list(dict.fromkeys(each.article for each in summaries))
    sources = {article: _sources(article) for article in articles}
    following = dict(zip(articles, [*articles[1:], articles[0]], strict=True))
    return [
        _measured(each, sources[each.article], sources[following[each.article]])
        for each in summaries
    ]


def trigram_copies(summary: JudgedSummary) -> float:
    """The share of the summary's word trigrams that stand in its article."""
    told, there = (
        list(zip(*(found[shift:] for shift in range(3)), strict=False))
        for found in (
            [word.lower() for word in words(text)] for text in (summary.summary, summary.article)
        )
    )
    known = set(there)
    return sum(each in known for each in told) / max(1, len(told))


def _sources(article: str) -> Sources:
    language = detect(article)
    return prepare_support(
        [
            EvidenceSentence(text=article[start:end], article=0, index=index, language=language)
            for index, (start, end) in enumerate(split(article, language))
        ]
    )


def _measured(summary: JudgedSummary, own: Sources, other: Sources) -> Measured:
    began = perf_counter()
    text = summary.summary
    claims = [
        claim
        for start, end in split_any_case(text, own.language)
        if (claim := read_claim(text[start:end], own.language)).stems
    ]
    nothing = [signals(read_claim("", None), own)]
    found = np.array([signals(claim, own) for claim in claims] or nothing)
    spent = 1000 * (perf_counter() - began)
    return Measured(
        signals=found,
        verbatim=np.array(
            [any(holds(each, claim.stems) for each in own.sentences) for claim in claims] or [False]
        ),
        faithful=summary.faithful,
        foreign=np.array([signals(claim, other) for claim in claims] or found),
        milliseconds=spent,
    )
