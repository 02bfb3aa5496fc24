"""When articles that a range leaves out were published."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from summarizer.store.codec import from_micros, storable
from summarizer.store.dialect import Dialect
from summarizer.store.paging import filters
from summarizer.store.search import Search, relevant
from summarizer.store.tables import CURRENT_VERSION, article_versions, articles
from summarizer.store.terms import search_terms
from summarizer.types import DateRange

__all__ = ["Asked", "nearest_days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which articles, whenever they were published."""

    topic: str | None
    language: str | None


def nearest_days(
    connection: Connection, dialect: Dialect, asked: Asked, dates: DateRange
) -> tuple[date, ...]:
    """The last day before the range and the first one after it that have articles, as days of its
    zone; what is missing is left out.
    """
    if asked.language is not None and not storable(asked.language):
        return ()
    sides = []
    if dates.start is not None:
        sides.append((DateRange(end=dates.start, zone=dates.zone), True))
    if dates.end is not None:
        sides.append((DateRange(start=dates.end, zone=dates.zone), False))
    days = (_edge(connection, dialect, asked, side, last=last) for side, last in sides)
    return tuple(day for day in days if day is not None)


def _edge(
    connection: Connection, dialect: Dialect, asked: Asked, dates: DateRange, *, last: bool
) -> date | None:
    within = filters(dates=dates, language=asked.language)
    newest = articles.c.sort_at.desc() if last else articles.c.sort_at
    on, until = article_versions.c.published_on, article_versions.c.published_until
    question = (
        select(articles.c.sort_at, (until if last else on).label("day"))
        .join_from(articles, article_versions, CURRENT_VERSION)
        .where(*within)
        .order_by(newest)
        .limit(1)
    )
    if asked.topic is not None:
        terms = search_terms(asked.topic, asked.language)
        if not terms:
            return None
        about = relevant(dialect, Search.of(connection, dialect, terms), within)
        question = question.where(articles.c.number.in_(select(about.c.number)))
    row = connection.execute(question).first()
    if row is None:
        return None
    # the instant of a day without a time is no instant of the reader's zone
    local: date = from_micros(row.sort_at).astimezone(ZoneInfo(dates.zone)).date()
    return row.day or local
