"""What goes in: a sentence, with what is known of the article that it stands in."""

from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["Report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A sentence of one of the articles of a summary."""

    text: str
    #: the article's place among the articles, and the sentence's in it
    article: int
    index: int
    #: articles of one number are copies of one text
    group: int
    #: the article's headline: it often names who and where the sentence does not
    title: str = ""
    #: the calendar day of publication; None where nobody knows it
    published: date | None = None
    #: the UTC instant that a reader is told for it, for a day its midnight: what is newest is told
    #: first; None where there is nothing to tell
    moment: datetime | None = None
    language: str | None = None
    #: the sentence stands in the summary
    told: bool = False
