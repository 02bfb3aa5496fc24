"""A summary with what its articles tell differently: the extract and the stories meet here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

import numpy as np

from summarizer.extractive.answer import Question, answer, in_order
from summarizer.prepared import Pool
from summarizer.stories.disagreements import Difference, Report, differences
from summarizer.stories.disagreements.candidates import candidate_rows
from summarizer.text.publication import as_published, published_day
from summarizer.types import (
    ArticleInfo,
    Citation,
    Disagreement,
    Notice,
    ReportedValue,
    SentenceDate,
    Summary,
)

__all__ = ["answer_with_disagreements"]

#: a reader of a short text looks at no more
_MOST = 10


def answer_with_disagreements(question: Question) -> Summary:
    """The summary, and what the articles tell differently: what it tells itself first."""
    question = in_order(question)
    summary = answer(question)
    found = differences(_reports(question, summary))
    if not found:
        return summary
    told = tuple(_disagreement(question, each) for each in found[:_MOST])
    return replace(
        summary, disagreements=told, warnings=(*summary.warnings, *_left_out(len(found)))
    )


def _left_out(count: int) -> Sequence[Notice]:
    if count <= _MOST:
        return ()
    message = f"The articles disagree on {count - _MOST} further matters, not told here."
    return (Notice(code="disagreements-left-out", message=message),)


def _reports(question: Question, summary: Summary) -> Iterator[Report]:
    """The sentences that may tell something differently, in the pool's order."""
    pool = question.pool
    rows = candidate_rows(pool).tolist()
    infos = [question.articles[given] for given in pool.given]
    articles = dict.fromkeys(pool.article[np.isin(pool.same, pool.same[rows])].tolist())
    question.expect([infos[article] for article in articles])
    told = {(each.article, each.sentence) for s in summary.sentences for each in s.citations}
    for prints in _prints(pool, rows):
        row = min(prints, key=lambda each: _printed(infos[pool.article[each]]))
        article, index = int(pool.article[row]), int(pool.index[row])
        info = infos[article]
        start, end = question.prepared[pool.given[article]].spans[index].tolist()
        read = question.read(info)
        published = as_published(read, start) if read.entries else info
        yield Report(
            text=read.text[start:end],
            article=article,
            index=index,
            group=int(pool.group[article]),
            title=info.title or "",
            published=published_day(published, question.request.told_zone),
            moment=_moment(_date(published)),
            language=info.language,
            told=any((infos[pool.article[at]].id, int(pool.index[at])) in told for at in prints),
        )


def _prints(pool: Pool, rows: Sequence[int]) -> Iterator[list[int]]:
    """For each row all rows of its sentence."""
    places: dict[int, list[int]] = {int(pool.same[row]): [] for row in rows}
    for row in np.flatnonzero(np.isin(pool.same, list(places))).tolist():
        places[int(pool.same[row])].append(row)
    return iter(places.values())


def _printed(info: ArticleInfo) -> tuple[bool, float, str]:
    """What a sentence's prints are ordered by: a late reprint makes no old value new."""
    moment = _moment(_date(info))
    return moment is None, moment.timestamp() if moment else 0.0, info.content_hash


def _disagreement(question: Question, found: Difference) -> Disagreement:
    values = []
    for claims in found.values:
        first = claims[0].report
        citations = tuple(_citation(question, claim.report) for claim in claims)
        read = question.read(_info(question, first))
        values.append(
            ReportedValue(
                text=first.text[claims[0].start : claims[0].end],
                citations=citations,
                status=claims[0].status,
                date=_date(as_published(read, citations[0].start)),
                speaker=claims[0].speaker,
            )
        )
    return Disagreement(what=found.what, kind=found.kind, values=tuple(values))


def _info(question: Question, report: Report) -> ArticleInfo:
    return question.articles[int(question.pool.given[report.article])]


def _citation(question: Question, report: Report) -> Citation:
    spans = question.prepared[question.pool.given[report.article]].spans
    start, end = spans[report.index].tolist()
    read = question.read(_info(question, report))
    return Citation.of(read, sentence=report.index, start=start, end=end)


def _date(article: ArticleInfo) -> SentenceDate | None:
    """When the article was published, or first seen; None where neither is known."""
    if article.date is not None:
        found = article.date
        return SentenceDate(value=found.value, precision=found.precision, origin="published")
    if article.first_seen is not None:
        return SentenceDate(value=article.first_seen, precision="minute", origin="first_seen")
    return None


def _moment(found: SentenceDate | None) -> datetime | None:
    """The instant that the date begins with, of a day without a time its midnight in UTC: in UTC
    the reader is told all others.
    """
    if found is None:
        return None
    if isinstance(found.value, datetime):
        return found.value
    return datetime.combine(found.value, time(), tzinfo=UTC)
