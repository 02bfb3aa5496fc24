"""The store in a PostgreSQL database: its connections, and full text search by tsvector."""

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from unicodedata import normalize

from sqlalchemy import CTE, Connection, create_engine, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.sql.sqltypes import BigInteger, Numeric

from summarizer.errors import MissingExtraError
from summarizer.protocols import Store
from summarizer.store.failures import first_line, parse_url, translated
from summarizer.store.sqlstore import SqlStore
from summarizer.types import Article

__all__ = ["open_postgres"]

_SECONDS_TO_CONNECT = 10
#: any number that other programs in the same database are unlikely to lock
_LOCK = 0x73756D6D6172
#: characters: a tsvector holds one megabyte, so what follows the first 35,000 words is not found
_SEARCHED = 200_000
_SEARCHED_OF_TITLE = 2_000
_DIACRITICS = re.compile("[\u0300-\u036f]+")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# ts_rank knows nothing of rare words, so each term is weighed by its inverse document frequency,
# as bm25 does; 1 divides by the logarithm of the length. A word in the title counts as much as four
# in the body. Sums of numerics do not depend on their order.
_MATCHES = """
SELECT number,
       round(CAST(ts_rank('{0.25, 0.25, 0.25, 1.0}', document, query, 1)
                  * ln(1 + all_articles.count / CAST(count(*) OVER (PARTITION BY term) AS float))
                  AS numeric), 12) AS score
FROM unnest(CAST(:terms AS text[])) AS term
CROSS JOIN LATERAL phraseto_tsquery('summarizer_search', term) AS query
JOIN article_search ON document @@ query
CROSS JOIN (SELECT count(*) FROM article_search) AS all_articles
"""
_INDEX = """
INSERT INTO article_search (number, document)
VALUES (:number, setweight(to_tsvector('summarizer_search', :title), 'A')
                 || to_tsvector('summarizer_search', :body))
"""
_UNINDEX = "DELETE FROM article_search WHERE number = :number"


def open_postgres(url: str) -> Store:
    """The store at `postgresql://USER:PASSWORD@HOST/DATABASE`."""
    try:
        import psycopg  # noqa: F401  (SQLAlchemy's own message does not say what to install)
    except ImportError as error:
        raise MissingExtraError("the PostgreSQL store", "postgres") from error
    parsed, name = parse_url(url)
    dialect = PostgreSQL()
    with translated(name, dialect.explain):
        engine = create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": _SECONDS_TO_CONNECT},
            pool_pre_ping=True,
            hide_parameters=True,
        )
    return SqlStore.opened(engine, dialect, name=name)


class PostgreSQL:
    """The `Dialect` of PostgreSQL."""

    def __init__(self) -> None:
        self.turn: AbstractContextManager[object] = nullcontext()

    def begin(self, connection: Connection, *, writing: bool) -> None:
        if writing:
            connection.execute(text("SET LOCAL lock_timeout = '30s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

    def matches(self, terms: Sequence[str]) -> CTE:
        asked = [_fold(term) for term in terms]
        found = text(_MATCHES).bindparams(terms=asked).columns(number=BigInteger, score=Numeric)
        return found.cte("matches")

    def index(self, connection: Connection, number: int, article: Article) -> None:
        document = {
            "number": number,
            "title": _fold(article.title or "")[:_SEARCHED_OF_TITLE],
            "body": _fold(article.text[:_SEARCHED])[:_SEARCHED],
        }
        connection.execute(text(_INDEX), document)

    def unindex(self, connection: Connection, number: int) -> None:
        connection.execute(text(_UNINDEX), {"number": number})

    def explain(self, error: SQLAlchemyError) -> str:
        said = first_line(error)
        if isinstance(error, OperationalError):
            return f"{said}; check its URL, and that the server runs and has room"
        return said


def _fold(written: str) -> str:
    """The words alone, without diacritics and case: what FTS5's tokenizer does in SQLite."""
    bare = _DIACRITICS.sub("", normalize("NFKD", written))
    return _BETWEEN_WORDS.sub(" ", normalize("NFC", bare)).casefold()
