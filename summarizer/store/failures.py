"""The one place where SQLAlchemy's errors become ours, and no secret of a URL gets out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from summarizer.errors import StoreUnavailableError

__all__ = ["first_line", "parse_url", "translated"]


@contextmanager
def translated(name: str, explain: Callable[[SQLAlchemyError], str]) -> Iterator[None]:
    """Raises `StoreUnavailableError` for whatever goes wrong with the database `name` inside."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreUnavailableError(name, explain(error)) from error


def first_line(error: SQLAlchemyError) -> str:
    """What the driver said, without the statement and its values."""
    said = str(getattr(error, "orig", None) or error)
    return next(iter(said.strip().splitlines()), type(error).__name__)


def parse_url(url: str) -> tuple[URL, str]:
    """The URL in parts, and its name for messages: without its password and its options."""
    scheme = url.partition(":")[0]
    form = "/FILE" if "sqlite" in scheme else "USER:PASSWORD@HOST/DATABASE"
    reason = f"its URL cannot be read; write {scheme}://{form}"
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError):
        # Whatever the parser says may hold a piece of the password.
        raise StoreUnavailableError(f"{scheme}:…", reason) from None
    if "sqlite" not in scheme and "@" in f"{parsed.host}{parsed.database}":
        raise StoreUnavailableError(f"{scheme}:…", f"{reason}, with %40 for an @ in PASSWORD")
    return parsed, parsed.set(query={}).render_as_string(hide_password=True)
