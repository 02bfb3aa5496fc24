"""The values that every part of the product speaks in: frozen, comparable, JSON-ready.

Spans are half-open `[start, end)` and count Unicode code points. Instants are UTC. A `date`
(without a time) is a whole calendar day in whatever zone the reader asks for.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = [
    "Addition",
    "Article",
    "ArticleInfo",
    "ArticlePage",
    "BoilerplateLine",
    "Brief",
    "BriefInfo",
    "BriefKey",
    "BriefSection",
    "Budget",
    "Choice",
    "Citation",
    "CitedArticle",
    "Corroboration",
    "DateMention",
    "DateRange",
    "DateReading",
    "Document",
    "EntryDate",
    "Heading",
    "IngestOutcome",
    "Manifest",
    "Notice",
    "Piece",
    "PublicationDate",
    "RankerOptions",
    "RemovedText",
    "SentenceDate",
    "Span",
    "Summary",
    "SummaryRequest",
    "SummarySentence",
]

Precision = Literal["minute", "day", "month", "year"]
#: What a text names is sometimes a week ("last week") or a quarter ("the first quarter of 2019").
MentionPrecision = Literal["day", "week", "month", "quarter", "year"]
#: Where a publication date was found: in the page's own markup or feed, in the first lines of the
#: text, in the dateline that opens the running text ("SEOUL, June 30 (Agency) -"), in the address,
#: worked out from other evidence, or handed over beside the text.
DateOrigin = Literal["metadata", "header", "dateline", "url", "inferred", "given"]
#: How 06/07/2019 was read: the day first (6 July) or the month (June 7).
DayOrder = Literal["day", "month"]
#: How a text's date is known: it is named itself, or relative to the publication or to a date named
#: before it ("on Sunday", "three days later"), or relative to a day that was itself inferred.
MentionOrigin = Literal["stated", "relative", "inferred"]
#: How a sentence got its date: as a mention (`stated`, `relative`, `inferred`), or it takes over
#: the article's own date (`published`; `inferred` when that was worked out from other articles), or
#: the time the article was first seen.
SentenceDateOrigin = Literal["stated", "relative", "inferred", "published", "first_seen"]
BudgetUnit = Literal["words", "sentences", "characters"]
Order = Literal["chronological", "salience"]
IngestStatus = Literal["added", "updated", "unchanged", "skipped", "failed"]
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
class DateReading:
    """One way to read when an article was published."""

    #: a `date` when only the day is known, else a UTC instant
    value: date | datetime
    precision: Precision
    origin: DateOrigin
    #: minutes east of UTC in which the page told the instant; None for a day, or when not told
    offset_minutes: int | None = None
    #: how a date written with slashes was read; None for every other form
    order: DayOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDate:
    """When an article was published, where that was found, and what else was found."""

    #: a `date` when only the day is known, else a UTC instant
    value: date | datetime
    precision: Precision
    origin: DateOrigin
    #: minutes east of UTC in which the page told the instant; None for a day, or when not told
    offset_minutes: int | None = None
    #: how a date written with slashes was read; None for every other form
    order: DayOrder | None = None
    #: readings that contradict `value`, best first
    alternatives: tuple[DateReading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDate:
    """When a stretch of an article was written, such as an entry of a liveblog."""

    #: `[start, end)` of the cleaned text
    start: int
    end: int
    date: PublicationDate


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A half-open range of instants in a reader's zone; either end may be open.

    An article of day precision lies inside when its calendar day, taken as a day of `zone`, begins
    inside; one of month or year precision when every day of it does.
    """

    start: datetime | None = None
    end: datetime | None = None
    #: IANA name
    zone: str = "UTC"

    @classmethod
    def between(
        cls,
        first: str | date | datetime | None,
        last: str | date | datetime | None,
        *,
        zone: str = "UTC",
    ) -> "DateRange":
        """The range from `first` to `last`: bare dates are whole days of `zone`, both included,
        while an instant is itself the (first, excluded last) end. Strings are ISO 8601; an instant
        without an offset is one of `zone`. `ValueError` says what is wrong.
        """
        try:
            place = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            message = f"there is no time zone {zone!r}; use an IANA name such as Europe/Berlin"
            raise ValueError(message) from error
        start = None if first is None else _instant(first, place, days_later=0)
        end = None if last is None else _instant(last, place, days_later=1)
        if start is not None and end is not None and start >= end:
            raise ValueError(f"the range is empty: {first} is not before {last}")
        return cls(start=start, end=end, zone=zone)

    @property
    def first_day(self) -> date | None:
        """The first whole day inside; None when open."""
        return None if self.start is None else self._next_midnight(self.start)

    @property
    def last_day(self) -> date | None:
        """The last day that begins inside; None when open."""
        return None if self.end is None else self._next_midnight(self.end) - timedelta(days=1)

    def _next_midnight(self, instant: datetime) -> date:
        zone = ZoneInfo(self.zone)
        day = instant.astimezone(zone).date()
        # compared as instants: where the clocks skip midnight, a day begins at one o'clock
        begins = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
        return day if instant == begins else day + timedelta(days=1)


