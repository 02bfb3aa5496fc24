"""Where articles, their prepared forms and briefs are kept: SQLite by default, or PostgreSQL."""

from typing import TYPE_CHECKING

from summarizer.errors import StoreUnavailableError

if TYPE_CHECKING:
    from summarizer.protocols import Store

__all__ = ["open_store"]


def open_store(url: str) -> "Store":
    """The store at `url`, made or brought up to date when it has to be.

    `sqlite:///FILE` (relative to the working directory of this moment), `sqlite://` (in memory,
    shared between threads, gone at `close`) or `postgresql://USER:PASSWORD@HOST/DATABASE`.
    `StoreUnavailableError` when that cannot be used, `StoreVersionError` when a newer version of
    this program wrote it, `MissingExtraError` when PostgreSQL's driver is not installed.
    """
    scheme = url.partition(":")[0].lower()
    if scheme in ("sqlite", "sqlite+pysqlite"):
        from summarizer.store.sqlite import open_sqlite

        return open_sqlite(url)
    if scheme in ("postgresql", "postgresql+psycopg", "postgres"):
        from summarizer.store.postgres import open_postgres

        return open_postgres(url)
    # Not the scheme itself: what stands before the colon may be anything, a password included.
    reason = "its kind is unknown; use sqlite:///FILE or postgresql://USER@HOST/DATABASE"
    raise StoreUnavailableError("URL", reason)
