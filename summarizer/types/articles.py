"""Articles: as they are handed over, and as they are after reading and cleaning."""

import re
from bisect import bisect_left
from dataclasses import dataclass, fields
from datetime import datetime

from summarizer.types.dates import EntryDate, PublicationDate

__all__ = [
    "Article",
    "ArticleInfo",
    "Document",
    "Heading",
    "Notice",
    "Piece",
    "RemovedText",
    "Span",
]

#: of a heading in Markdown
_HEADING_MARK = re.compile(r"^#{1,6} ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as somebody hands it over, before reading: `text` or `html` is required."""

    id: str | None = None
    title: str | None = None
    text: str | None = None
    html: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    #: `text` is exactly the running text already: the cleaner leaves it alone
    cleaned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the cleaned text and the stretch of the given text that it comes from.

    When both are equally long they correspond character by character; else (an HTML entity, a
    collapsed line break) as a whole.
    """

    start: int
    end: int
    given_start: int
    given_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedText:
    """Something that the cleaner took out of the given text, and the rule that did."""

    text: str
    rule: str
    #: offset of `text` in the given text
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A subhead: no sentence, but it says what the sentences after it are about."""

    text: str
    #: offset in the cleaned text of the sentence that it stands before
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that the reader of an answer should know; `code` is stable, `message` is prose."""

    code: str
    message: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """What is known about an article without its text."""

    #: unique within one question or one store
    id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    #: ISO 639-1 code
    language: str | None = None
    #: None when no date was found: the article is undated
    date: PublicationDate | None = None
    #: SHA-256 (hex) of title, text, source, address and date; equal articles have equal hashes.
    #: In a store, of the text that stays when its publisher's boilerplate is out
    content_hash: str = ""
    #: when the store first saw the article; stands in for a missing date, labelled
    first_seen: datetime | None = None
    #: 1 for an article's first text, one more for each change
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(ArticleInfo):
    """One published text, read and cleaned."""

    #: the running text: paragraphs separated by one line break, without the title
    text: str
    #: the text as it was handed over (decoded)
    given: str = ""
    #: maps `text` to `given`, in order, without overlap
    alignment: tuple[Piece, ...] = ()
    removed: tuple[RemovedText, ...] = ()
    #: what to know about how the article was read ("the page's own text was used")
    notices: tuple[Notice, ...] = ()
    #: of a page of several dated parts, in order, without overlap; mostly none
    entries: tuple[EntryDate, ...] = ()

    @property
    def info(self) -> ArticleInfo:
        """The article without its text."""
        return ArticleInfo(**{f.name: getattr(self, f.name) for f in fields(ArticleInfo)})

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The subheads that the cleaner took out, in order, each before the text that follows."""
        found = []
        for item in self.removed:
            after = bisect_left(self.alignment, item.start, key=lambda piece: piece.given_start)
            if item.rule == "subhead" and after < len(self.alignment):
                # a piece begins inside a paragraph where the page's markup breaks the words
                start = self.text.rfind("\n", 0, self.alignment[after].start) + 1
                text = _HEADING_MARK.sub("", " ".join(item.text.split()))
                found.append(Heading(text=text, start=start))
        return tuple(found)

    def given_span(self, start: int, end: int) -> Span | None:
        """The stretch of `given` behind `text[start:end]`; None where no piece covers it."""
        touched = [piece for piece in self.alignment if piece.start < end and piece.end > start]
        if not touched:
            return None
        return Span(
            start=_shifted(touched[0], start, touched[0].given_start),
            end=_shifted(touched[-1], end, touched[-1].given_end),
        )


def _shifted(piece: Piece, offset: int, whole: int) -> int:
    inside = piece.start <= offset <= piece.end
    same_length = piece.end - piece.start == piece.given_end - piece.given_start
    return piece.given_start + offset - piece.start if inside and same_length else whole
