"""Chosen periods with their sentences as a reader meets them: how the date is known, and why."""

from collections.abc import Mapping, Sequence
from datetime import date

from summarizer.stories.timelines import Entry, Evidence, Mention
from summarizer.types import ArticleInfo, EntryOrigin, SummarySentence, TimelineEntry

__all__ = ["told_day", "told_entries"]

#: best first
_KNOWN: tuple[EntryOrigin, ...] = ("stated", "relative", "published", "inferred")


def told_entries(
    entries: Sequence[Entry],
    evidence: Evidence,
    sentences: Mapping[int, SummarySentence],
    articles: Sequence[ArticleInfo],
) -> tuple[TimelineEntry, ...]:
    """The entries; `sentences` are those of the chosen rows, `articles` in the pool's order."""
    strongest = max((entry.score for entry in entries), default=0.0) or 1.0
    found = []
    for entry in entries:
        origin, reason = _best_known(entry, evidence, articles)
        found.append(
            TimelineEntry(
                date=entry.period.start,
                until=entry.until,
                precision=entry.period.precision,
                origin=origin,
                known="stated" if origin == "stated" else "inferred",
                reason=reason,
                sentences=tuple(sentences[row] for row in entry.rows),
                texts=_texts(entry, evidence),
                score=round(entry.score / strongest, 6),
            )
        )
    return tuple(found)


def told_day(day: date) -> str:
    """The day in words: 29 June 2019."""
    return f"{day.day} {day:%B} {day.year}"


def _best_known(
    entry: Entry, evidence: Evidence, articles: Sequence[ArticleInfo]
) -> tuple[EntryOrigin, str]:
    """How the date is known by the sentence that tells it best, and one line of why."""
    told = [
        (_KNOWN.index(_origin(row, mention, evidence, articles)), place)
        for place, (row, mention) in enumerate(zip(entry.rows, entry.mentions, strict=True))
    ]
    rank, place = min(told)
    row, mention = entry.rows[place], entry.mentions[place]
    article = int(evidence.pool.article[row])
    day = int(evidence.days[article])
    words = "" if mention is None else f"“{mention.words}”"
    if _KNOWN[rank] == "stated" or not day:
        return _KNOWN[rank], f"it says {words}"
    written = told_day(date.fromordinal(day))
    source = f"an article of {written}"
    if articles[article].date is None:
        source = f"an undated article, taken to be of {written}"
    if words:
        return _KNOWN[rank], f"{words} in {source}"
    after = ", the day after" * (entry.until.toordinal() < day)
    return _KNOWN[rank], f"it names no day, at the head of {source}{after}"


def _origin(
    row: int, mention: Mention | None, evidence: Evidence, articles: Sequence[ArticleInfo]
) -> EntryOrigin:
    if mention is not None:
        return mention.source
    guessed = articles[evidence.pool.article[row]].date is None
    return "inferred" if guessed else "published"


def _texts(entry: Entry, evidence: Evidence) -> int:
    """How many texts speak of it, or are of the day."""
    article = evidence.pool.article
    return len(
        {
            int(article[mention.row])
            for mention in evidence.mentions
            if mention.period.precision == entry.period.precision
            and entry.period.start <= mention.period.start <= entry.until
        }
    )
