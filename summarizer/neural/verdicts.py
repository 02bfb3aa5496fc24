"""What goes wrong while a model judges, told as one error."""

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import JudgeError, ModelUnavailableError

__all__ = ["judging"]


@contextmanager
def judging() -> Iterator[None]:
    """`JudgeError` for a model that cannot be loaded or run."""
    try:
        yield
    except ModelUnavailableError as error:
        raise JudgeError(error.name, error.reason) from error
