"""Questions to the store. Only `read_articles` reads texts; no other touches them."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Select, Subquery, and_, bindparam, func, select

from summarizer import prepared as forms
from summarizer.errors import ArticleNotFoundError
from summarizer.prepared import Prepared, unpack
from summarizer.protocols import Found
from summarizer.store.codec import (
    INFO_COLUMNS,
    TEXT_COLUMNS,
    AnyRow,
    read_article,
    read_info,
    storable,
)
from summarizer.store.dialect import Dialect
from summarizer.store.paging import NEWEST_FIRST, Position, filters, read_cursor, write_cursor
from summarizer.store.search import Search, relevant
from summarizer.store.tables import (
    CURRENT_VERSION,
    article_texts,
    article_versions,
    articles,
    prepared_forms,
)
from summarizer.store.terms import search_terms
from summarizer.types import Article, ArticlePage, DateRange

__all__ = ["TEXT_OF_CURRENT", "batches", "find", "page", "read_articles", "read_prepared"]

_Value = TypeVar("_Value")
_Question: TypeAlias = Select[*tuple[Any, ...]]
#: ids per statement: SQLite takes 32,766 parameters, PostgreSQL 65,535
_BATCH = 1000
TEXT_OF_CURRENT = and_(
    article_texts.c.number == articles.c.number, article_texts.c.version == articles.c.version
)
_INFOS = select(*INFO_COLUMNS).join_from(articles, article_versions, CURRENT_VERSION)
_COUNTED = _INFOS.add_columns(func.count().over().label("total"))
# made once: to make one costs as much as to ask it
_BY_ID = articles.c.id.in_(bindparam("ids", expanding=True))
_ARTICLES = _INFOS.add_columns(*TEXT_COLUMNS).join(article_texts, TEXT_OF_CURRENT).where(_BY_ID)
_OF_THIS_VERSION = and_(
    prepared_forms.c.number == articles.c.number,
    prepared_forms.c.prepared_version == bindparam("version"),
)
_PREPARED = (
    select(articles.c.id, prepared_forms.c.packed)
    .join_from(articles, prepared_forms, _OF_THIS_VERSION, isouter=True)
    .where(_BY_ID)
)


def batches(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in batches that fit into one statement."""
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))


def read_articles(connection: Connection, ids: Sequence[str]) -> tuple[Article, ...]:
    """The current versions with their texts, in the order of `ids`."""
    rows = _rows_by_id(connection, _ARTICLES, ids)
    return tuple(read_article(rows[article_id]) for article_id in ids)


def read_prepared(connection: Connection, ids: Sequence[str]) -> tuple[Prepared | None, ...]:
    """The prepared forms in the order of `ids`; None for those of another version."""
    rows = _rows_by_id(connection, _PREPARED, ids, version=forms.VERSION)
    packed = (rows[article_id].packed for article_id in ids)
    return tuple(None if blob is None else unpack(blob) for blob in packed)


def _rows_by_id(
    connection: Connection, question: _Question, ids: Sequence[str], **values: int
) -> dict[str, AnyRow]:
    rows: dict[str, AnyRow] = {}
    for batch in batches([article_id for article_id in ids if storable(article_id)]):
        found = connection.execute(question, {"ids": list(batch), **values})
        rows.update((row.id, row) for row in found)
    missing = next((article_id for article_id in ids if article_id not in rows), None)
    if missing is not None:
        raise ArticleNotFoundError(missing)
    return rows


def page(
    connection: Connection,
    dialect: Dialect,
    *,
    cursor: str | None,
    limit: int,
    topic: str | None,
    dates: DateRange | None,
) -> ArticlePage:
    """A page of the listing; one row more than `limit` tells whether another follows."""
    question = _INFOS.add_columns(articles.c.sort_at).order_by(*NEWEST_FIRST).limit(limit + 1)
    if cursor is not None:
        question = question.where(read_cursor(cursor).after)
    within = filters(dates=dates)
    if topic is not None:
        terms = search_terms(topic)
        if not terms:
            return ArticlePage(items=())
        search = Search.of(connection, dialect, terms)
        about = relevant(dialect, search, within)
        question = question.where(articles.c.number.in_(select(about.c.number)))
    rows = connection.execute(question.where(*within)).all()
    more = len(rows) > limit
    last = rows[limit - 1] if more else None
    return ArticlePage(
        items=tuple(read_info(row) for row in rows[:limit]),
        next_cursor=None if last is None else write_cursor(Position(last.sort_at, last.id)),
    )


def find(
    connection: Connection,
    dialect: Dialect,
    *,
    topic: str | None,
    dates: DateRange | None,
    language: str | None,
    limit: int,
) -> Found:
    """The articles that match: those whose words of the topic weigh more first, then by score."""
    if language is not None and not storable(language):
        return Found(articles=(), total=0)
    within = filters(dates=dates, language=language)
    question = _COUNTED.limit(limit)
    search = None
    if topic is None:
        question = question.where(*within).order_by(*NEWEST_FIRST)
    else:
        terms = search_terms(topic, language)
        if not terms:
            return Found(articles=(), total=0)
        search = Search.of(connection, dialect, terms)
        question = _best_first(question, relevant(dialect, search, within))
    rows = connection.execute(question).all()
    return Found(
        articles=tuple(read_info(row) for row in rows),
        total=rows[0].total if rows else 0,
        terms=search.weights if search else (),
        unknown=search.unknown if search else (),
    )


def _best_first(question: _Question, about: Subquery) -> _Question:
    return question.join(about, about.c.number == articles.c.number).order_by(
        about.c.weight.desc(), about.c.score.desc(), article_versions.c.content_hash, articles.c.id
    )
