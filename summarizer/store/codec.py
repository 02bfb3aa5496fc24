"""Articles as rows and back, exactly; text that no database keeps is turned away here."""

import json
import zlib
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Row

from summarizer.errors import UnreadableInputError
from summarizer.store.tables import article_texts, article_versions, articles
from summarizer.types import (
    Article,
    ArticleInfo,
    DateReading,
    EntryDate,
    Notice,
    Piece,
    PublicationDate,
    RemovedText,
)

__all__ = [
    "INFO_COLUMNS",
    "TEXT_COLUMNS",
    "AnyRow",
    "date_values",
    "from_micros",
    "read_article",
    "read_info",
    "refuse_unstorable",
    "sort_instant",
    "storable",
    "text_values",
    "to_micros",
    "version_values",
]

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

INFO_COLUMNS = (
    articles.c.id,
    articles.c.version,
    articles.c.first_seen,
    *(article_versions.c[name] for name in ("content_hash", "title", "source", "url", "language")),
    article_versions.c.date,
)
TEXT_COLUMNS = (article_texts.c.text, article_texts.c.given, article_texts.c.trace)


def to_micros(instant: datetime) -> int:
    """Microseconds since 1970 of an instant that knows its zone (else a TypeError)."""
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The UTC instant behind `to_micros`."""
    return _EPOCH + timedelta(microseconds=micros)


def storable(text: str) -> bool:
    """Whether every database keeps `text`: no NUL, no half of a surrogate pair."""
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def refuse_unstorable(article: Article) -> None:
    """`UnreadableInputError` for an article that cannot be kept as it is, in any store."""
    for name in ("title", "source", "url", "language", "content_hash", "text"):
        value = getattr(article, name)
        if value and not storable(value):
            reason = f"its {name} holds a NUL character or half a surrogate pair: clean it first"
            raise UnreadableInputError(article.id, reason)
    if not article.content_hash:
        raise UnreadableInputError(article.id, "it has no content hash")


def sort_instant(published: PublicationDate | None, first_seen: int) -> int:
    """Where listings put an article: its instant, midnight (UTC) of its day, or `first_seen`."""
    if published is None:
        return first_seen
    value = published.value
    if isinstance(value, datetime):
        return to_micros(value)
    return to_micros(datetime(value.year, value.month, value.day, tzinfo=UTC))


def version_values(article: Article) -> dict[str, object]:
    """The columns of `article_versions` that the article fills."""
    return {
        "content_hash": article.content_hash,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        **date_values(article.date),
    }


def date_values(published: PublicationDate | None) -> dict[str, object]:
    """The columns of `article_versions` that a publication date fills."""
    value = published and published.value
    instant = value if isinstance(value, datetime) else None
    return {
        "published_at": to_micros(instant) if instant else None,
        "published_on": None if instant else value,
        "published_until": _last_day(published) if published and not instant else None,
        "date": _write_date(published) if published else None,
    }


def text_values(article: Article) -> dict[str, object]:
    """The columns of `article_texts` that the article fills."""
    trace = {
        "alignment": [(p.start, p.end, p.given_start, p.given_end) for p in article.alignment],
        "removed": [(r.text, r.rule, r.start) for r in article.removed],
        "notices": [(n.code, n.message, n.articles) for n in article.notices],
        "entries": [(e.start, e.end, _write_date(e.date)) for e in article.entries],
    }
    return {
        "text": article.text,
        "given": zlib.compress(article.given.encode("utf-8", "surrogatepass")),
        "trace": zlib.compress(json.dumps(trace, separators=(",", ":")).encode()),
    }


def read_info(row: AnyRow) -> ArticleInfo:
    """The article of a row of `INFO_COLUMNS`."""
    return ArticleInfo(**_info_fields(row))


def read_article(row: AnyRow) -> Article:
    """The article of a row of `INFO_COLUMNS` and `TEXT_COLUMNS`."""
    trace = json.loads(zlib.decompress(row.trace))
    return Article(
        **_info_fields(row),
        text=row.text,
        given=zlib.decompress(row.given).decode("utf-8", "surrogatepass"),
        alignment=tuple(
            Piece(start=start, end=end, given_start=given_start, given_end=given_end)
            for start, end, given_start, given_end in trace["alignment"]
        ),
        removed=tuple(
            RemovedText(text=text, rule=rule, start=start) for text, rule, start in trace["removed"]
        ),
        notices=tuple(
            Notice(code=code, message=message, articles=tuple(about))
            for code, message, about in trace["notices"]
        ),
        entries=tuple(
            EntryDate(start=start, end=end, date=_read_date(written))
            for start, end, written in trace.get("entries", ())  # older rows have none
        ),
    )


def _info_fields(row: AnyRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source,
        "url": row.url,
        "language": row.language,
        "date": _read_date(row.date) if row.date else None,
        "content_hash": row.content_hash,
        "first_seen": from_micros(row.first_seen),
        "version": row.version,
    }


def _last_day(published: PublicationDate) -> date:
    """The last day that it may have been."""
    first = published.value
    if published.precision == "year":
        return date(first.year, 12, 31)
    if published.precision == "month":
        return date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first


def _write_date(published: PublicationDate) -> str:
    readings: list[PublicationDate | DateReading] = [published, *published.alternatives]
    return json.dumps([_write_reading(reading) for reading in readings])


@lru_cache(maxsize=4096)
def _read_date(written: str) -> PublicationDate:
    first, *others = (
        {
            "value": _read_day(value),
            "precision": precision,
            "origin": origin,
            "offset_minutes": rest[0] if rest else None,
            "order": rest[1] if rest else None,
        }
        for value, precision, origin, *rest in json.loads(written)
    )
    return PublicationDate(**first, alternatives=tuple(DateReading(**other) for other in others))


def _write_reading(reading: PublicationDate | DateReading) -> tuple[str | int | None, ...]:
    """Offset and order are left out where there is none, as in rows of older versions."""
    known = (_write_day(reading.value), reading.precision, reading.origin)
    rest = (reading.offset_minutes, reading.order)
    return known if rest == (None, None) else (*known, *rest)


def _write_day(value: date) -> str:
    return (value.astimezone(UTC) if isinstance(value, datetime) else value).isoformat()


def _read_day(written: str) -> date:
    if len(written) == len("2019-06-29"):
        return date.fromisoformat(written)
    return datetime.fromisoformat(written)
