"""The sources of a summary as a reader meets them: numbered by first citation."""

from collections.abc import Iterator

from summarizer.types import (
    ArticleInfo,
    Citation,
    ReportedValue,
    Summary,
    SummarySentence,
    Timeline,
)

__all__ = ["disagreement_lines", "evidence", "numbered", "sources", "when"]

_HEADS = {
    "conflict": "Sources disagree",
    "update": "Told differently over time",
    "plan": "Planned, and what came of it",
}


def numbered(summary: Summary | Timeline) -> dict[str, int]:
    """A number for each cited article, from 1, in the order in which a reader meets them."""
    numbers: dict[str, int] = {}
    for sentence in summary.sentences:
        for citation in evidence(sentence):
            numbers.setdefault(citation.article, len(numbers) + 1)
    matters = () if isinstance(summary, Timeline) else summary.disagreements
    for value in (value for each in matters for value in each.values):
        for citation in value.citations:
            numbers.setdefault(citation.article, len(numbers) + 1)
    return numbers


def disagreement_lines(summary: Summary) -> Iterator[str]:
    """What the sources tell differently: a line for each matter, its values newest first."""
    numbers = numbered(summary)
    for each in summary.disagreements:
        values = "; ".join(_value(value, numbers) for value in each.values)
        yield f"{_HEADS[each.kind]}: {each.what}: {values}"


def _value(value: ReportedValue, numbers: dict[str, int]) -> str:
    marks = "".join(f"[{n}]" for n in dict.fromkeys(numbers[c.article] for c in value.citations))
    known = ["planned or expected"] if value.status == "plan" else []
    known += [] if value.speaker is None else [f"said by {value.speaker}"]
    known += [] if value.date is None else [f"{value.date.value:%Y-%m-%d}"]
    told = f"{value.text} ({', '.join(known)})" if known else value.text
    return f"{' '.join(told.split())} {marks}"


def evidence(sentence: SummarySentence) -> Iterator[Citation]:
    """The sentence's own citations, then those of the articles that say the same."""
    yield from sentence.citations
    yield from (other.citation for other in sentence.also_in)


def sources(summary: Summary | Timeline) -> Iterator[tuple[int, ArticleInfo]]:
    """The cited articles with their numbers, in order."""
    infos = {info.id: info for each in summary.articles for info in (each.article, *each.copies)}
    for article, number in numbered(summary).items():
        yield number, infos[article]


def when(article: ArticleInfo) -> str:
    """The day of publication, or that it is not known."""
    if article.date is not None:
        return f"{article.date.value:%Y-%m-%d}"
    if article.first_seen is not None:
        return f"undated, first seen {article.first_seen:%Y-%m-%d}"
    return "undated"
