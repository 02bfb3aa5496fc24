"""A chat model on real servers that are slow, broken, lying or not there."""

import logging
import socket
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from summarizer.abstractive.chat import ChatModel, ChatOptions
from summarizer.errors import (
    GenerationError,
    ModelBusyError,
    ModelTimeoutError,
    ModelUnavailableError,
)
from summarizer.protocols import Assignment, Packed, Passage
from tests.chat_server import ChatServer

KEY = "sk-9f8e7d6c5b4a"
PASSAGES = (
    Passage(number=1, text="The ferry Maria sank off the harbour at noon."),
    Passage(number=2, text="Forty people were saved by fishing boats."),
)
USER = """<<<EVIDENCE
[1] (A, undated) The ferry Maria sank off the harbour at noon.
[2] (B, undated) Forty people were saved by fishing boats.
EVIDENCE>>>
Write at most 30 words."""
PACKED = Packed(
    assignment=Assignment(task="brief", passages=PASSAGES, words=30),
    prompt="brief/1",
    turns=(("system", "You write briefs. " * 20), ("user", USER)),
    tokens=100,
    used=(1, 2),
)
TEXT = "The ferry Maria sank off the harbour at noon [1]. Forty people were saved by fishing boats [2]."


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer() as server:
        yield server


@pytest.fixture(autouse=True)
def nothing_left_running(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    logged = [record for record in caplog.get_records("call") if record.name == "asyncio"]
    assert [record.getMessage() for record in logged if record.levelno > logging.DEBUG] == []


def model(url: str, name: str, **options) -> ChatModel:
    return ChatModel(ChatOptions(base_url=url, model=name, key=SecretStr(KEY), **options))


def never() -> bool:
    return False


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("nobody", ModelUnavailableError, r"no such model.*/v1/models"),
        ("refusing-key", ModelUnavailableError, r"does not take the key \(401: Incorrect API key"),
        ("half-hidden-key", ModelUnavailableError, r"\(401: Incorrect API key: … Sorry\)"),
        ("deep-error", GenerationError, r"refuses the request \(400: \[\["),
        ("moved-nowhere", ModelUnavailableError, r"points elsewhere \(302: to no address\)"),
        ("busy-for-ever", ModelUnavailableError, r"busy or not ready \(503: loading\)"),
        ("unwell", ModelUnavailableError, r"failed \(500: CUDA error\)"),
        ("moved", ModelUnavailableError, r"elsewhere\.example/v1\)"),
        ("too-long", GenerationError, r"400: maximum context length is 512.*set the context"),
        ("page", GenerationError, r"answers with text/html.*/v1\?"),
        ("lying-page", GenerationError, r"broke off"),
        ("lying-json", GenerationError, r"no chat completion"),
        ("lying-stream", GenerationError, r"broke off"),
        ("number", GenerationError, r"no chat completion"),
        ("wrong-types", GenerationError, r"no chat completion"),
        ("error-as-answer", GenerationError, r"gave up: model runner has stopped"),
        ("empty", GenerationError, r"wrote nothing"),
        ("lost-in-thought", GenerationError, r"used up its length.*reasoning tokens"),
    ],
)
def test_a_server_that_gives_no_text_says_why(server, name, kind, message):
    writing = model(server.url, name, retries=0).write(PACKED, stop=never)
    with pytest.raises(GenerationError, match=message) as raised:
        list(writing)
    assert type(raised.value) is kind
    assert KEY not in str(raised.value)
    assert "secret" not in str(raised.value)


def test_what_nobody_can_keep_is_left_out(server):
    chat = model(server.url, "marked")
    assert "".join(chat.write(PACKED, stop=never)) == "It rained [1]."
    assert chat.info.revision is None


def test_the_key_goes_to_no_other_server(server):
    with ChatServer() as other:
        server.moved_to = f"{other.url}/chat/completions"
        with pytest.raises(ModelUnavailableError, match="points elsewhere"):
            list(model(server.url, "moved").write(PACKED, stop=never))
        assert other.asked == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("truncated", r"the connection to http\S+ broke"),
        ("unfinished", r"broke off before the end"),
        ("broken", r"no chat completion"),
        ("failing", r"gave up: out of memory for …"),
        ("stray-thought", r"reasoning ran into its text"),
    ],
)
def test_what_breaks_behind_the_first_piece_is_not_tried_again(server, name, message):
    writing = model(server.url, name).write(PACKED, stop=never)
    assert next(writing)
    with pytest.raises(GenerationError, match=message) as raised:
        list(writing)
    assert KEY not in str(raised.value)
    assert len(server.questions()) == 1


@pytest.mark.parametrize(("name", "asked"), [("busy-at-first", 3), ("lost-at-first", 2)])
def test_a_server_that_is_busy_or_lost_is_asked_again(server, name, asked):
    writing = model(server.url, name).write(PACKED, stop=never)
    assert "".join(writing) == TEXT
    assert len(server.questions()) == asked


