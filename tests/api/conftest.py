"""The real app over a real SQLite database, in process and as a server."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from summarizer.config import Settings
from summarizer.types import Document

TRUMP = Document(
    id="trump",
    title="Trump steps into North Korea",
    text=(
        "President Donald Trump stepped into North Korea on Sunday. "
        "He shook hands with Kim Jong Un at the border village of Panmunjom. "
        "The two leaders agreed to restart stalled nuclear talks. "
        "They spoke for almost an hour in the Freedom House."
    ),
    date="2019-06-30",
    source="Daily Ledger",
    url="https://ledger.example/trump-kim",
)
POPE = Document(
    id="pope",
    title="Pope hails the meeting",
    text=(
        "Pope Francis praised the meeting of Donald Trump and Kim Jong Un at Panmunjom. "
        "He said that he prayed for more steps on the road to peace in Korea."
    ),
    date="2019-06-30",
    source="Harbour Courier",
    url="https://courier.example/pope",
)
FERRY = Document(
    id="ferry",
    title="Ferry sinks",
    text="A ferry sank in the Danube in Budapest. Seven tourists from South Korea died that night.",
    date="2019-05-29",
    source="Harbour Courier",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path / 'api.db'}", api_key=None, threads=2)


@pytest.fixture
def http(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def filled(http: TestClient) -> TestClient:
    response = http.post("/v1/articles", json={"articles": [body(d) for d in (TRUMP, POPE, FERRY)]})
    assert response.json()["added"] == 3
    return http


def body(document: Document) -> dict[str, object]:
    names = ("id", "title", "text", "date", "source", "url")
    return {name: getattr(document, name) for name in names}


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of a real server on a free port of this machine."""
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, access_log=False)
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def live(settings: Settings) -> Iterator[str]:
    with serving(create_app(settings)) as address:
        yield address


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
