"""What became of a request that failed, as the library's errors, never with the key in them."""

import json
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from summarizer.abstractive.chat.deltas import told_error
from summarizer.abstractive.chat.options import ChatOptions
from summarizer.errors import GenerationError, ModelTimeoutError, ModelUnavailableError

__all__ = ["BUSY", "RefusalError", "is_tls", "refusal", "said", "translated"]

#: what may be over soon: too many requests, or a server that is starting or behind a busy one
BUSY = (429, 502, 503, 504)
#: bytes of a refusal that are read, and characters of it that are told
_READ, _TOLD = 20_000, 300
#: a key of which the server hides a part itself; the rest is nobody's business either
_HALF_HIDDEN = re.compile(r"(?<![^\s*])[^\s*]*\*{3,}[^\s*]*")


class RefusalError(Exception):
    """The server answered with a status that is not 200; `detail` is what it says."""

    def __init__(self, status: int, detail: str, wait: float | None) -> None:
        super().__init__(f"{status} {detail}")
        self.status = status
        self.detail = detail
        #: seconds of `Retry-After`
        self.wait = wait


@contextmanager
def translated(options: ChatOptions) -> Iterator[None]:
    """Errors of the wire become ours inside."""
    try:
        yield
    except RefusalError as error:
        raise _of_refusal(error, options) from None
    except (httpx2.ConnectTimeout, httpx2.PoolTimeout):
        reason = f"{options.address} takes no connection within {options.connect:g} s"
        raise ModelUnavailableError(options.model, reason) from None
    except httpx2.TimeoutException:
        raise ModelTimeoutError(options.read) from None
    except httpx2.RequestError as error:
        raise _of_loss(error, options) from error


async def refusal(response: httpx2.Response, options: ChatOptions) -> RefusalError:
    """What the server says when it gives no answer."""
    body = b""
    async for part in response.aiter_bytes():
        body += part
        if len(body) >= _READ:
            break
    detail = _detail(body[:_READ].decode("utf-8", "replace"), response)
    return RefusalError(response.status_code, said(detail, options), _asked_wait(response))


def said(text: str, options: ChatOptions) -> str:
    """A server's words on one line, not too many, and without the key: some servers repeat it."""
    line = " ".join(text.split())
    if options.key is not None:
        line = line.replace(options.key.get_secret_value(), "…")
    return _HALF_HIDDEN.sub("…", line)[:_TOLD]


def is_tls(error: BaseException | None) -> bool:
    """Whether certificates or the like are at fault: trying again changes nothing then."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _of_refusal(error: RefusalError, options: ChatOptions) -> GenerationError:
    status, detail, where = error.status, error.detail, options.address
    told = f"{status}: {detail}" if detail else f"{status}"
    if status in (401, 403):
        return _unavailable(options, f"{where} does not take the key ({told}): set the right one")
    if status == 404:
        return _unavailable(
            options, f"{where} knows no such model or no such address ({told}): see {where}/models"
        )
    if 300 <= status < 400:
        return _unavailable(
            options,
            f"{where} points elsewhere ({told}): set the address that it gives, with its /v1",
        )
    if status in BUSY:
        return _unavailable(options, f"{where} is busy or not ready ({told}): try again later")
    if status in (400, 413, 422):
        return GenerationError(
            f"{where} refuses the request ({told}): when it is too long, set the context of the"
            " model to what its server has"
        )
    return _unavailable(options, f"{where} failed ({told}): its log says more")


def _of_loss(error: httpx2.RequestError, options: ChatOptions) -> GenerationError:
    reason = said(str(error) or type(error).__name__, options)
    if is_tls(error):
        return _unavailable(
            options, f"no secure connection to {options.address} ({reason}): does it speak https?"
        )
    if isinstance(error, httpx2.ConnectError):
        return _unavailable(
            options, f"no connection to {options.address} ({reason}): does its server run?"
        )
    if isinstance(error, httpx2.SSEError | httpx2.DecodingError):
        return GenerationError(f"{options.address} sent what cannot be read ({reason})")
    return _unavailable(options, f"the connection to {options.address} broke ({reason}): try again")


def _unavailable(options: ChatOptions, reason: str) -> ModelUnavailableError:
    return ModelUnavailableError(options.model, reason)


def _detail(text: str, response: httpx2.Response) -> str:
    if target := response.headers.get("Location"):
        return _address(target)
    if text.lstrip()[:1] == "<":
        return "a web page"
    try:
        return told_error(json.loads(text))
    except (ValueError, RecursionError):
        return text


def _address(target: str) -> str:
    try:
        return str(httpx2.URL(target).copy_with(query=None, fragment=None, userinfo=b""))
    except httpx2.InvalidURL:
        return "to no address"


def _asked_wait(response: httpx2.Response) -> float | None:
    """Seconds of `Retry-After`, which may be a number or a date; None without one."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value).astimezone(UTC)
    except (ValueError, OverflowError):  # the last: a date that is in year 10000 here
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
