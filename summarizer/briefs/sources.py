"""The sources of a summary as a reader meets them: numbered by first citation."""

from collections.abc import Iterator

from summarizer.types import ArticleInfo, Citation, Summary, SummarySentence, Timeline

__all__ = ["evidence", "numbered", "sources", "when"]


def numbered(summary: Summary | Timeline) -> dict[str, int]:
    """A number for each cited article, from 1, in the order in which a reader meets them."""
    numbers: dict[str, int] = {}
    for sentence in summary.sentences:
        for citation in evidence(sentence):
            numbers.setdefault(citation.article, len(numbers) + 1)
    return numbers


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
