"""What a model that writes must do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from summarizer.types import ModelInfo, Notice

__all__ = ["Assignment", "Generator", "Packed", "Passage", "Task", "Writing"]


Task = Literal["brief", "headline", "timeline-entry", "update"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of evidence for a model: a sentence, or a summary of several."""

    #: what it is cited by, from 1
    number: int
    text: str
    #: articles of one number stand together
    article: int = 0
    source: str | None = None
    #: the day that it tells of, ISO 8601
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a model is to write, and from what."""

    task: Task
    #: the most important first
    passages: tuple[Passage, ...]
    #: at most
    words: int
    #: ISO 639-1; None where it is not known
    language: str | None = None
    topic: str | None = None
    #: what its readers know already, for an `update`
    known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """An assignment as it goes to the model: every passage whole, or not at all."""

    assignment: Assignment
    #: task and version of the prompt, such as `brief/1`
    prompt: str
    #: (role, content) of each turn; one of the role `input` for a model without roles
    turns: tuple[tuple[str, str], ...]
    #: tokens of it as the model counts them
    tokens: int
    #: the numbers of the passages that went in, and of those for which there was no room
    used: tuple[int, ...]
    left_out: tuple[int, ...] = ()


class Writing(Protocol):
    """A text while it is written: its pieces, of which all together are the text. Read and closed
    by one thread.
    """

    def __iter__(self) -> Iterator[str]: ...

    def __next__(self) -> str: ...

    @property
    def cut(self) -> bool:
        """Once it ended: whether it was cut off, so that its last sentence may be half of one."""
        ...

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Once it ended: what a reader should know of how it came about, such as that it was cut
        off.
        """
        ...

    def close(self) -> None:
        """End it here; a second call does nothing."""
        ...


class Generator(Protocol):
    """A model that writes. Safe to share between threads."""

    @property
    def info(self) -> ModelInfo:
        """The model and its parameters, for the manifest; it need not be loaded for that."""
        ...

    def pack(self, assignment: Assignment, *, stop: Callable[[], bool] = lambda: False) -> Packed:
        """As many passages as the model has room for, the most important first, told in the order
        of their numbers. `GenerationError` when not even one fits, `ModelUnavailableError` when the
        model cannot be loaded.

        A model may have to be loaded first, or asked over a network. That is waited for until
        `stop` gives True, which the asker makes of a deadline and of a reader who may leave; then
        there is a `ModelUnavailableError`, or an estimate that `write` does nothing with. What was
        begun goes on for others.
        """
        ...

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        """The text in pieces, as they come. It ends within a few tokens once `stop` gives True, and
        when it is closed. `ModelBusyError` at the first piece when too many wait,
        `ModelUnavailableError` or another `GenerationError` when it fails.
        """
        ...

    def close(self) -> None:
        """Stop what runs and let go of the model, for good: what is asked later fails with a
        `ModelUnavailableError`. A second call does nothing.
        """
        ...
