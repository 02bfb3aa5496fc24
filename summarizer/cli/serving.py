"""`serve`: the REST API."""

import socket
from typing import Annotated

import typer

from summarizer.cli.options import Database, settings
from summarizer.errors import InvalidRequestError

__all__ = ["serve"]


def _check_free(host: str, port: int) -> None:
    """Raise when another program has the port: uvicorn would say so without saying what to do."""
    try:
        family, kind, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except OSError as error:
        message = f"cannot listen on {host}, port {port} ({error.strerror}): name another --port"
        raise InvalidRequestError(message) from error


def serve(
    *,
    host: Annotated[str | None, typer.Option(help="Address to bind to.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to bind to.")] = None,
    database: Database = None,
) -> None:
    """Serve the REST API; its documentation is at /docs."""
    import uvicorn

    chosen = settings(database)
    address = host or chosen.host
    try:
        chosen.require_key_for(address)
    except ValueError as error:
        raise InvalidRequestError(str(error)) from error
    port = chosen.port if port is None else port
    _check_free(address, port)
    # by import string: the library knows nothing of the API that stands on it
    uvicorn.run(
        "api.app:app_from_env",
        factory=True,
        host=address,
        port=port,
        log_level=chosen.log_level,
        access_log=False,
    )
