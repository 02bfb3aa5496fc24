"""One question and its answer, over HTTP, tried again while nothing of the answer was seen."""

import ssl
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from functools import cache
from typing import Any

import httpx2
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
    wait_exponential_jitter,
)

from summarizer.abstractive.chat.deltas import Delta, deltas
from summarizer.abstractive.chat.failures import BUSY, RefusalError, is_tls, refusal, said
from summarizer.abstractive.chat.options import ChatOptions
from summarizer.abstractive.chat.patience import Patience

__all__ = ["answered", "client"]

_BACKOFF = wait_exponential_jitter(multiplier=0.25, max=8, jitter=0.25)
#: the request may have arrived; asking again costs the server time and nobody else anything
_LOST = (httpx2.ConnectTimeout, httpx2.NetworkError, httpx2.RemoteProtocolError)


def answered(options: ChatOptions, body: dict[str, Any], patience: Patience) -> Iterator[Delta]:
    """The pieces of the answer to `body`, as they come; the end of `patience` hangs up.

    Raises what httpx2 does, and `RefusalError`: `translated` makes errors of the library of these.
    """
    delta, rest = _retrying(options, patience)(_begun, options, body, patience)
    while delta is not None:
        yield delta
        delta = patience.run(_next(rest))


def client(options: ChatOptions) -> httpx2.AsyncClient:
    """What sends requests to the server, with the key; it follows no redirect, which gets none."""
    headers = {}
    if options.key is not None:
        headers["Authorization"] = f"Bearer {options.key.get_secret_value()}"
    return httpx2.AsyncClient(
        base_url=f"{options.address}/",
        headers=headers,
        follow_redirects=False,
        verify=_certificates(),
        timeout=httpx2.Timeout(options.read, connect=options.connect),
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Those of the system, read once: it takes 20 ms."""
    return httpx2.create_ssl_context()


def _retrying(options: ChatOptions, patience: Patience) -> Retrying:
    """What calls a function again, ever later and not before the server wants it, while there is
    time; what it raised last goes through.
    """
    return Retrying(
        stop=stop_after_attempt(1 + options.retries) | stop_before_delay(patience.left),
        wait=_wait,
        retry=retry_if_exception(_may_pass),
        sleep=patience.sleep,
        reraise=True,
    )


def _begun(
    options: ChatOptions, body: dict[str, Any], patience: Patience
) -> tuple[Delta | None, AsyncGenerator[Delta, None]]:
    """The first piece that holds anything, None without one, and the pieces behind it."""
    pieces = _streamed(options, body)
    patience.owns(pieces)
    delta = patience.run(_next(pieces))
    while delta is not None and not (delta.text or delta.thought or delta.finish):
        delta = patience.run(_next(pieces))
    return delta, pieces


async def _streamed(options: ChatOptions, body: dict[str, Any]) -> AsyncGenerator[Delta, None]:
    def hide(text: str) -> str:
        return said(text, options)

    async with (
        client(options) as http,
        http.stream("POST", "chat/completions", json=body) as response,
    ):
        if response.status_code != 200:
            raise await refusal(response, options)
        async with aclosing(deltas(response, hide=hide)) as pieces:
            async for delta in pieces:
                yield delta


async def _next(pieces: AsyncGenerator[Delta, None]) -> Delta | None:
    return await anext(pieces, None)


def _may_pass(error: BaseException) -> bool:
    """Whether the same request may get an answer a moment later."""
    if isinstance(error, RefusalError):
        return error.status in BUSY
    return isinstance(error, _LOST) and not is_tls(error)


def _wait(state: RetryCallState) -> float:
    """Ever longer, by chance a bit more, and at least as long as the server asks for."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, RefusalError) else None
    return max(_BACKOFF(state), asked or 0.0)
