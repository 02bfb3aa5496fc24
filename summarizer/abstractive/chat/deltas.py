"""What a server sends, piece by piece, in the types of the protocol."""

import re
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import httpx2
from pydantic import TypeAdapter, ValidationError

from summarizer.abstractive.chat.halves import Halves
from summarizer.errors import GenerationError

__all__ = ["Delta", "deltas", "told_error"]

#: bytes of an answer that comes in one piece
_LARGEST = 1_000_000
#: what summaries and logs may show of a server's mark
_FINGERPRINT = re.compile(r"[\w.:/+-]{1,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """A piece of an answer."""

    text: str = ""
    #: reasoning, which no reader sees
    thought: str = ""
    #: why the answer ended, with the last piece: `stop`, `length`, …
    finish: str | None = None
    #: the server's mark of model and configuration
    fingerprint: str | None = None
    #: tokens of the question as the server counted them
    asked: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    content: str | None = None
    #: vLLM, llama.cpp and DeepSeek call it the first, Ollama and OpenRouter the second
    reasoning_content: str | None = None
    reasoning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    #: of a stream, and of an answer in one piece
    delta: _Message | None = None
    message: _Message | None = None
    finish_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usage:
    prompt_tokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    choices: tuple[_Choice, ...] | None = None
    usage: _Usage | None = None
    system_fingerprint: str | None = None
    error: Any = None


async def deltas(
    response: httpx2.Response, *, hide: Callable[[str], str]
) -> AsyncGenerator[Delta, None]:
    """The pieces of a streamed answer, or the only one of a server that does not stream.

    `hide` takes secrets out of what the server says. `GenerationError` when it is
    neither, holds an error, or breaks off before its end.
    """
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        whole = (await _whole(response)).decode("utf-8", "replace")
        yield _read(Halves().mended(whole), hide)
        return
    if kind != "text/event-stream":
        raise GenerationError(
            f"the model's server answers with {kind or 'something unnamed'} instead of a stream of"
            " events: does its address end in /v1?"
        )
    finished, halves = False, Halves()
    # It is a generator, declared as less; left to the garbage collector it outlives its loop.
    source = cast("AsyncGenerator[httpx2.ServerSentEvent]", aiter(httpx2.EventSource(response)))
    async with aclosing(source) as events:
        async for event in events:
            if event.data.strip() == "[DONE]":
                return
            delta = _read(halves.mended(event.data), hide)
            finished = finished or delta.finish is not None
            yield delta
    if not finished:
        raise GenerationError("the model's server broke off before the end of its answer")


def told_error(value: object) -> str:
    """The message in what a server sends as an error; empty when there is none."""
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        return ""
    for name in ("message", "error", "detail"):
        if found := told_error(value.get(name)):
            return found
    return ""


def _read(data: str, hide: Callable[[str], str]) -> Delta:
    try:
        chunk = _chunks().validate_json(data)
    except ValidationError as error:
        reason = error.errors(include_url=False, include_input=False)[0]["msg"]
        # Without its cause, which would print the answer into logs.
        raise GenerationError(
            f"the model's server sent what is no chat completion: {reason}"
        ) from None
    if chunk.error:
        told = hide(told_error(chunk.error) or "an error without a message")
        raise GenerationError(f"the model's server gave up: {told}")
    choice = chunk.choices[0] if chunk.choices else _Choice()
    message = choice.delta or choice.message or _Message()
    mark = chunk.system_fingerprint or ""
    return Delta(
        # No database keeps a NUL.
        text=(message.content or "").replace("\0", ""),
        thought=message.reasoning_content or message.reasoning or "",
        finish=choice.finish_reason,
        fingerprint=mark if _FINGERPRINT.fullmatch(mark) else None,
        asked=chunk.usage.prompt_tokens if chunk.usage else None,
    )


async def _whole(response: httpx2.Response) -> bytes:
    body = b""
    async for part in response.aiter_bytes():
        body += part
        if len(body) > _LARGEST:
            raise GenerationError("the model's server answers with more than a megabyte")
    return body


@cache
def _chunks() -> TypeAdapter[_Chunk]:
    return TypeAdapter(_Chunk)
