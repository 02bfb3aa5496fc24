"""The date that a sentence tells of."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from summarizer.text.date_mentions import date_mentions
from summarizer.types import Article, ArticleInfo, DateMention, SentenceDate, SentenceDateOrigin

__all__ = ["as_published", "dated", "local_day"]


def as_published(article: Article, at: int) -> ArticleInfo:
    """The article as published where the sentence at `at` stands, which may be a dated entry."""
    found = (entry.date for entry in article.entries if entry.start <= at < entry.end)
    date = next(found, None)
    return article.info if date is None else replace(article.info, date=date)


def dated(
    text: str, article: ArticleInfo, *, zone: str
) -> tuple[SentenceDate | None, tuple[DateMention, ...]]:
    """The date of the sentence `text` of `article`, and every date that it names.

    A single named day is the sentence's date; without one, or with several, it is the article's
    publication, or the time it was first seen, labelled as such. None when nothing is known. A
    named month is no date of the sentence: news recalls ("the explosion in April") more often than
    it tells by month.
    """
    day_known = article.date is not None and article.date.precision in ("day", "minute")
    published = local_day(article.date.value, zone) if article.date and day_known else None
    mentions = date_mentions(text, published=published, language=article.language)
    days = [mention for mention in mentions if mention.precision == "day"]
    if len({mention.value for mention in days}) == 1:
        stated = any(mention.origin == "stated" for mention in days)
        origin: SentenceDateOrigin = "stated" if stated else "relative"
        return SentenceDate(value=days[0].value, precision="day", origin=origin), mentions
    if article.date is not None:
        found = article.date
        return (
            SentenceDate(value=found.value, precision=found.precision, origin="published"),
            mentions,
        )
    if article.first_seen is not None:
        seen = SentenceDate(value=article.first_seen, precision="minute", origin="first_seen")
        return seen, mentions
    return None, mentions


def local_day(value: date | datetime, zone: str) -> date:
    """The calendar day of `value` in `zone`; a date is a day everywhere."""
    return value.astimezone(ZoneInfo(zone)).date() if isinstance(value, datetime) else value
