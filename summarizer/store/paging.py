"""Listings in pages, and the date ranges and topics that narrow them."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_

from summarizer.errors import InvalidRequestError
from summarizer.store.codec import storable, to_micros
from summarizer.store.tables import article_versions, articles
from summarizer.types import DateRange, Unseen

__all__ = ["NEWEST_FIRST", "Position", "at_least_one", "filters", "read_cursor", "write_cursor"]

NEWEST_FIRST = (articles.c.sort_at.desc(), articles.c.id)
_INT64 = range(-(2**63), 2**63)


class Position(NamedTuple):
    """A place in the listing: of the last article of a page."""

    sort_at: int
    id: str

    @property
    def after(self) -> ColumnElement[bool]:
        """Whether an article comes later in the listing."""
        same = and_(articles.c.sort_at == self.sort_at, articles.c.id > self.id)
        return or_(articles.c.sort_at < self.sort_at, same)


def write_cursor(position: Position) -> str:
    """The position as a string for a URL."""
    return urlsafe_b64encode(json.dumps(position).encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> Position:
    """The position behind `write_cursor`; `InvalidRequestError` for anything else."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        sort_at, article_id = json.loads(urlsafe_b64decode(padded))
    except (ValueError, TypeError, RecursionError) as error:
        raise _broken_cursor() from error
    whole = isinstance(sort_at, int) and sort_at in _INT64
    if not (whole and isinstance(article_id, str) and storable(article_id)):
        raise _broken_cursor()
    return Position(sort_at, article_id)


def _broken_cursor() -> InvalidRequestError:
    return InvalidRequestError(
        "the cursor is broken: use `next_cursor` of a page as it is, or leave it out",
        pointer="/cursor",
    )


def at_least_one(limit: int) -> int:
    """`limit`, unless it asks for nothing."""
    if limit < 1:
        raise InvalidRequestError(f"limit is {limit}: ask for at least 1", pointer="/limit")
    return limit


def filters(
    *, dates: DateRange | None, language: str | None = None
) -> tuple[ColumnElement[bool], ...]:
    """What an article in the range and in the language fulfils."""
    within = [] if dates is None else [_inside(dates)]
    if dates is not None and dates.unseen is not None:
        within.append(_unseen(dates.unseen))
    spoken = [] if language is None else [article_versions.c.language == language]
    return (*within, *spoken)


def _unseen(unseen: Unseen) -> ColumnElement[bool]:
    late = articles.c.first_seen > to_micros(unseen.seen)
    unread = article_versions.c.content_hash.not_in(unseen.read)
    return and_(or_(late, _inside(unseen.published)), unread)


def _inside(dates: DateRange) -> ColumnElement[bool]:
    """Whether the current version of an article lies in the range.

    By its instant; by its day where no time is known, or by each that it may have been; else by the
    instant it was first seen.
    """
    at, on = article_versions.c.published_at, article_versions.c.published_on
    undated = and_(at.is_(None), on.is_(None))
    return or_(
        and_(at.is_not(None), *_instants(at, dates)),
        and_(on.is_not(None), *_days(dates)),
        and_(undated, *_instants(articles.c.first_seen, dates)),
    )


def _instants(column: ColumnElement[int], dates: DateRange) -> list[ColumnElement[bool]]:
    after = [] if dates.start is None else [column >= to_micros(dates.start)]
    before = [] if dates.end is None else [column < to_micros(dates.end)]
    return after + before


def _days(dates: DateRange) -> list[ColumnElement[bool]]:
    on, until = article_versions.c.published_on, article_versions.c.published_until
    after = [] if dates.first_day is None else [on >= dates.first_day]
    before = [] if dates.last_day is None else [until <= dates.last_day]
    return after + before
