"""The client reads events of a real server as they come."""

import time

import pytest
from fastapi import FastAPI
from fastapi.responses import Response, StreamingResponse

from summarizer.client import Client
from summarizer.config import Settings
from summarizer.errors import (
    InvalidRequestError,
    NoArticlesError,
    RemoteError,
    ServiceUnavailableError,
)
from summarizer.types import Budget, Notice, Summary, SummaryRequest, SummarySentence
from tests.api.conftest import POPE, TRUMP, serving
from tests.api.test_generation import FALSE, TRUE, EndlessModel, app_with
from tests.fakes import ScriptedModel

REQUEST = SummaryRequest(budget=Budget(amount=40), method="abstractive")


def test_sentences_and_at_last_the_summary_come_as_the_librarys_types(settings: Settings) -> None:
    model = ScriptedModel(f"{TRUE} {FALSE}")
    with serving(app_with(model, settings)) as address, Client(address, retries=0) as client:
        *items, summary = client.stream(REQUEST, [TRUMP, POPE])
        whole = client.summarize(REQUEST, [TRUMP, POPE])
    assert isinstance(summary, Summary)
    assert summary == whole
    assert tuple(each for each in items if isinstance(each, SummarySentence)) == whole.sentences
    assert all(isinstance(each, SummarySentence | Notice) for each in items)


def test_closing_the_iterator_stops_the_model(settings: Settings) -> None:
    model = EndlessModel()
    with serving(app_with(model, settings)) as address, Client(address, retries=0) as client:
        stream = client.stream(REQUEST, [TRUMP, POPE])
        first = next(stream)
        assert isinstance(first, SummarySentence)
        assert first.text == TRUE
        stream.close()
        time.sleep(0.5)
        written = model.words
        time.sleep(0.3)
        assert model.words == written


def test_errors_are_those_of_the_library(settings: Settings, live: str) -> None:
    with (
        serving(app_with(EndlessModel(), settings, timeout=0.3)) as address,
        Client(address, retries=0) as client,
        pytest.raises(RemoteError) as late,
    ):
        list(client.stream(REQUEST, [TRUMP, POPE]))
    assert late.value.status == 504
    with Client(live, retries=0) as client:
        with pytest.raises(InvalidRequestError) as caught:
            list(client.stream(REQUEST, [TRUMP]))
        assert caught.value.pointer == "/method"
        with pytest.raises(NoArticlesError):
            list(client.stream(SummaryRequest(budget=Budget(amount=9), topic="zebra")))
    with (
        Client("http://127.0.0.1:9", retries=0) as client,
        pytest.raises(ServiceUnavailableError, match="cannot reach"),
    ):
        list(client.stream(REQUEST, [TRUMP]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("event: sentence\ndata: {}\n\n", "not of this API"),
        ("event: other\ndata: {}\n\n", "not of this API"),
        (": nothing\n\n", "broke off"),
        ("event: error\ndata: nonsense\n\n", "500"),
    ],
)
def test_what_is_no_answer_of_this_api_says_so(text: str, message: str) -> None:
    app = FastAPI()

    @app.post("/v1/summarize")
    async def lie() -> Response:
        return StreamingResponse(iter([text]), media_type="text/event-stream")

    with (
        serving(app) as address,
        Client(address, retries=0) as client,
        pytest.raises(RemoteError, match=message),
    ):
        list(client.stream(REQUEST, [TRUMP]))
