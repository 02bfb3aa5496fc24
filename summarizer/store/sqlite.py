"""The store in a SQLite file, or in memory: its connections, and full text search by FTS5."""

import json
import os
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from sqlalchemy import CTE, URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool, StaticPool
from sqlalchemy.sql.sqltypes import Boolean, Integer

from summarizer.errors import StoreUnavailableError
from summarizer.protocols import Store
from summarizer.store.dialect import Weighed
from summarizer.store.failures import first_line, parse_url, translated
from summarizer.store.sqlstore import SqlStore
from summarizer.store.terms import Term
from summarizer.types import Article

__all__ = ["open_sqlite"]

_SECONDS_TO_WAIT = 30
_CAUSES = {
    "unable to open": "its folder is missing or cannot be written: make it, or name another file",
    "not a database": "the file holds something else than a SQLite database: name another file",
    "readonly": "it cannot be written: change the permissions of file and folder, or name another",
    "locked": f"another program wrote to it for over {_SECONDS_TO_WAIT} seconds: try again",
}
# bm25 falls as a match gets better, and stands for rows of one term here: their sum is the bm25 of
# all terms. It is not allowed inside an aggregate, so it is worked out before; whole numbers add
# up to the same whatever their order. A word in the title counts as much as four in the body.
_MATCHES = """
SELECT article_search.rowid AS number,
       json_extract(term.value, '$[1]') AS weight,
       json_extract(term.value, '$[2]') AS required,
       CAST(round(-1e12 * bm25(article_search, 4.0, 1.0)) AS INTEGER) AS score
FROM json_each(:terms) AS term CROSS JOIN article_search
WHERE article_search MATCH json_extract(term.value, '$[0]')
"""
_SPREAD = """
SELECT (SELECT count(*) FROM article_search WHERE article_search MATCH term.value)
FROM json_each(:terms) AS term ORDER BY term.key
"""
_INDEX = "INSERT INTO article_search (rowid, title, body) VALUES (:number, :title, :body)"
_UNINDEX = """
INSERT INTO article_search (article_search, rowid, title, body)
SELECT 'delete', number, title, body FROM article_documents WHERE number = :number
"""


def open_sqlite(url: str) -> Store:
    """The store at `sqlite:///FILE`, or in memory at `sqlite://`."""
    parsed, name = parse_url(url)
    if parsed.query or (parsed.database or "").startswith("file:"):
        reason = "its URL holds more than a file's name; write sqlite:///FILE"
        raise StoreUnavailableError(name, reason)
    in_memory = parsed.database in (None, "", ":memory:")
    with translated(name, lambda _: "its URL cannot be read; write sqlite:///FILE"):
        engine = _engine(parsed, in_memory=in_memory)
    event.listen(engine, "connect", _prepare)
    return SqlStore.opened(engine, SQLite(in_memory=in_memory), name=name)


def _engine(url: URL, *, in_memory: bool) -> Engine:
    url = url.set(drivername="sqlite+pysqlite")
    if in_memory:
        # One connection, which every thread takes in turn: a second would see another database.
        settings = {"check_same_thread": False}
        return create_engine(url, poolclass=StaticPool, connect_args=settings, hide_parameters=True)
    file = Path(url.database or "").absolute()
    if _is_frozen(file):
        # Read without a journal, which cannot be made beside it; each time anew, as it may change.
        url = url.set(database=f"{file.as_uri()}?immutable=1", query={"uri": "true"})
        return create_engine(url, poolclass=NullPool, hide_parameters=True)
    url = url.set(database=str(file))
    return create_engine(url, connect_args={"timeout": _SECONDS_TO_WAIT}, hide_parameters=True)


def _is_frozen(file: Path) -> bool:
    """Whether the file can be read, its folder not be written, and no program has it open."""
    alone = not file.with_name(f"{file.name}-wal").exists()
    return file.is_file() and alone and not os.access(file.parent, os.W_OK)


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    # SQLAlchemy's recipe: sqlite3 begins no transaction by itself, `SQLite.begin` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Another process is turning it on at this moment, for the file and so for us, too. Or the
        # file can only be read, which needs no journal.
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
            raise
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


class SQLite:
    """The `Dialect` of SQLite."""

    def __init__(self, *, in_memory: bool) -> None:
        self.turn: AbstractContextManager[object] = threading.Lock() if in_memory else nullcontext()

    def begin(self, connection: Connection, *, writing: bool) -> None:
        # A transaction that reads first and writes later cannot wait for another writer.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    def spread(self, connection: Connection, terms: Sequence[Term]) -> tuple[int, ...]:
        asked = json.dumps([_quoted(term) for term in terms])
        return tuple(connection.execute(text(_SPREAD), {"terms": asked}).scalars())

    def matches(self, terms: Sequence[Weighed]) -> CTE:
        asked = [[_quoted(each.term), each.weight, each.term.required] for each in terms]
        found = text(_MATCHES).bindparams(terms=json.dumps(asked))
        rows = found.columns(number=Integer, weight=Integer, required=Boolean, score=Integer)
        return rows.cte("matches").prefix_with("MATERIALIZED")

    def index(self, connection: Connection, number: int, article: Article) -> None:
        document = {"number": number, "title": article.title or "", "body": article.text}
        connection.execute(text(_INDEX), document)

    def unindex(self, connection: Connection, number: int) -> None:
        connection.execute(text(_UNINDEX), {"number": number})

    def explain(self, error: SQLAlchemyError) -> str:
        said = first_line(error)
        return next((cause for sign, cause in _CAUSES.items() if sign in said), said)


def _quoted(term: Term) -> str:
    """A string of FTS5, in which nothing is an operator."""
    quoted = term.text.replace('"', '""')
    return f'"{quoted}"{"*" if term.prefix else ""}'
