"""The exact places that sentences come from."""

from dataclasses import dataclass

from summarizer.types.articles import Article

__all__ = ["Citation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The exact place that a summary sentence comes from."""

    article: str
    #: index of the sentence in the article
    sentence: int
    #: span in the cleaned text
    start: int
    end: int
    #: span in the text as given; None where the cleaned text cannot be traced back to it
    given_start: int | None
    given_end: int | None
    #: the characters at `[start, end)`
    quote: str
    title: str | None = None
    source: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, article: Article, *, sentence: int, start: int, end: int) -> "Citation":
        """The stretch `[start, end)` of the article's sentence of that index."""
        given = article.given_span(start, end)
        return cls(
            article=article.id,
            sentence=sentence,
            start=start,
            end=end,
            given_start=None if given is None else given.start,
            given_end=None if given is None else given.end,
            quote=article.text[start:end],
            title=article.title,
            source=article.source,
            url=article.url,
        )
