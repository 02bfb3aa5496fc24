"""A chat model on a real server that answers well."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest
from pydantic import SecretStr

from summarizer.abstractive.chat import ChatModel, ChatOptions
from summarizer.abstractive.chat.tokens import estimate
from summarizer.errors import GenerationError, ModelBusyError, ModelUnavailableError
from summarizer.protocols import Assignment, Generator, Passage
from tests.chat_server import ChatServer, written

KEY = "sk-9f8e7d6c5b4a"
PASSAGES = (
    Passage(number=2, text="Forty people were saved by fishing boats.", source="Courier"),
    Passage(number=1, text="The ferry Maria sank off the harbour at noon.", day="2019-06-30"),
    Passage(number=3, text="The captain of the Maria was questioned on Monday."),
)
BRIEF = Assignment(task="brief", passages=PASSAGES, words=60, language="en", topic="ferry")
TEXT = (
    "The ferry Maria sank off the harbour at noon [1]. Forty people were saved by fishing boats [2]."
    " The captain of the Maria was questioned on Monday [3]."
)


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer() as server:
        yield server


@pytest.fixture(autouse=True)
def nothing_left_running(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    logged = [record for record in caplog.get_records("call") if record.name == "asyncio"]
    assert [record.getMessage() for record in logged if record.levelno > logging.DEBUG] == []


def model(server: ChatServer, name: str = "writer", **options) -> ChatModel:
    return ChatModel(ChatOptions(base_url=server.url, model=name, **options))


def never() -> bool:
    return False


def test_a_text_comes_in_pieces(server):
    chat: Generator = model(server)
    packed = chat.pack(BRIEF, stop=never)
    writing = chat.write(packed, stop=never)
    pieces = list(writing)
    assert len(pieces) > 10
    assert "".join(pieces) == written(packed.turns[-1][1]) == TEXT
    assert (writing.cut, writing.notices) == (False, ())
    assert (packed.prompt, packed.used, packed.left_out) == ("brief/1", (1, 2, 3), ())


def test_what_is_asked_is_what_was_packed_within_the_words(server):
    chat = model(server, temperature=0.2, seed=7, key=SecretStr(KEY), reasoning=100)
    packed = chat.pack(BRIEF, stop=never)
    list(chat.write(packed, stop=never))
    (asked,) = server.questions()
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body == {
        "model": "writer",
        "messages": [{"role": role, "content": content} for role, content in packed.turns],
        "stream": True,
        "stream_options": {"include_usage": True},
        "temperature": 0.2,
        "seed": 7,
        "max_tokens": 64 + 3 * 60 + 100,
    }


def test_the_model_is_described_with_what_its_server_tells(server):
    chat = model(server)
    assert (chat.info.kind, chat.info.name, chat.info.revision) == ("chat", "writer", None)
    assert server.asked == []
    list(chat.write(chat.pack(BRIEF, stop=never), stop=never))
    assert chat.info.revision == "fp_loopback"
    assert chat.info.parameters == {
        "temperature": 0.0,
        "seed": 0,
        "context": 4096,
        "reasoning": 0,
        "tokens": "estimate",
    }


@pytest.mark.parametrize("task", ["headline", "timeline-entry", "update"])
def test_every_task_is_written(server, task):
    chat = model(server)
    packed = chat.pack(
        replace(BRIEF, task=task, known="A ferry sailed." * (task == "update")), stop=never
    )
    assert packed.prompt == f"{task}/1"
    assert "[1]" in "".join(chat.write(packed, stop=never))


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("de", "German"),
        ("th", "Thai"),
        (None, "the language of the evidence"),
        ("xx", "the language with the ISO 639-1 code 'xx'"),
    ],
)
def test_the_language_of_the_text_is_named(server, code, named):
    turns = model(server).pack(replace(BRIEF, language=code)).turns
    assert any(f"in {named}" in content for _, content in turns)


def test_reasoning_reaches_no_reader(server):
    chat = model(server, "thinking")
    assert "".join(chat.write(chat.pack(BRIEF, stop=never), stop=never)).strip() == TEXT


def test_an_answer_in_one_piece_is_taken(server):
    chat = model(server, "whole")
    assert list(chat.write(chat.pack(BRIEF, stop=never), stop=never)) == [TEXT]


def test_an_emoji_in_two_pieces_is_one(server):
    chat = model(server, "halved")
    told = "".join(chat.write(chat.pack(BRIEF), stop=never))
    assert told == "The crowd cheered 😀 at noon."


def test_parameters_that_a_server_refuses_are_left_out_from_then_on(server):
    chat = model(server, "strict")
    packed = chat.pack(BRIEF, stop=never)
    for _ in range(2):
        assert "".join(chat.write(packed, stop=never)) == TEXT
    bodies = [asked.body for asked in server.questions()]
    assert len(bodies) == 5
    assert bodies[-1].keys() == {"model", "messages", "stream", "seed", "max_completion_tokens"}
    assert chat.info.parameters["temperature"] is None


def test_stop_ends_the_text_and_the_connection(server):
    chat = model(server, "babbling")
    told: list[str] = []
    told.extend(chat.write(chat.pack(BRIEF, stop=never), stop=lambda: len(told) >= 3))
    assert told == [" and so on"] * 3
    assert server.hung_up.wait(10)


def test_stop_is_heeded_while_the_server_says_nothing(server):
    chat = model(server, "hanging")
    looks = iter([False, False, True])
    assert list(chat.write(chat.pack(BRIEF, stop=never), stop=lambda: next(looks))) == []
    assert server.hung_up.wait(10)


def test_closing_the_text_closes_the_connection(server):
    chat = model(server, "slow")
    writing = chat.write(chat.pack(BRIEF, stop=never), stop=never)
    assert next(writing) == "The"
    writing.close()
    assert server.hung_up.wait(10)
    assert list(writing) == []


def test_closing_the_model_ends_what_is_under_way(server):
    chat = model(server, "slow")
    writing = chat.write(chat.pack(BRIEF, stop=never), stop=never)
    next(writing)
    chat.close()
    chat.close()
    with pytest.raises(ModelUnavailableError, match="closed"):
        list(writing)
    assert server.hung_up.wait(10)


def test_more_requests_than_may_wait_are_told_to_come_back(server):
    chat = model(server, "slow", max_waiting=2)
    packed = chat.pack(BRIEF, stop=never)
    under_way = [chat.write(packed, stop=never) for _ in range(2)]
    for writing in under_way:
        next(writing)
    refused = chat.write(packed, stop=never)
    with pytest.raises(ModelBusyError) as busy:
        next(refused)
    assert (busy.value.waiting, busy.value.retry_after) == (2, 1)
    under_way[0].close()
    again = chat.write(packed, stop=never)
    assert next(again) == "The"
    server.go_on.set()
    assert "The" + "".join(again) == "The" + "".join(under_way[1]) == TEXT


def test_threads_share_a_model(server):
    chat = model(server, max_waiting=8)
    packed = chat.pack(BRIEF, stop=never)
    texts: list[str] = []
    threads = [
        threading.Thread(target=lambda: texts.append("".join(chat.write(packed, stop=never))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [TEXT] * 8


@pytest.mark.parametrize(
    ("tokenizer", "around", "counted"),
    [("vllm", 4, "server"), ("llama.cpp", 8, "server"), (None, None, "estimate")],
)
def test_tokens_are_counted_by_the_server_where_it_can(tokenizer, around, counted):
    with ChatServer(tokenizer=tokenizer) as server:
        chat = model(server)
        packed = chat.pack(BRIEF, stop=never)
        chat.pack(BRIEF, stop=never)
    words = sum(len(content.split()) for _, content in packed.turns)
    assert packed.tokens == (words + 2 * around if around else estimate(packed.turns))
    assert chat.info.parameters["tokens"] == counted
    paths = {asked.path for asked in server.asked}
    assert paths == {"/tokenize"}
    assert (len(server.asked) == 1) == (tokenizer is None)


def test_a_tokenizer_that_is_not_ready_is_looked_for_again():
    with ChatServer(tokenizer="loading") as server:
        chat = model(server)
        chat._tokens.count((("user", "The ferry sank."),), stop=never)
        assert chat.info.parameters["tokens"] is None
        assert chat._tokens.count((("user", "The ferry sank."),), stop=never) == 3 + 4
    assert chat.info.parameters["tokens"] == "server"


def test_a_count_that_cannot_be_is_not_believed():
    with ChatServer(tokenizer="lying") as server:
        chat = model(server)
        packed = chat.pack(BRIEF, stop=never)
    assert packed.tokens == estimate(packed.turns)
    assert chat.info.parameters["tokens"] == "estimate"


def test_a_server_with_less_room_than_is_set_gets_no_more():
    with ChatServer(tokenizer="vllm", max_model_len=700) as server:
        chat = model(server, context=8000)
        many = replace(BRIEF, passages=tuple(replace(PASSAGES[0], number=n) for n in range(1, 40)))
        packed = chat.pack(many, stop=never)
    assert packed.left_out
    assert packed.tokens <= 700 - 64 - 180
    assert chat.info.parameters["context"] == 700


def test_what_has_no_room_for_the_instructions_says_so(server):
    with pytest.raises(GenerationError, match="larger context"):
        model(server, context=600).pack(BRIEF, stop=never)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        # tokens of these in vocabularies of 32,000 are no more
        ("The president met reporters.", 7),
        ("1234567", 7),
        ("안녕하세요", 7),
        ("Президент", 5),
    ],
)
def test_estimates_are_high(text, least):
    assert least + 8 <= estimate((("user", text),)) <= 4 * least + 8


def test_the_key_shows_nowhere(server, caplog):
    caplog.set_level(logging.DEBUG)
    options = ChatOptions(base_url=server.url, model="writer", key=SecretStr(KEY))
    chat = ChatModel(options)
    list(chat.write(chat.pack(BRIEF, stop=never), stop=never))
    shown = [repr(options), str(asdict(options)), repr(chat), repr(vars(chat)), repr(chat.info)]
    assert KEY not in "".join(shown)
    assert caplog.records
    assert KEY not in caplog.text
