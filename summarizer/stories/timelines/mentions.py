"""Which sentences speak of which day, month, quarter or year, and how that is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Hashes, Pool, Prepared
from summarizer.text.date_mentions import date_mentions
from summarizer.types import DateMention, MentionPrecision

__all__ = ["DatedText", "Evidence", "Mention", "Period", "Source", "gather_evidence"]

#: how the date of a sentence is known; `published` is the day of its article
Source = Literal["stated", "relative", "published", "inferred"]
#: sentences that open an article
LEAD = 6
#: "since becoming president in 2017"
_SINCE = re.compile(r"\b[Ss]ince\b(?:[^,;.]*)$")
_RANKS: tuple[MentionPrecision, ...] = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A day, month, quarter or year."""

    #: its first day
    start: date
    precision: MentionPrecision

    @property
    def last(self) -> date:
        """Its last day."""
        months = {"month": 1, "quarter": 3, "year": 12}.get(self.precision, 0)
        if not months:
            return self.start + timedelta(days=6 if self.precision == "week" else 0)
        after = self.start.year * 12 + self.start.month - 1 + months
        if after // 12 > date.max.year:
            return date.max
        return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)

    @property
    def order(self) -> tuple[date, int]:
        """In which order periods are told: a day stands before the month that begins with it."""
        return self.start, _RANKS.index(self.precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedText:
    """A stretch of an article's text and the day on which it was written."""

    #: `[start, end)` of the text
    start: int
    end: int
    published: date | None
    #: the day was worked out from other articles
    inferred: bool = False


#: a time that no reader of dates resolves
_OTHER_TIME = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Dd]uring) (?P<year>1\d{3}|20\d\d)\b(?! [a-z]+s\b)"
    r"|\b(?:1\d|20)\d0s\b|\d (?:B\.?C|A\.?D)\b|\bcentur(?:y|ies)\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A row of the pool that speaks of a period."""

    row: int
    period: Period
    source: Source
    #: the words that name it; None where the row takes over the day of its article
    words: str | None
    #: from the end of the period to the publication; 0 for what was to come, or without a day
    days_later: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """What the choice of a timeline rests on; rows and articles are numbered as in the pool."""

    pool: Pool
    #: of the texts that count: of copies the one that was published first
    mentions: tuple[Mention, ...]
    #: [a] the day of publication as an ordinal, 0 where unknown
    days: NDArray[np.int64]
    #: [a] True for the text that counts among copies
    original: NDArray[np.bool_]
    #: [n] True where a sentence names a time, one that it may tell of or another
    dated: NDArray[np.bool_]
    #: [n] True where a sentence holds a word of the question; everywhere without a question
    focused: NDArray[np.bool_]


def gather_evidence(
    pool: Pool,
    texts: Sequence[tuple[str, Sequence[DatedText]]],
    prepared: Sequence[Prepared],
    query: Hashes | None,
) -> Evidence:
    """What the articles tell of dates. `texts` and `prepared` are in the pool's order of articles;
    the first stretch of a text tells when the article was published. `query` are the stems of the
    question.
    """
    days = np.array([_ordinal(parts[0].published) for _, parts in texts], dtype=np.int64)
    original = _originals(pool, days)
    first = np.searchsorted(pool.article, np.arange(len(texts)))
    named: list[Mention] = []
    dated = np.zeros(len(pool), dtype=bool)
    for article in range(len(texts)):
        found = list(_of_article(texts[article], prepared[article], int(first[article])))
        dated[[each.row for each in found]] = True
        dated[list(_of_other_times(texts[article][0], prepared[article], int(first[article])))] = (
            True
        )
        named += found if original[article] else []
    own = _own_days(pool, named, [parts[0] for _, parts in texts], original)
    return Evidence(
        pool=pool,
        mentions=(*named, *own),
        days=days,
        original=original,
        dated=dated,
        focused=_focused(pool, query),
    )


def _of_other_times(text: str, prepared: Prepared, first: int) -> Iterator[int]:
    """The rows at the head of an article that name a time which no reader of dates resolves: a
    year, a century, days in slashes. They do not tell of the day of publication.
    """
    for index, (start, end) in enumerate(prepared.spans[:LEAD].tolist()):
        if _OTHER_TIME.search(text, start, end):
            yield first + index


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


