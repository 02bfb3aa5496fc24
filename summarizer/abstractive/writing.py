"""A text while it is written."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Self

from summarizer.types import Notice

__all__ = ["Outcome", "Writing"]


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What there is to say of a text once its pieces ended; whoever writes it fills this in."""

    #: the text ends before its end, so that its last sentence may be half of one
    cut: bool = False
    notices: list[Notice] = field(default_factory=list)


class Writing(Iterator[str]):
    """The pieces of a text as they come; once they ended, `cut` and `notices` say how."""

    def __init__(self, pieces: Generator[str, None, None], outcome: Outcome) -> None:
        self._pieces = pieces
        self._outcome = outcome

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        return next(self._pieces)

    def close(self) -> None:
        """End the text here, and let go of what writes it; a second call does nothing.

        Called by the thread that reads it: an event loop that drops a text unread to its end would
        have to wait for its connection, and may not.
        """
        self._pieces.close()

    @property
    def cut(self) -> bool:
        """Whether the text was cut off: a last sentence without its full stop is to be dropped."""
        return self._outcome.cut

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reader should know of how the text came about."""
        return tuple(self._outcome.notices)
