"""`serve`: the REST API."""

from typing import Annotated

import typer

from summarizer.cli.options import Database, settings
from summarizer.errors import InvalidRequestError

__all__ = ["serve"]


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
    # by import string: the library knows nothing of the API that stands on it
    uvicorn.run(
        "api.app:app_from_env",
        factory=True,
        host=address,
        port=chosen.port if port is None else port,
        log_level=chosen.log_level,
        access_log=False,
    )