def _instant(value: str | date | datetime, zone: ZoneInfo, *, days_later: int) -> datetime:
    """A UTC instant; a bare date is the midnight that begins it, or `days_later` it."""
    try:
        if isinstance(value, str):
            bare = len(value.strip()) <= 10
            value = (date if bare else datetime).fromisoformat(value.strip())
        if isinstance(value, datetime):
            local = value if value.tzinfo else value.replace(tzinfo=zone)
        else:
            day = value + timedelta(days=days_later)
            local = datetime(day.year, day.month, day.day, tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = f"{value!r} is no date; write 2019-06-30 or 2019-06-30T14:05:00+02:00"
        raise ValueError(message) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long a summary may be: a word is a white-space token."""

    amount: int
    unit: BudgetUnit = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankerOptions:
    """How sentences are chosen, whatever the ranker."""

    #: a sentence that cannot stand alone is told only behind the one that it points back to, or
    #: with what it points to in brackets; a quotation is told whole or not at all
    standalone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """A question: which articles, how long, and how to choose and order the sentences."""

    budget: Budget
    topic: str | None = None
    dates: DateRange | None = None
    #: IANA name of the zone in which days are told; that of `dates`, or UTC, when None
    zone: str | None = None
    ranker: str = "learned"
    ranker_options: RankerOptions = RankerOptions()
    order: Order = "chronological"
    #: only articles in this language (ISO 639-1)
    language: str | None = None
    #: the most articles to read, best matches first
    max_articles: int = 100
    explain: bool = False

    @property
    def told_zone(self) -> str:
        """The zone in which days are told."""
        return self.zone or (self.dates.zone if self.dates else "UTC")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Another article that says the same."""

    citation: Citation
    #: False when the sentence was copied, or has the same publisher: it proves nothing more
    independent: bool
    #: cosine of the two sentences' weighted terms, in [0, 1]
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date named in a text, resolved. `value` is the (first) day meant."""

    start: int
    end: int
    text: str
    value: date
    precision: MentionPrecision
    origin: MentionOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceDate:
    """The date that a summary sentence tells of, and how it is known."""

    value: date | datetime
    precision: Precision
    origin: SentenceDateOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Characters that a summary sentence has beyond the sentence that it quotes: behind a pronoun,
    in brackets, what it stands for.
    """

    #: offset in the summary sentence's `text`
    start: int
    #: exactly what was added there: " [Kim Jong-un]"
    text: str
    #: where the article names it
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A sentence of a summary with its evidence."""

    #: the first citation's quote, and what was `added` to it
    text: str
    citations: tuple[Citation, ...]
    #: in order; without these characters `text` is the quote
    added: tuple[Addition, ...] = ()
    #: how many independent publishers say it, its own included
    corroboration: int = 1
    also_in: tuple[Corroboration, ...] = ()
    date: SentenceDate | None = None
    #: dates named in the sentence; offsets count from the start of `text`
    mentions: tuple[DateMention, ...] = ()
    #: what the sentence added when it was chosen, relative to the first choice
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """An article that a summary was made from, and the copies of it that count as one source."""

    article: ArticleInfo
    copies: tuple[ArticleInfo, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Why a sentence was kept or dropped."""

    article: str
    sentence: int
    text: str
    kept: bool
    #: rank among the kept or among the dropped, from 1
    rank: int
    #: what it adds (or would have added) relative to the first choice
    score: float
    #: one line for a person
    reason: str
    #: the words that carry it, strongest first
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Everything that decides the bytes of a summary: the same manifest gives the same summary."""

    version: str
    prepared_version: int
    ranker: str
    order: Order
    budget: Budget
    parameters: dict[str, str | int | float | bool | None]
    #: content hashes of the articles, sorted
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One short, ordered, sourced text."""

    #: the sentences' texts, joined by a space
    summary: str
    sentences: tuple[SummarySentence, ...]
    method: Literal["extractive"] = "extractive"
    #: white-space tokens of `summary`
    words: int
    articles: tuple[CitedArticle, ...]
    warnings: tuple[Notice, ...] = ()
    explanation: tuple[Choice, ...] = ()
    manifest: Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOutcome:
    """What became of one article handed to the store."""

    #: where it came from: a path, a line, an id
    name: str
    status: IngestStatus
    id: str | None = None
    title: str | None = None
    #: why it failed
    error: str | None = None
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """A page of a listing; pass `next_cursor` to get the next one, None at the end."""

    items: tuple[ArticleInfo, ...]
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateLine:
    """A line that a publisher prints under many articles."""

    id: str
    publisher: str
    #: the line as one of the articles prints it
    excerpt: str
    #: how many stored articles hold it
    articles: int
    #: learned by itself, kept for good, or forgotten: no boilerplate after all
    state: Literal["learned", "kept", "forgotten"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefKey:
    """What identifies a brief: one day in one zone, of one topic or of everything."""

    day: date
    zone: str = "UTC"
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """One story of a brief."""

    label: str
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefInfo:
    """A saved brief without its content."""

    #: stable: made from the key and the edition
    id: str
    key: BriefKey
    #: 1, and one more for each rebuild
    edition: int
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(BriefInfo):
    """The saved summary of a day, story by story, the most reported story first."""

    sections: tuple[BriefSection, ...]
    warnings: tuple[Notice, ...] = field(default=())
