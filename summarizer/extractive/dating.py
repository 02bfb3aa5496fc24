"""The date that a sentence tells of."""

from datetime import date

from summarizer.text.date_mentions import date_mentions, may_mention, mentions_within
from summarizer.text.publication import published_day
from summarizer.types import ArticleInfo, DateMention, SentenceDate

__all__ = ["dated"]

#: how much of the text before a sentence "three days later" may refer to
_CONTEXT = 600


def dated(
    text: str,
    article: ArticleInfo,
    *,
    zone: str,
    before: str = "",
    published: date | None = None,
) -> tuple[SentenceDate | None, tuple[DateMention, ...]]:
    """The date of the sentence `text` of `article`, and every date that it names.

    A single named day is the sentence's date; without one, or with several, it is the article's
    publication, or the time it was first seen, labelled as such. None when nothing is known. A
    named week or month is no date of the sentence: news recalls ("the explosion in April") more
    often than it tells by month.

    `before` is what stands before the sentence in the article: it gives "three days later" its
    meaning. `published` is a day of publication worked out from other articles of the same story;
    it counts only for an article without a date, and what rests on it says so.
    """
    guessed = published if article.date is None else None
    if not may_mention(text, article.language):
        return _lent(article, guessed), ()
    known = published_day(article, zone)
    before = before[-_CONTEXT:]
    mentions = mentions_within(
        date_mentions(
            before + text,
            published=known or guessed,
            language=article.language,
            inferred=guessed is not None,
        ),
        len(before),
        len(before) + len(text),
    )
    return _named(mentions) or _lent(article, guessed), mentions


def _named(mentions: tuple[DateMention, ...]) -> SentenceDate | None:
    """The only day named; how it is known best."""
    days = [mention for mention in mentions if mention.precision == "day"]
    if len({mention.value for mention in days}) != 1:
        return None
    origins = {mention.origin for mention in days}
    origin = next(known for known in ("stated", "relative", "inferred") if known in origins)
    return SentenceDate(value=days[0].value, precision="day", origin=origin)


def _lent(article: ArticleInfo, guessed: date | None) -> SentenceDate | None:
    """The article's own date, the guess at it, or the time it was first seen."""
    if article.date is not None:
        found = article.date
        return SentenceDate(value=found.value, precision=found.precision, origin="published")
    if guessed is not None:
        return SentenceDate(value=guessed, precision="day", origin="inferred")
    if article.first_seen is not None:
        return SentenceDate(value=article.first_seen, precision="minute", origin="first_seen")
    return None
