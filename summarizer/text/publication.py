"""The calendar days on which articles appeared, in the page's zone or the reader's."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from summarizer.types import Article, ArticleInfo, PublicationDate

__all__ = ["as_published", "local_day", "published_day"]


def as_published(article: Article, at: int) -> ArticleInfo:
    """The article as published where the sentence at `at` stands, which may be a dated entry."""
    found = (entry.date for entry in article.entries if entry.start <= at < entry.end)
    date = next(found, None)
    return article.info if date is None else replace(article.info, date=date)


def published_day(article: ArticleInfo, zone: str) -> date | None:
    """The calendar day on which the article appeared; None when no day is known.

    The page's own zone decides what "today" is in it, the reader's `zone` where that is not known.
    """
    found = article.date
    if found is None or found.precision not in ("day", "minute"):
        return None
    return _page_day(found, zone)


def local_day(value: date | datetime, zone: str) -> date:
    """The calendar day of `value` in `zone`; a date is a day everywhere."""
    return value.astimezone(ZoneInfo(zone)).date() if isinstance(value, datetime) else value


def _page_day(found: PublicationDate, zone: str) -> date:
    if found.offset_minutes is None or not isinstance(found.value, datetime):
        return local_day(found.value, zone)
    return found.value.astimezone(timezone(timedelta(minutes=found.offset_minutes))).date()
