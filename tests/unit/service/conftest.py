"""The service over a real SQLite store: an empty one, and one that holds the sample corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.service import Summarizer
from summarizer.store import open_store
from tests.questions import EVERY, NOON


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def empty(url: str) -> Iterator[Summarizer]:
    store = open_store(url)
    yield Summarizer(store, clock=lambda: NOON)
    store.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Summarizer]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('corpus') / 'store.db'}")
    summarizer = Summarizer(store, clock=lambda: NOON)
    assert {outcome.status for outcome in summarizer.ingest(EVERY)} == {"added"}
    yield summarizer
    store.close()
