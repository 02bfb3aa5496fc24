"""The sentences that may support a claim."""

from dataclasses import dataclass
from datetime import date

__all__ = ["EvidenceSentence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSentence:
    """A sentence of an article that a claim is held against."""

    text: str
    #: number of the article among those given, and of the sentence in it
    article: int
    index: int
    #: ISO 639-1 code; None where it could not be told
    language: str | None = None
    #: the day of publication, which relative dates count from
    published: date | None = None
