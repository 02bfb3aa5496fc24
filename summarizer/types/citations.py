"""The exact places that sentences come from."""

from dataclasses import dataclass

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
