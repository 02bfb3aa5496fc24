"""`ChatModel`: a generator that asks a server."""

import math
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

from summarizer.abstractive.chat.asking import answer_tokens, question, unwanted
from summarizer.abstractive.chat.conversation import answered
from summarizer.abstractive.chat.deltas import Delta
from summarizer.abstractive.chat.endings import Ending
from summarizer.abstractive.chat.failures import RefusalError, translated
from summarizer.abstractive.chat.options import ChatOptions
from summarizer.abstractive.chat.patience import Patience, StoppedError
from summarizer.abstractive.chat.tokens import TokenCounter
from summarizer.abstractive.packing import Turns, pack
from summarizer.abstractive.prompting import fill, prompt_of
from summarizer.abstractive.thoughts import spoken
from summarizer.abstractive.writing import Outcome, Writing
from summarizer.errors import ModelBusyError, ModelUnavailableError
from summarizer.protocols import Assignment, Packed
from summarizer.types import ModelInfo

__all__ = ["ChatModel"]


class ChatModel:
    """A `Generator` behind an OpenAI-compatible server; nothing is sent before it is needed.

    Not for use inside a running event loop.
    """

    def __init__(self, options: ChatOptions) -> None:
        self._options = options
        self._tokens = TokenCounter(options)
        self._fingerprint: str | None = None
        #: parameters that the server does not take
        self._unwanted: frozenset[str] = frozenset()
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._under_way = 0
        #: seconds that the last answer took
        self._lasted = 1.0

    def __repr__(self) -> str:
        return f"ChatModel({self._options.model!r} at {self._options.address})"

    @property
    def info(self) -> ModelInfo:
        """The model as it was asked for; its revision is what the server called itself last."""
        options, without = self._options, self._unwanted
        return ModelInfo(
            kind="chat",
            name=options.model,
            revision=self._fingerprint,
            parameters={
                "temperature": None if "temperature" in without else options.temperature,
                "seed": None if "seed" in without else options.seed,
                "context": self._context(),
                "reasoning": options.reasoning,
                # "estimate": fewer passages may have gone in than there was room for
                "tokens": self._tokens.counted,
            },
        )

    def pack(self, assignment: Assignment, *, stop: Callable[[], bool] = lambda: False) -> Packed:
        """As `Generator.pack`; a server that does not answer is found out by `write`, and where it
        is stopped, tokens are estimated.
        """

        def count(turns: Turns) -> int:
            return self._tokens.count(turns, stop=lambda: self._over(stop))

        if self._tokens.counted is None:
            # The server tells its room with a count.
            count(fill(assignment, ()))
        return pack(
            assignment,
            prompt=prompt_of(assignment),
            room=self._context() - answer_tokens(assignment, self._options),
            tell=lambda passages: fill(assignment, passages),
            count=count,
        )

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        """As `Generator.write`; whether the text was cut off is told by the `Writing`.

        Errors come with a piece. Those of the server are `ModelUnavailableError` (wrong address,
        key or name, busy, gone), `ModelTimeoutError`, and `GenerationError` for what is no text.
        """
        outcome = Outcome()
        return Writing(self._pieces(packed, stop, outcome), outcome)

    def close(self) -> None:
        """End what is under way with an error, within a moment."""
        self._closed.set()

    def _pieces(
        self, packed: Packed, stop: Callable[[], bool], outcome: Outcome
    ) -> Generator[str, None, None]:
        ending = Ending(packed, answer_tokens(packed.assignment, self._options), outcome)
        with self._place(), Patience(self._options.total, lambda: self._over(stop)) as patience:
            try:
                with translated(self._options):
                    for piece in spoken(ending.watched(self._asked(packed, patience))):
                        ending.told = ending.told or not piece.isspace()
                        yield piece
                ending.check()
            except StoppedError:
                if self._closed.is_set():
                    raise ModelUnavailableError(self._options.model, "it was closed") from None

    def _asked(self, packed: Packed, patience: Patience) -> Iterator[Delta]:
        """The answer; the question is put again without what the server says that it refuses."""
        while True:
            body = question(packed, self._options, self._unwanted)
            try:
                for delta in answered(self._options, body, patience):
                    self._fingerprint = delta.fingerprint or self._fingerprint
                    yield delta
            except RefusalError as error:
                if (name := unwanted(error, body)) is None:
                    raise
                self._unwanted |= {name}
            else:
                return

    @contextmanager
    def _place(self) -> Iterator[None]:
        """One of the places for requests; `ModelBusyError` when all are taken."""
        with self._lock:
            if self._under_way >= self._options.max_waiting:
                raise ModelBusyError(self._under_way, max(1, math.ceil(self._lasted)))
            self._under_way += 1
        began = time.monotonic()
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1
                self._lasted = time.monotonic() - began

    def _over(self, stop: Callable[[], bool]) -> bool:
        return self._closed.is_set() or stop()

    def _context(self) -> int:
        """Tokens of question and answer: what is set, or less where the server says so."""
        return min(self._options.context, self._tokens.room or self._options.context)
