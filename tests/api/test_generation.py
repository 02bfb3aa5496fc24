"""A model behind the API: answers, events, what goes wrong, and clients that go away."""

import asyncio
import json
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import TypeAdapter
from starlette.requests import ClientDisconnect

from api.app import create_app
from summarizer.abstractive.writing import Outcome
from summarizer.config import Settings
from summarizer.errors import ModelBusyError, ModelTimeoutError, ModelUnavailableError
from summarizer.protocols import Packed
from summarizer.service import Summarizer
from summarizer.service.writing import Writer
from summarizer.store import open_store
from summarizer.types import Summary
from tests.api.conftest import POPE, TRUMP, body, serving
from tests.fakes import ScriptedModel

TRUE = "Donald Trump stepped into North Korea on Sunday."
FALSE = "The two leaders did not agree to restart stalled nuclear talks."
QUESTION = {"documents": [body(TRUMP), body(POPE)], "method": "abstractive"}
EVENTS = {"Accept": "text/event-stream"}


class EndlessModel(ScriptedModel):
    """Writes one true sentence, and then words, one every few milliseconds, for ever."""

    def pieces(
        self, packed: Packed, stop: Callable[[], bool], outcome: Outcome
    ) -> Generator[str, None, None]:
        self.calls.append(packed)
        yield f"{TRUE} Then "
        while not stop():
            self.words += 1
            time.sleep(0.005)
            yield "talks "


def app_with(model: ScriptedModel, settings: Settings, **writer: Any) -> FastAPI:
    def build(chosen: Settings) -> Summarizer:
        return Summarizer(open_store(chosen.database), writer=Writer(generator=model, **writer))

    return create_app(settings, build=build)


def events_of(text: str) -> list[tuple[str, Any]]:
    """The name and the data of each event."""
    found = []
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def test_an_answer_says_what_a_model_wrote_and_what_was_replaced(settings: Settings) -> None:
    with TestClient(app_with(ScriptedModel(f"{TRUE} {FALSE}"), settings)) as http:
        answer = http.post("/summarize", json=QUESTION)

    assert answer.status_code == 200
    summary = TypeAdapter(Summary).validate_json(answer.content)
    assert [sentence.origin for sentence in summary.sentences] == ["generated", "replaced"]
    assert summary.generation is not None
    assert summary.generation.replaced == 0.5


def test_the_policy_of_the_request_counts(settings: Settings) -> None:
    with TestClient(app_with(ScriptedModel(f"{TRUE} {FALSE}"), settings)) as http:
        answer = http.post("/summarize", json={**QUESTION, "policy": "drop"}).json()

    assert answer["summary"] == TRUE


def test_events_come_sentence_by_sentence_and_end_with_the_whole(settings: Settings) -> None:
    with TestClient(app_with(ScriptedModel(f"{TRUE} {FALSE}"), settings)) as http:
        answer = http.post("/v1/summarize", json=QUESTION, headers=EVENTS)
        whole = http.post("/v1/summarize", json=QUESTION).json()

    assert answer.headers["content-type"].startswith("text/event-stream")
    events = events_of(answer.text)
    assert [name for name, _ in events] == ["sentence", "sentence", "summary"]
    assert [data for name, data in events if name == "sentence"] == whole["sentences"]
    assert events[-1][1] == whole


def test_an_extract_comes_in_events_too(http: TestClient) -> None:
    question = {**QUESTION, "method": "extractive"}
    events = events_of(http.post("/summarize", json=question, headers=EVENTS).text)

    assert events[-1] == ("summary", http.post("/summarize", json=question).json())
    assert {name for name, _ in events} == {"sentence", "warning", "summary"} or len(events) > 1


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (ModelBusyError(4, 7), 429, "model-busy"),
        (ModelTimeoutError(3.0), 504, "model-timeout"),
        (ModelUnavailableError("/secret/folder", "no such folder"), 503, "model-unavailable"),
    ],
)
@pytest.mark.parametrize("headers", [{}, EVENTS])
def test_a_model_that_fails_is_a_problem(
    settings: Settings, error: Exception, status: int, kind: str, headers: dict[str, str]
) -> None:
    with TestClient(app_with(ScriptedModel(error), settings)) as http:
        answer = http.post("/summarize", json=QUESTION, headers=headers)

    assert answer.status_code == status
    assert answer.json()["type"] == f"/problems/{kind}"
    assert "secret" not in answer.text
    assert status != 429 or answer.headers["Retry-After"] == "7"


def test_auto_answers_with_the_extract_and_the_reason(settings: Settings) -> None:
    model = ScriptedModel(ModelBusyError(4, 7))
    with TestClient(app_with(model, settings)) as http:
        answer = http.post("/summarize", json={**QUESTION, "method": "auto"}).json()

    assert answer["method"] == "extractive"
    assert "extract-instead" in [notice["code"] for notice in answer["warnings"]]


