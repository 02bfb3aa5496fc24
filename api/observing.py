"""Around every request: its name, the access log, metrics, and errors that nobody foresaw."""

import sys
from time import perf_counter
from typing import Any
from uuid import uuid4

import structlog
from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from api.problems import problem_response, unforeseen

__all__ = ["Observing", "build_log"]


def build_log(level: str) -> structlog.typing.FilteringBoundLogger:
    """A logger that writes JSON lines to standard error; no global configuration is touched."""
    log: structlog.typing.FilteringBoundLogger = structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # Not the structured tracebacks: these hold local variables, hence articles and keys.
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.lower()),
    )
    return log


class Observing:
    """Pure ASGI, so that it sees each response as it leaves and copies no body."""

    def __init__(
        self, app: ASGIApp, *, log: structlog.typing.FilteringBoundLogger, metrics: Metrics
    ) -> None:
        self._app = app
        self._log = log
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and record that; whatever goes wrong unforeseen is logged and told as a 500."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = str(uuid4())
        log = self._log.bind(request_id=name)
        # A copy: servers hand the same state to every request.
        scope["state"] = {**scope.get("state", {}), "request_urn": f"urn:uuid:{name}", "log": log}
        began = perf_counter()
        outgoing = _Outgoing(send, name)
        try:
            await self._app(scope, receive, outgoing)
        except ClientDisconnect:
            log.info("left", method=scope["method"], route=_route(scope))
        except Exception:
            log.exception("failed", method=scope["method"], route=_route(scope))
            if outgoing.status is not None:
                raise
            response = problem_response(Request(scope), unforeseen(name))
            await response(scope, receive, outgoing)
        self._record(log, scope, outgoing.status, perf_counter() - began)

    def _record(self, log: Any, scope: Scope, status: int | None, seconds: float) -> None:
        route = _route(scope)
        # The path and not the query: topics are what people are interested in.
        log.info(
            "request",
            method=scope["method"],
            path=scope["path"],
            status=status,
            milliseconds=round(seconds * 1000, 1),
        )
        self._metrics.record(method=scope["method"], route=route, status=status, seconds=seconds)


class _Outgoing:
    """Passes a response on, with the request's name in its headers, and keeps its status."""

    def __init__(self, send: Send, name: str) -> None:
        self._send = send
        self._name = name
        self.status: int | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["X-Request-ID"] = self._name
        await self._send(message)


def _route(scope: Scope) -> str:
    """The template of the route, so that there are no more of them than routes."""
    return getattr(scope.get("route"), "path", "(none)")
