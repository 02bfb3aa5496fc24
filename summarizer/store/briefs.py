"""Saved briefs as rows and back."""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from pydantic import TypeAdapter
from sqlalchemy import Connection, insert, select

from summarizer.errors import ArticleNotFoundError, BriefNotFoundError, InvalidRequestError
from summarizer.store.codec import from_micros, storable, to_micros
from summarizer.store.queries import batches
from summarizer.store.tables import brief_articles, briefs, tombstones
from summarizer.types import Brief, BriefInfo, BriefKey, Summary

__all__ = ["list_briefs", "newest_brief", "read_brief", "save_brief"]


def save_brief(connection: Connection, brief: Brief) -> Brief:
    """Keep `brief` unless its key and edition are there already; what is kept comes back.

    `ArticleNotFoundError` when an article that it quotes was deleted while it was written.
    """
    slot = _slot(brief.key)
    of_edition = select(briefs.c.body).where(
        briefs.c.slot == slot, briefs.c.edition == brief.edition
    )
    body = connection.scalar(of_edition)
    if body is not None:
        return _read(body)
    quoted = sorted(_quoted_articles(brief))
    _refuse_deleted(connection, quoted)
    row = insert(briefs).values(
        id=brief.id,
        slot=slot,
        edition=brief.edition,
        day=brief.key.day,
        zone=brief.key.zone,
        topic=_storable_topic(brief.key),
        created=to_micros(brief.created),
        body=_adapter().dump_json(brief).decode(),
    )
    connection.execute(row)
    if quoted:
        links = [{"brief_id": brief.id, "article_id": article_id} for article_id in quoted]
        connection.execute(insert(brief_articles), links)
    return brief


def newest_brief(connection: Connection, key: BriefKey) -> Brief | None:
    """The newest edition for `key`."""
    editions = select(briefs.c.body).where(briefs.c.slot == _slot(key))
    body = connection.scalar(editions.order_by(briefs.c.edition.desc()).limit(1))
    return None if body is None else _read(body)


def read_brief(connection: Connection, brief_id: str) -> Brief:
    """Any edition by its id."""
    asked = select(briefs.c.body).where(briefs.c.id == brief_id)
    body = connection.scalar(asked) if storable(brief_id) else None
    if body is None:
        raise BriefNotFoundError(brief_id)
    return _read(body)


def list_briefs(connection: Connection, *, limit: int) -> tuple[BriefInfo, ...]:
    """The newest days first, of a day the newest editions first; no body is read."""
    columns = select(
        briefs.c.id,
        briefs.c.day,
        briefs.c.zone,
        briefs.c.topic,
        briefs.c.edition,
        briefs.c.created,
    )
    rows = connection.execute(
        columns.order_by(
            briefs.c.day.desc(), briefs.c.edition.desc(), briefs.c.zone, briefs.c.topic
        ).limit(limit)
    )
    return tuple(
        BriefInfo(
            id=row.id,
            key=BriefKey(day=row.day, zone=row.zone, topic=row.topic or None),
            edition=row.edition,
            created=from_micros(row.created),
        )
        for row in rows
    )


def _slot(key: BriefKey) -> str:
    parts = (key.day.isoformat(), key.zone, key.topic or "")
    return sha256(json.dumps(parts).encode()).hexdigest()


def _storable_topic(key: BriefKey) -> str:
    topic = key.topic or ""
    if not storable(topic):
        raise InvalidRequestError(
            "the topic holds a NUL character or half a surrogate pair", pointer="/topic"
        )
    return topic


def _refuse_deleted(connection: Connection, article_ids: list[str]) -> None:
    for batch in batches(article_ids):
        deleted = connection.scalar(select(tombstones.c.id).where(tombstones.c.id.in_(batch)))
        if deleted is not None:
            raise ArticleNotFoundError(deleted)


def _quoted_articles(brief: Brief) -> set[str]:
    """Every article that stands behind a brief, the copies that it only counts included."""
    return {article_id for section in brief.sections for article_id in _quoted_by(section.summary)}


def _quoted_by(summary: Summary) -> Iterator[str]:
    for cited in summary.articles:
        yield from (article.id for article in (cited.article, *cited.copies))
    for sentence in summary.sentences:
        yield from (citation.article for citation in sentence.citations)
        yield from (other.citation.article for other in sentence.also_in)
    yield from (choice.article for choice in summary.explanation)


@cache
def _adapter() -> TypeAdapter[Brief]:
    return TypeAdapter(Brief)


def _read(body: str) -> Brief:
    # Only `validate_json` keeps midnight as an instant: `validate_python` makes a date of it.
    return _adapter().validate_json(body)