def test_what_fails_behind_the_first_event_is_an_event(settings: Settings) -> None:
    with TestClient(app_with(EndlessModel(), settings, timeout=0.3)) as http:
        answer = http.post("/summarize", json=QUESTION, headers=EVENTS)

    assert answer.status_code == 200
    (first, sentence), (last, problem) = events_of(answer.text)
    assert (first, sentence["text"]) == ("sentence", TRUE)
    assert (last, problem["type"]) == ("error", "/problems/model-timeout")


class FaultyModel(ScriptedModel):
    """Writes one true sentence, and then fails as nobody foresaw."""

    def pieces(
        self, packed: Packed, stop: Callable[[], bool], outcome: Outcome
    ) -> Generator[str, None, None]:
        yield f"{TRUE} Then "
        raise ZeroDivisionError("the secret of the article")


def test_what_nobody_foresaw_behind_the_first_event_is_an_event_and_logged(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with TestClient(app_with(FaultyModel(), settings)) as http:
        answer = http.post("/summarize", json=QUESTION, headers=EVENTS)

    (_, sentence), (last, problem) = events_of(answer.text)
    assert sentence["text"] == TRUE
    assert (last, problem["type"]) == ("error", "/problems/internal-error")
    assert "secret" not in answer.text
    request_id = answer.headers["X-Request-ID"]
    assert request_id in problem["detail"]
    logged = [line for line in capsys.readouterr().err.splitlines() if request_id in line]
    assert any("ZeroDivisionError" in line for line in logged)


def test_silence_is_filled_with_comments(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.streaming._QUIET", 0.05)
    with TestClient(app_with(EndlessModel(), settings, timeout=0.5)) as http:
        answer = http.post("/summarize", json=QUESTION, headers=EVENTS)

    blocks = answer.text.strip().split("\n\n")
    assert blocks[1:-1] == [": still at work"] * (len(blocks) - 2)
    assert len(blocks) > 3
    assert blocks[0].startswith("event: sentence")
    assert blocks[-1].startswith("event: error")


def test_a_client_that_leaves_before_the_first_event_is_sent_stops_the_model(
    settings: Settings,
) -> None:
    model = EndlessModel()
    app = app_with(model, settings)

    async def leaving() -> None:
        body_sent = False

        async def receive() -> dict[str, Any]:
            nonlocal body_sent
            if not body_sent:
                body_sent = True
                return {"type": "http.request", "body": json.dumps(QUESTION).encode()}
            await asyncio.Event().wait()
            raise AssertionError

        async def send(message: dict[str, Any]) -> None:
            raise OSError(f"the connection is gone before {message['type']}")

        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "method": "POST",
            "path": "/summarize",
            "raw_path": b"/summarize",
            "query_string": b"",
            "root_path": "",
            "scheme": "http",
            "server": ("127.0.0.1", 80),
            "client": ("127.0.0.1", 1),
            "headers": [(b"accept", b"text/event-stream"), (b"content-type", b"application/json")],
        }
        async with app.router.lifespan_context(app) as state:
            with suppress(OSError, ClientDisconnect):
                await app({**scope, "state": dict(state or {})}, receive, send)
            await asyncio.sleep(0.3)
            written = model.words
            await asyncio.sleep(0.3)
            assert model.calls
            assert model.words == written

    asyncio.run(leaving())


def test_without_a_model_abstractive_is_refused(http: TestClient) -> None:
    answer = http.post("/summarize", json=QUESTION)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/method"


@pytest.mark.parametrize("headers", [{}, EVENTS])
def test_a_client_that_goes_away_stops_the_model(
    settings: Settings, headers: dict[str, str]
) -> None:
    model = EndlessModel()
    with serving(app_with(model, settings)) as address:
        with pytest.raises(httpx2.TimeoutException):
            httpx2.post(f"{address}/summarize", json=QUESTION, headers=headers, timeout=1.0)
        _until_still(model)
        written = model.words
        time.sleep(0.2)
        assert model.words == written > 0


def test_others_are_answered_while_a_model_writes(settings: Settings) -> None:
    model = EndlessModel()
    with (
        serving(app_with(model, settings, timeout=5.0)) as address,
        httpx2.Client(base_url=address, timeout=20.0) as http,
    ):
        streams = [
            http.stream("POST", "/summarize", json=QUESTION, headers=EVENTS) for _ in range(4)
        ]
        for stream in streams:
            stream.__enter__()
        quick = http.post("/summarize", json={**QUESTION, "method": "extractive"})
        assert quick.status_code == 200
        written = model.words
        for stream in streams:
            stream.__exit__(None, None, None)
    assert written < 4 * 5.0 / 0.005


def _until_still(model: EndlessModel) -> None:
    """Wait until nothing is written any more; `AssertionError` when that does not come."""
    for _ in range(100):
        written = model.words
        time.sleep(0.1)
        if model.words == written:
            return
    raise AssertionError("the model writes on")
