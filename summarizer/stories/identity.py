"""Which article a story begins with, and the id that it gives the story."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256

from summarizer.types import ArticleInfo

__all__ = ["by_date", "day_of", "founder", "story_id"]


def story_id(founding: str) -> str:
    """`s` and 16 hexadecimal digits, from what names the founding article: its content hash or,
    in a store, its id, which other versions of it keep.

    Articles that join later leave it as it is. When two stories merge, or an older article joins,
    the id of the story of the older founder is what `founder` gives; the others are to redirect.
    """
    return "s" + sha256(f"story {founding}".encode()).hexdigest()[:16]


def founder(articles: Sequence[ArticleInfo]) -> ArticleInfo:
    """The article published first; where none is dated, that of the least content hash."""
    return min(articles, key=by_date)


def by_date(article: ArticleInfo) -> tuple[date, str, str, str]:
    """What articles are ordered by: day, time of the day, content hash; undated ones are last."""
    day = day_of(article)
    value = None if article.date is None else article.date.value
    time = f"{value:%H:%M:%S}" if isinstance(value, datetime) else ""
    return day or date.max, time, article.content_hash, article.id


def day_of(article: ArticleInfo) -> date | None:
    """The day of publication (of instants, in UTC); None where only a month or less is known."""
    if article.date is None or article.date.precision not in ("day", "minute"):
        return None
    value = article.date.value
    return value.date() if isinstance(value, datetime) else value
