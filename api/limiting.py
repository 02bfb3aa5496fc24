"""The largest body, also of requests that do not say how large theirs is.

The framework's `max_body_size` answers some of these cases in plain text; here all are problems.
"""

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Kind, ProblemError, problem_response

__all__ = ["BodyLimit"]

_TOO_LARGE = Kind("body-too-large", 413, "The request is too large")


class BodyLimit:
    """Refuses what announces more than `most` bytes unread, and stops reading at the limit."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a 413 at once, or hand a counted body on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and (len(announced) > 18 or int(announced) > self._most):
            await problem_response(Request(scope), self._refusal())(scope, receive, send)
            return
        left = self._most

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise self._refusal()
            return message

        await self._app(scope, counted, send)

    def _refusal(self) -> ProblemError:
        advice = "send fewer articles at a time, or raise SUMMARIZER_MAX_BODY_BYTES"
        return ProblemError(_TOO_LARGE, f"a body has {self._most} bytes at most: {advice}")
