"""When a call is tried again, and after how long."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    retry_if_result,
    stop_after_attempt,
    wait_exponential_jitter,
)

__all__ = ["BUSY", "NOT_SENT", "retrying"]

BUSY = (429, 503)
NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout)
#: the request may have arrived. Not a timeout while waiting: asking again adds to what is too much
_LOST = (httpx2.NetworkError, httpx2.RemoteProtocolError)
#: seconds; a server that asks for more is not waited for
_LONGEST_WAIT = 60.0
_BACKOFF = wait_exponential_jitter(multiplier=0.25, max=8, jitter=0.25)


def retrying(*, retries: int, repeatable: bool, sleep: Callable[[float], None]) -> Retrying:
    """What calls a function, and `retries` times more at most; gives its last answer or error."""
    again = NOT_SENT + _LOST if repeatable else NOT_SENT
    return Retrying(
        stop=stop_after_attempt(1 + retries),
        wait=_wait,
        retry=retry_if_exception_type(again) | retry_if_result(_worth_waiting),
        retry_error_callback=_last,
        sleep=sleep,
    )


def _last(state: RetryCallState) -> Any:
    """The last answer, or the last error raised."""
    return state.outcome.result() if state.outcome else None


def _worth_waiting(response: httpx2.Response) -> bool:
    return response.status_code in BUSY and (_asked_wait(response) or 0.0) <= _LONGEST_WAIT


def _wait(state: RetryCallState) -> float:
    """Ever longer, by chance a bit more, and at least as long as the server asks for."""
    failed = state.outcome is None or state.outcome.failed
    asked = None if failed or not state.outcome else _asked_wait(state.outcome.result())
    return max(_BACKOFF(state), asked or 0.0)


def _asked_wait(response: httpx2.Response) -> float | None:
    """Seconds of `Retry-After`, which may be a number or a date; None without one."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())
