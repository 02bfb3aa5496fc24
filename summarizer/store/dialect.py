"""What SQLite and PostgreSQL do each in their own way."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import CTE, Connection
from sqlalchemy.exc import SQLAlchemyError

from summarizer.store.terms import Term
from summarizer.types import Article

__all__ = ["Dialect", "Weighed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A term and what it weighs when an article holds it."""

    term: Term
    weight: int


class Dialect(Protocol):
    """Transactions and the search index."""

    #: entered around every transaction
    turn: AbstractContextManager[object]

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """Start a transaction; a writing one waits until it is the only one, and stays so."""
        ...

    def spread(self, connection: Connection, terms: Sequence[Term]) -> tuple[int, ...]:
        """How many articles hold each term."""
        ...

    def matches(self, terms: Sequence[Weighed]) -> CTE:
        """What holds which term: rows of `number`, an article's, the term's `weight` and whether it
        is `required`, and `score`, exact when summed.

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