def test_nobody_waits_longer_than_there_is_time(server):
    with pytest.raises(ModelUnavailableError, match=r"busy or not ready \(429"):
        list(model(server.url, "busy").write(PACKED, stop=never))
    assert len(server.questions()) == 1


def test_tries_are_counted(server):
    with pytest.raises(ModelUnavailableError, match=r"busy or not ready \(502: a web page\)"):
        list(model(server.url, "page-error", retries=1).write(PACKED, stop=never))
    assert len(server.questions()) == 2


@pytest.mark.parametrize("name", ["hanging", "silent"])
def test_a_server_that_hangs_is_left_at_the_deadline(server, name):
    with pytest.raises(ModelTimeoutError, match=r"within 0\.4 s"):
        list(model(server.url, name, total=0.4).write(PACKED, stop=never))
    assert server.hung_up.wait(10)


def test_a_pause_between_pieces_may_be_too_long(server):
    writing = model(server.url, "slow", read=0.3).write(PACKED, stop=never)
    assert next(writing) == "The"
    with pytest.raises(ModelTimeoutError, match=r"within 0\.3 s"):
        list(writing)


def test_a_text_without_an_end_is_cut_off(server):
    writing = model(server.url, "babbling").write(PACKED, stop=never)
    pieces = list(writing)
    # twice the tokens that it was given, with eight letters a token
    assert len("".join(pieces)) <= 2 * (64 + 3 * 30) * 8 < len("".join(pieces)) + 20
    assert writing.cut
    assert [notice.code for notice in writing.notices] == ["text-cut"]
    assert server.hung_up.wait(10)


def test_reasoning_without_an_end_is_left(server):
    with pytest.raises(GenerationError, match="reasoning tokens"):
        list(model(server.url, "brooding").write(PACKED, stop=never))
    assert server.hung_up.wait(10)


def test_a_text_that_used_up_its_length_is_marked(server):
    writing = model(server.url, "cut").write(PACKED, stop=never)
    assert "".join(writing) == TEXT[:60]
    assert writing.cut
    assert "length" in writing.notices[0].message


def test_a_question_that_the_server_cut_is_noticed(server):
    writing = model(server.url, "forgetful").write(PACKED, stop=never)
    assert "".join(writing) == TEXT
    assert not writing.cut
    assert [notice.code for notice in writing.notices] == ["prompt-cut"]


def test_a_server_that_is_not_there_is_unavailable():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    chat = model(f"http://127.0.0.1:{port}/v1", "writer", retries=1)
    assert chat.pack(PACKED.assignment, stop=never).used == (1, 2)
    assert chat.info.parameters["tokens"] is None
    with pytest.raises(ModelUnavailableError, match=r"no connection to http://127.*does its"):
        list(chat.write(PACKED, stop=never))


def test_a_server_without_tls_is_not_asked_twice(server):
    chat = model(f"https://127.0.0.1:{server.port}/v1", "writer")
    with pytest.raises(ModelUnavailableError, match="no secure connection"):
        list(chat.write(PACKED, stop=never))
    assert server.connections == 1


def test_a_place_is_free_again_after_an_error(server):
    chat = model(server.url, "unwell", max_waiting=1, retries=0)
    for _ in range(3):
        with pytest.raises(ModelUnavailableError):
            list(chat.write(PACKED, stop=never))


def test_a_text_that_nobody_reads_takes_no_place(server):
    chat = model(server.url, "slow", max_waiting=1)
    unread = chat.write(PACKED, stop=never)
    first = chat.write(PACKED, stop=never)
    assert next(first) == "The"
    with pytest.raises(ModelBusyError):
        next(unread)
    assert len(server.questions()) == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"base_url": "localhost:8000"}, "http://"),
        ({"base_url": "ftp://localhost/v1"}, "http://"),
        ({"base_url": "http://user:secret@localhost/v1"}, "set its key"),
        ({"base_url": "http://localhost/v1?key=secret"}, "no query"),
        ({"base_url": "http://[::1/v1"}, "cannot be read"),
        ({"model": " "}, "name"),
        ({"key": SecretStr("sk\nsecret")}, "line break"),
        ({"context": 10}, "context must be 256 or more"),
        ({"retries": -1}, "retries"),
        ({"max_waiting": 0}, "max_waiting"),
        ({"total": 0.0}, "total"),
        ({"read": float("nan")}, "read"),
    ],
)
def test_options_that_cannot_be_used_are_refused(wrong, message):
    with pytest.raises(ValueError, match=message) as raised:
        ChatOptions(**({"base_url": "http://localhost/v1", "model": "writer"} | wrong))
    assert "secret" not in str(raised.value)
