"""The store in a PostgreSQL database: its connections, and full text search by tsvector."""

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from unicodedata import normalize

from sqlalchemy import CTE, Connection, create_engine, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.sql.sqltypes import BigInteger, Boolean, Numeric

from summarizer.errors import MissingExtraError
from summarizer.protocols import Store
from summarizer.store.dialect import Weighed
from summarizer.store.failures import first_line, parse_url, translated
from summarizer.store.sqlstore import SqlStore
from summarizer.store.terms import Term
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
_QUERY = """
CROSS JOIN LATERAL (
    SELECT CASE WHEN prefix THEN to_tsquery('summarizer_search', '''' || term || ''':*')
                ELSE phraseto_tsquery('summarizer_search', term) END AS query) AS asked
"""
# ts_rank knows nothing of rare words, so each term is weighed by its inverse document frequency,
# as bm25 does; 1 divides by the logarithm of the length. A word in the title counts as much as four
# in the body. Sums of numerics do not depend on their order.
_MATCHES = f"""
SELECT number, weight, required,
       round(CAST(ts_rank('{{0.25, 0.25, 0.25, 1.0}}', document, query, 1)
                  * ln(1 + all_articles.count / CAST(count(*) OVER (PARTITION BY place) AS float))
                  AS numeric), 12) AS score
FROM unnest(CAST(:terms AS text[]), CAST(:prefixes AS boolean[]), CAST(:weights AS bigint[]),
            CAST(:required AS boolean[]))
     WITH ORDINALITY AS terms (term, prefix, weight, required, place)
{_QUERY}
JOIN article_search ON document @@ query
CROSS JOIN (SELECT count(*) FROM article_search) AS all_articles
"""  # noqa: S608  (of constants)
_SPREAD = f"""
SELECT (SELECT count(*) FROM article_search WHERE document @@ query)
FROM unnest(CAST(:terms AS text[]), CAST(:prefixes AS boolean[]))
     WITH ORDINALITY AS terms (term, prefix, place)
{_QUERY}
ORDER BY place
"""  # noqa: S608  (the same)
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

    def spread(self, connection: Connection, terms: Sequence[Term]) -> tuple[int, ...]:
        return tuple(connection.execute(text(_SPREAD), _asked(terms)).scalars())

    def matches(self, terms: Sequence[Weighed]) -> CTE:
        found = text(_MATCHES).bindparams(
            **_asked([each.term for each in terms]),
            weights=[each.weight for each in terms],
            required=[each.term.required for each in terms],
        )
        return found.columns(
            number=BigInteger, weight=BigInteger, required=Boolean, score=Numeric
        ).cte("matches")

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


def _asked(terms: Sequence[Term]) -> dict[str, list[Any]]:
    return {
        "terms": [_fold(term.text) for term in terms],
        "prefixes": [term.prefix for term in terms],
    }


def _fold(written: str) -> str:
    """The words alone, without diacritics and case: what FTS5's tokenizer does in SQLite."""
    bare = _DIACRITICS.sub("", normalize("NFKD", written))
    return _BETWEEN_WORDS.sub(" ", normalize("NFC", bare)).casefold()
