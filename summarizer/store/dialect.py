"""What SQLite and PostgreSQL do each in their own way."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import CTE, Connection
from sqlalchemy.exc import SQLAlchemyError

from summarizer.types import Article

__all__ = ["Dialect"]


class Dialect(Protocol):
    """Transactions and the search index."""

    #: entered around every transaction
    turn: AbstractContextManager[object]

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """Start a transaction; a writing one waits until it is the only one, and stays so."""
        ...

    def matches(self, terms: Sequence[str]) -> CTE:
        """What holds which term: rows of `number`, an article's, and `score`, exact when summed.

        A row per term and article; a better match has a higher score. Any text is a valid term; a
        term of several words is found where they stand side by side.
        """
        ...

    def index(self, connection: Connection, number: int, article: Article) -> None:
        """Make the article, already in the tables as the current version, findable."""
        ...

    def unindex(self, connection: Connection, number: int) -> None:
        """Take an article out of the index while its current version is still in the tables."""
        ...

    def explain(self, error: SQLAlchemyError) -> str:
        """What went wrong and what to do about it, in a line without secrets."""
        ...