def _originals(pool: Pool, days: NDArray[np.int64]) -> NDArray[np.bool_]:
    """[a] of each group of copies the one published first; of equals the first in the pool.

    "On Sunday" of a reprint a week later is the Sunday of the first print.
    """
    order = np.lexsort((np.arange(len(days)), days, days == 0))
    _, first = np.unique(pool.group[order], return_index=True)
    original = np.zeros(len(days), dtype=bool)
    original[order[first]] = True
    return original


def _of_article(
    text: tuple[str, Sequence[DatedText]], prepared: Prepared, first: int
) -> Iterator[Mention]:
    for mention, published in _found(*text, prepared.language):
        index = int(np.searchsorted(prepared.spans[:, 0], mention.start, "right")) - 1
        if index < 0 or mention.end > prepared.spans[index, 1]:
            continue
        period = Period(start=mention.value, precision=mention.precision)
        start = int(prepared.spans[index, 0])
        if mention.precision != "day" and (
            not _is_over(period, published) or _goes_on(text[0], start, mention.start)
        ):
            continue
        yield Mention(
            row=first + index,
            period=period,
            source=mention.origin,
            words=mention.text,
            days_later=0 if published is None else max(0, (published - period.last).days),
        )


def _found(
    text: str, parts: Sequence[DatedText], language: str | None
) -> Iterator[tuple[DateMention, date | None]]:
    """The mentions of a text, each with the day of its stretch; the last stretch that holds it
    counts, as an entry of a liveblog does in its page.
    """
    for number, part in enumerate(parts):
        within = text[part.start : part.end] if number else text
        shift = part.start if number else 0
        later = parts[number + 1 :]
        for mention in date_mentions(
            within, published=part.published, language=language, inferred=part.inferred
        ):
            start, end = mention.start + shift, mention.end + shift
            if not any(each.start <= start < each.end for each in later):
                yield _moved(mention, start, end), part.published


def _moved(mention: DateMention, start: int, end: int) -> DateMention:
    return DateMention(
        start=start,
        end=end,
        text=mention.text,
        value=mention.value,
        precision=mention.precision,
        origin=mention.origin,
    )


def _is_over(period: Period, published: date | None) -> bool:
    """False for "this year", "later this month" and "next week", which name no event; weeks are
    told by days.
    """
    return period.precision != "week" and (published is None or period.last < published)


def _goes_on(text: str, start: int, mention: int) -> bool:
    """Whether the sentence from `start` tells what has been so since then, not what happened."""
    return _SINCE.search(text, start, mention) is not None


def _own_days(
    pool: Pool, named: Sequence[Mention], parts: Sequence[DatedText], original: NDArray[np.bool_]
) -> Iterator[Mention]:
    """The article's own day, where its opening names neither it nor the day before.

    Some publishers never write the day on which a thing happened: without this, half of the days of
    a trial in their reports were not found.
    """
    fresh = {
        int(pool.article[each.row])
        for each in named
        if each.period.precision == "day"
        and each.days_later <= 1
        and pool.index[each.row] < LEAD
        and not _ahead(each, parts[int(pool.article[each.row])])
    }
    for row in np.flatnonzero(pool.index == 0).tolist():
        article = int(pool.article[row])
        published = parts[article].published
        if published is None or not original[article] or article in fresh:
            continue
        yield Mention(
            row=row,
            period=Period(start=published, precision="day"),
            source="inferred" if parts[article].inferred else "published",
            words=None,
            days_later=0,
        )


def _ahead(mention: Mention, part: DatedText) -> bool:
    return part.published is not None and mention.period.start > part.published


def _focused(pool: Pool, query: Hashes | None) -> NDArray[np.bool_]:
    columns = (
        np.zeros(0, np.intp)
        if query is None
        else np.flatnonzero(np.isin(pool.unigram_hashes, query))
    )
    if not len(columns):
        return np.ones(len(pool), dtype=bool)
    held: NDArray[np.bool_] = np.asarray(pool.unigrams[:, columns].sum(axis=1)).ravel() > 0
    return held
