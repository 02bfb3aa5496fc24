"""A served model behind a real API server: as many as may wait, and clients that go away."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from api.app import create_app
from summarizer.config import Settings
from tests.api.conftest import POPE, TRUMP, body, serving
from tests.chat_server import ChatServer

QUESTION = {"documents": [body(TRUMP), body(POPE)], "method": "abstractive"}


@pytest.fixture
def chat() -> Iterator[ChatServer]:
    with ChatServer() as server:
        yield server


def settings(tmp_path: Path, chat: ChatServer, model: str) -> Settings:
    return Settings(
        database=f"sqlite:///{tmp_path / 'api.db'}",
        api_key=None,
        model=model,
        model_url=chat.url,
        model_queue=4,
    )


def test_a_served_model_writes_and_its_sentences_are_cited(tmp_path, chat) -> None:
    with serving(create_app(settings(tmp_path, chat, "writer"))) as address:
        answer = httpx2.post(f"{address}/summarize", json=QUESTION, timeout=30)
    assert answer.status_code == 200
    summary = answer.json()
    assert summary["method"] == "abstractive"
    assert "[" not in summary["summary"]
    assert {each["verdict"] for each in summary["sentences"]} == {"supported"}
    assert summary["generation"]["model"]["name"] == "writer"
    assert summary["generation"]["prompt"] == "brief/1"


def test_ten_at_once_on_a_queue_of_four_give_answers_and_advice_to_wait(tmp_path, chat) -> None:
    statuses: list[int] = []
    advice: list[str] = []
    with serving(create_app(settings(tmp_path, chat, "slow"))) as address:

        def ask() -> None:
            answer = httpx2.post(f"{address}/summarize", json=QUESTION, timeout=60)
            statuses.append(answer.status_code)
            advice.append(answer.headers.get("Retry-After", ""))

        threads = [threading.Thread(target=ask) for _ in range(10)]
        for thread in threads:
            thread.start()
        # nobody is answered before those that find no place are sent away
        while len(statuses) < 6:
            time.sleep(0.02)
        chat.go_on.set()
        for thread in threads:
            thread.join(timeout=60)
    assert Counter(statuses) == {200: 4, 429: 6}
    assert sum(seconds.isdecimal() for seconds in advice) == 6


@pytest.mark.parametrize("headers", [{}, {"Accept": "text/event-stream"}])
def test_a_client_that_goes_away_hangs_up_on_the_model(tmp_path, chat, headers) -> None:
    with serving(create_app(settings(tmp_path, chat, "hanging"))) as address:
        with pytest.raises(httpx2.TimeoutException):
            httpx2.post(f"{address}/summarize", json=QUESTION, headers=headers, timeout=1.0)
        assert chat.hung_up.wait(10)
