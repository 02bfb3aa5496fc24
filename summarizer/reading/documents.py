"""The article of a document: text, title, date, publisher, address, language, hash."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.errors import UnreadableInputError
from summarizer.reading.cleaning import Cleaned, clean
from summarizer.reading.datelines import read_dateline
from summarizer.reading.dates import read_date, read_url_date, read_url_year
from summarizer.reading.decoding import drop_unusable
from summarizer.reading.headers import Header, source_of_url
from summarizer.reading.publication import choose_date, day_order
from summarizer.text.day_orders import doubts
from summarizer.text.hashing import content_hash
from summarizer.text.languages import detect
from summarizer.types import (
    Article,
    DateOrigin,
    DateReading,
    DayOrder,
    Document,
    EntryDate,
    Notice,
    Piece,
)

__all__ = ["read_document"]

_PAYWALLED = Notice(
    code="paywalled",
    message="the page is for subscribers: the text may end before the article does",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    given: str
    cleaned: Cleaned
    header: Header
    title: str | None
    notices: tuple[Notice, ...] = ()
    entries: tuple[EntryDate, ...] = ()


def read_document(
    document: Document,
    *,
    name: str,
    default_id: str,
    default_url: str | None = None,
    date_origin: DateOrigin = "given",
    usual_order: DayOrder | None = None,
) -> Article:
    """The article of a document.

    What was handed over beside the text (title, date, source, address) wins over what is found in
    it, and this over `default_url`; a date that contradicts is reported. `usual_order` is how the
    publisher writes dates with slashes, where that is known (`day_orders.usual_order`). Nothing in
    the article is text that a store cannot keep. Raises UnreadableInputError, naming `name`, when
    there is no running text.
    """
    reading = _read(document, name)
    if not reading.cleaned.text.strip():
        raise UnreadableInputError(name, "nothing is left after cleaning: it holds no running text")
    url = _clean(document.url) or reading.header.url or _clean(default_url)
    given, notices = _given_dates(document, date_origin)
    title = _clean(document.title) or reading.title
    language = detect(reading.cleaned.text)
    found = [*given, *reading.header.dates, *(read_url_date(url) if url else [])]
    prefer, sure = day_order(language, url, usual_order)
    date = choose_date(_with_dateline(found, reading.cleaned.text, url), prefer=prefer, sure=sure)
    article = Article(
        id=drop_unusable(document.id or "") or drop_unusable(default_id),
        title=title,
        source=_clean(document.source) or reading.header.source or source_of_url(url),
        url=url,
        language=language,
        date=date,
        text=reading.cleaned.text,
        given=reading.given,
        alignment=reading.cleaned.alignment,
        removed=reading.cleaned.removed,
        entries=reading.entries,
        notices=(
            *reading.notices,
            *notices,
            *doubts(date),
            *_broken(f"{title or ''}{reading.cleaned.text}"),
        ),
    )
    return replace(article, content_hash=content_hash(article))


def _read(document: Document, name: str) -> _Reading:
    title = _clean(document.title)
    if document.text is not None and document.text.strip():
        text = drop_unusable(document.text)
        cleaned = _untouched(text, title) if document.cleaned else clean(text, title=title)
        return _Reading(given=text, cleaned=cleaned, header=cleaned.header, title=cleaned.title)
    if document.html is None or not document.html.strip():
        raise UnreadableInputError(name, "is empty")
    return _read_page(drop_unusable(document.html), title, name)


def _read_page(source: str, title: str | None, name: str) -> _Reading:
    # with trafilatura and lxml a seventh of what a process loads, and most articles are text
    from summarizer.reading.html import header_of, read_html

    page = read_html(source, title=title)
    if page is None:
        raise UnreadableInputError(name, "holds no HTML that can be read")
    if page.forward:
        raise UnreadableInputError(name, f"only forwards to {page.forward}: give that page")
    if page.wall == "stub":
        shown = len(page.cleaned.text.split())
        reason = f"is a paywall stub: {shown} words, then an offer to subscribe; give the full text"
        raise UnreadableInputError(name, reason)
    return _Reading(
        given=source,
        cleaned=page.cleaned,
        header=header_of(page),
        title=page.metadata.title or page.cleaned.title,
        notices=(*page.notices, *(() if page.wall is None else (_PAYWALLED,))),
        entries=page.entries,
    )


def _with_dateline(readings: list[DateReading], text: str, url: str | None) -> list[DateReading]:
    """The readings, and before those that know no day that of the dateline.

    Where a day is known the dateline adds nothing: texts are filed a day before they appear.
    """
    if any(reading.precision in ("day", "minute") for reading in readings):
        return readings
    return [*read_dateline(text, readings or read_url_year(url or "")), *readings]


def _broken(text: str) -> Iterator[Notice]:
    count = text.count("\ufffd")
    if count:
        characters = f"{count} character{'s' * (count > 1)}"
        message = f"{characters} could not be decoded, and read \ufffd: the encoding is broken"
        yield Notice(code="broken-encoding", message=message)


def _untouched(text: str, title: str | None) -> Cleaned:
    whole = Piece(start=0, end=len(text), given_start=0, given_end=len(text))
    return Cleaned(text=text, alignment=(whole,), removed=(), title=title, header=Header())


def _given_dates(
    document: Document, origin: DateOrigin
) -> tuple[list[DateReading], tuple[Notice, ...]]:
    written = (document.date or "").strip()
    readings = read_date(written, origin)
    if readings or not written:
        return readings, ()
    message = f"the date {written[:60]!r} could not be read"
    return [], (Notice(code="date-unreadable", message=message),)


def _clean(value: str | None) -> str | None:
    return " ".join(drop_unusable(value).split()) or None if value else None
