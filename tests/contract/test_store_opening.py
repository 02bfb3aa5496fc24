import os
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from summarizer.errors import MissingExtraError, StoreUnavailableError, StoreVersionError
from summarizer.protocols import Store
from summarizer.store import migrations, open_store
from summarizer.store.migrations import HEAD, VERSION_TABLE
from summarizer.store.tables import metadata
from tests.contract.samples import NOON, article, pairs


def engine(url: str) -> sa.Engine:
    return sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))


def test_what_is_kept_is_there_when_opened_again(shared_url: str) -> None:
    first = open_store(shared_url)
    [(article_id, _)] = first.add(pairs(article()), seen=NOON)
    first.close()
    again = open_store(shared_url)
    assert again.article(article_id).text == "They met."
    again.check()
    again.close()


def test_the_migrations_make_the_tables_that_the_code_knows(shared_url: str) -> None:
    open_store(shared_url).close()
    made = engine(shared_url)
    with made.connect() as connection:
        names = set(metadata.tables)
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name in names},
        )
        assert compare_metadata(context, metadata) == []
    made.dispose()


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    config = Config()
    folder = Path(migrations.__file__).parent
    config.set_main_option("script_location", str(folder))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    assert all(script.module.__doc__ for script in scripts.walk_revisions())


def test_a_newer_database_is_left_alone(shared_url: str) -> None:
    opened = open_store(shared_url)
    changed = engine(shared_url)
    with changed.begin() as connection:
        connection.execute(
            sa.table(VERSION_TABLE, sa.column("version_num")).update().values(version_num="9999")
        )
    changed.dispose()
    with pytest.raises(StoreUnavailableError, match="version 9999, not"):
        opened.check()
    opened.close()
    with pytest.raises(StoreVersionError, match=r"newer version.*update the program"):
        open_store(shared_url)


def test_closing_twice_does_nothing_and_a_closed_store_says_so(store: Store) -> None:
    store.check()
    store.close()
    store.close()
    with pytest.raises(StoreUnavailableError, match="it was closed"):
        store.check()


def test_sqlite_is_set_up_for_many_readers_and_one_writer(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    with store._engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert values == ["wal", 1, 1, 30_000]
    store.close()


def test_a_relative_path_stays_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_store("sqlite:///100% me@home.db")
    monkeypatch.chdir("/")
    store.add(pairs(article()), seen=NOON)
    store.close()
    assert [path.suffix for path in tmp_path.iterdir()] == [".db"]


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but a text of some length. " * 50)
    with pytest.raises(StoreUnavailableError, match="something else than a SQLite database"):
        open_store(f"sqlite:///{file}")
    assert file.read_text().startswith("Not a database")


@pytest.mark.parametrize("path", ["missing/store.db", "file/store.db", ""])
def test_a_folder_that_cannot_hold_it(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailableError, match="folder is missing or cannot be written"):
        open_store(f"sqlite:///{tmp_path}/{path}")


def test_a_database_of_another_program_with_the_same_tables(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE tombstones (x)")
    connection.close()
    with pytest.raises(
        StoreUnavailableError, match=r"another program \(tombstones\): name another"
    ):
        open_store(f"sqlite:///{tmp_path}/other.db")


@pytest.mark.parametrize("file", ["{}/a.db?mode=ro", "{}/a.db?timeout=1", "file:{}/a.db"])
def test_a_url_names_a_file_and_nothing_else(tmp_path: Path, file: str) -> None:
    with pytest.raises(StoreUnavailableError, match="more than a file's name; write sqlite:///"):
        open_store(f"sqlite:///{file.format(tmp_path)}")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="summarizer-store-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Permissions do not hold root back."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)])
def test_a_file_that_can_only_be_read_answers(
    open_folder: Path, of_file: int, of_folder: int
) -> None:
    url = f"sqlite:///{open_folder}/100% mine.db"
    store = open_store(url)
    [(article_id, _)] = store.add(pairs(article()), seen=NOON)
    store.close()
    next(open_folder.iterdir()).chmod(of_file)
    open_folder.chmod(of_folder)
    with as_nobody():
        store = open_store(url)
        assert store.article(article_id).text == "They met."
        assert store.find(topic="met").total == 1
        with pytest.raises(
            StoreUnavailableError, match="cannot be written: change the permissions"
        ):
            store.add(pairs(article("Another.")), seen=NOON)
        store.close()


@pytest.mark.parametrize(
    "url",
    ["", "summarizer.db", "mysql://u:secret@host/db", "secret", "sqlite:store.db", "sqlite://a.db"],
)
def test_a_url_of_no_known_form_says_which_are(url: str) -> None:
    with pytest.raises(StoreUnavailableError, match="sqlite:///FILE") as error:
        open_store(url)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://user:secret@127.0.0.1:1/db",
        "postgresql://127.0.0.1:1/db?password=secret",
        "postgresql://user:secret@127.0.0.1:port/db",
        "postgresql://user:p@secret@127.0.0.1:1/db",
        "postgresql://user:p@s:secret@127.0.0.1/db",
        "postgresql://user:p@s/secret@127.0.0.1/db",
        "postgresql://user:secret@127.0.0.1:1/db?no_such_option=1",
    ],
)
def test_no_password_gets_into_a_message(url: str) -> None:
    with pytest.raises(StoreUnavailableError) as error:
        open_store(url)
    shown = "".join(traceback.format_exception(error.value, limit=0))
    assert "secret" not in shown
    assert "postgresql:" in shown


def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'summarizer\[postgres\]'"):
        open_store("postgresql://host/db")


def test_a_lost_connection_is_replaced(postgres_url: str) -> None:
    store = open_store(postgres_url)
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    store.check()  # a dead connection of the pool is replaced
    store.close()
