"""Brings a database to the tables of this version, once, however many processes open it."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, column, inspect, select, table

from summarizer.errors import StoreUnavailableError, StoreVersionError
from summarizer.store.tables import metadata

__all__ = ["HEAD", "VERSION_TABLE", "current_version", "upgrade"]

#: the newest file in `versions/`; raise it with each new one
HEAD = "0003"
#: not Alembic's default name, which another program in the same database may use
VERSION_TABLE = "summarizer_schema"

#: Alembic hands the migrations their context through module globals
_one_at_a_time = Lock()


def current_version(connection: Connection) -> str | None:
    """The version of the database's tables; None where there are none of ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version: str | None = connection.scalar(
        select(column("version_num")).select_from(table(VERSION_TABLE))
    )
    return version


def _tables(connection: Connection) -> list[str]:
    return inspect(connection).get_table_names()


def upgrade(connection: Connection, url: str) -> None:
    """Run the migrations that are missing; `StoreVersionError` when the database is newer,
    `StoreUnavailableError` when it has tables that are called like ours.

    `connection` is inside a transaction that keeps every other writer out: who comes second finds
    the work done.
    """
    version = current_version(connection)
    if version == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise StoreVersionError(
            f"the database {url} was written by a newer version of this program (its tables are "
            f"of version {version}, this program knows {HEAD}): update the program"
        )
    taken = sorted({*metadata.tables, "article_search"}.intersection(_tables(connection)))
    if version is None and taken:
        reason = f"it holds tables of another program ({', '.join(taken)}): name another one"
        raise StoreUnavailableError(url, reason)
    with _one_at_a_time:
        command.upgrade(config, "head")
