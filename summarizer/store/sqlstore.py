"""The store over any SQL database: every method is one transaction of the functions beside it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine

from summarizer.errors import StoreUnavailableError
from summarizer.prepared import Prepared
from summarizer.protocols import Found, Near
from summarizer.store.articles import Ingest, delete_article, replace_prepared
from summarizer.store.boilerplate import (
    judge,
    known_lines,
    learn,
    lines_of,
    list_boilerplate,
    unlearn,
)
from summarizer.store.briefs import list_briefs, newest_brief, read_brief, save_brief
from summarizer.store.codec import refuse_unstorable, storable, to_micros
from summarizer.store.day_orders import settle_dates
from summarizer.store.dialect import Dialect
from summarizer.store.failures import translated
from summarizer.store.migrations import HEAD, current_version, upgrade
from summarizer.store.nearest import Asked, nearest_days
from summarizer.store.paging import at_least_one
from summarizer.store.queries import find, page, read_articles, read_prepared
from summarizer.store.vectors import NearTo, find_near, keep_vectors, without_vector
from summarizer.text.boilerplate import without
from summarizer.types import (
    Article,
    ArticleInfo,
    ArticlePage,
    BoilerplateLine,
    Brief,
    BriefInfo,
    BriefKey,
    DateRange,
    IngestStatus,
)

__all__ = ["SqlStore"]


class SqlStore:
    """A `Store`: what the methods promise stands there.

    An article with a NUL character or half a surrogate pair in its text or metadata is refused
    (`UnreadableInputError`) before anything is written: not every database could keep it, and
    spans would no longer fit if it were changed here.
    """

    def __init__(self, engine: Engine, dialect: Dialect, *, name: str) -> None:
        self._engine = engine
        self._dialect = dialect
        #: the URL without its secrets
        self._name = name
        self._closed = False

    @classmethod
    def opened(cls, engine: Engine, dialect: Dialect, *, name: str) -> Self:
        """The store, its tables made or brought up to date; nothing stays open when that fails."""
        store = cls(engine, dialect, name=name)
        try:
            with store._transaction() as connection:
                ready = current_version(connection) == HEAD
            if not ready:
                with store._transaction(writing=True) as connection:
                    upgrade(connection, name)
        except BaseException:
            store.close()
            raise
        return store

    def add(
        self,
        articles: Sequence[tuple[Article, Prepared]],
        *,
        seen: datetime,
        restore: bool = False,
    ) -> tuple[tuple[str, IngestStatus], ...]:
        given = [article for article, _ in articles]
        for article in given:
            refuse_unstorable(article)
        with self._transaction(writing=True) as connection:
            ingest = Ingest.among(connection, self._dialect, given, seen=to_micros(seen))
            outcome = tuple(
                ingest.add(article, prepared, restore=restore) for article, prepared in articles
            )
            learn(connection, self._dialect, ingest.written)
            settle_dates(connection, (article for article, _ in ingest.written.values()))
            return outcome

    def article(self, article_id: str) -> Article:
        return self.articles([article_id])[0]

    def articles(self, article_ids: Sequence[str]) -> tuple[Article, ...]:
        with self._transaction() as connection:
            return read_articles(connection, article_ids)

    def prepared(self, article_ids: Sequence[str]) -> tuple[Prepared | None, ...]:
        with self._transaction() as connection:
            return read_prepared(connection, article_ids)

    def replace_prepared(self, article_id: str, prepared: Prepared) -> None:
        with self._transaction(writing=True) as connection:
            replace_prepared(connection, article_id, prepared)

    def page(
        self,
        *,
        cursor: str | None = None,
        limit: int = 50,
        topic: str | None = None,
        dates: DateRange | None = None,
    ) -> ArticlePage:
        at_least_one(limit)
        with self._transaction() as connection:
            return page(
                connection, self._dialect, cursor=cursor, limit=limit, topic=topic, dates=dates
            )

    def find(
        self,
        *,
        topic: str | None = None,
        dates: DateRange | None = None,
        language: str | None = None,
        limit: int = 100,
    ) -> Found:
        at_least_one(limit)
        with self._transaction() as connection:
            return find(
                connection,
                self._dialect,
                topic=topic,
                dates=dates,
                language=language,
                limit=limit,
            )

    def nearest_days(
        self, dates: DateRange, *, topic: str | None = None, language: str | None = None
    ) -> tuple[date, ...]:
        with self._transaction() as connection:
            asked = Asked(topic=topic, language=language)
            return nearest_days(connection, self._dialect, asked, dates)

    def without_vector(self, model: str, *, limit: int) -> tuple[Article, ...]:
        at_least_one(limit)
        with self._transaction() as connection:
            return without_vector(connection, model, limit=limit)

    def keep_vectors(
        self, model: str, vectors: Sequence[tuple[ArticleInfo, NDArray[np.float16]]]
    ) -> None:
        with self._transaction(writing=True) as connection:
            keep_vectors(connection, model, vectors)

    def find_near(
        self,
        vector: NDArray[np.float16],
        *,
        model: str,
        least: float,
        dates: DateRange | None = None,
        language: str | None = None,
        limit: int = 100,
    ) -> Near:
        at_least_one(limit)
        asked = NearTo(vector, model, least)
        with self._transaction() as connection:
            return find_near(connection, asked, dates=dates, language=language, limit=limit)

    def delete(self, article_id: str) -> None:
        with self._transaction(writing=True) as connection:
            lines = lines_of(connection, article_id) if storable(article_id) else []
            delete_article(connection, self._dialect, article_id)
            unlearn(connection, self._dialect, lines)

    def without_boilerplate(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        with self._transaction() as connection:
            known = known_lines(connection, articles)
        return tuple(without(article, known) for article in articles)

    def boilerplate(self) -> tuple[BoilerplateLine, ...]:
        with self._transaction() as connection:
            return list_boilerplate(connection)

    def judge_boilerplate(self, line_id: str, *, keep: bool) -> None:
        with self._transaction(writing=True) as connection:
            judge(connection, self._dialect, line_id, keep=keep)

    def save_brief(self, brief: Brief) -> Brief:
        with self._transaction(writing=True) as connection:
            return save_brief(connection, brief)

    def brief(self, key: BriefKey) -> Brief | None:
        with self._transaction() as connection:
            return newest_brief(connection, key)

    def brief_by_id(self, brief_id: str) -> Brief:
        with self._transaction() as connection:
            return read_brief(connection, brief_id)

    def briefs(self, *, limit: int = 50) -> tuple[BriefInfo, ...]:
        at_least_one(limit)
        with self._transaction() as connection:
            return list_briefs(connection, limit=limit)

    def check(self) -> None:
        with self._transaction() as connection:
            version = current_version(connection)
        if version != HEAD:
            reason = f"its tables are of version {version}, not {HEAD}: restart the program"
            raise StoreUnavailableError(self._name, reason)

    def close(self) -> None:
        self._closed = True
        self._engine.dispose()

    @contextmanager
    def _transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        if self._closed:
            raise StoreUnavailableError(self._name, "it was closed; open it again")
        with (
            translated(self._name, self._dialect.explain),
            self._dialect.turn,
            self._engine.connect() as connection,
            connection.begin(),
        ):
            self._dialect.begin(connection, writing=writing)
            yield connection
