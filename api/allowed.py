"""The methods of a path: the framework's own `Allow` names those of the first route only."""

from fastapi import Request
from starlette.routing import BaseRoute, Match

__all__ = ["METHODS", "allowed_methods"]

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")


def allowed_methods(request: Request) -> list[str]:
    """The methods that the routes of the request's path answer, sorted."""
    routes: list[BaseRoute] = request.app.routes
    return [
        method
        for method in METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes
        )
    ]
