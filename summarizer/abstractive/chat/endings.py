"""How an answer ends: complete, cut off, without an end, or before it began."""

from collections.abc import Iterator

from summarizer.abstractive.chat.deltas import Delta
from summarizer.abstractive.writing import Outcome
from summarizer.errors import GenerationError
from summarizer.protocols import Packed
from summarizer.types import Notice

__all__ = ["Ending"]

#: times the tokens asked for, after which a server that does not heed them is not listened to; a
#: piece is a token or more, and a token hardly more than this many characters
_TOO_MUCH, _LETTERS = 2, 8


class Ending:
    """Looks at the pieces of one answer, and writes what is to be said of it into `outcome`."""

    def __init__(self, packed: Packed, limit: int, outcome: Outcome) -> None:
        self._packed = packed
        self._limit = limit
        self._outcome = outcome
        self._finish: str | None = None
        self._thought = False
        #: whether any text was told
        self.told = False

    def watched(self, deltas: Iterator[Delta]) -> Iterator[str]:
        """The texts of the pieces; it stops listening to an answer that is far too long."""
        pieces = letters = 0
        for delta in deltas:
            self._finish = delta.finish or self._finish
            self._thought = self._thought or bool(delta.thought)
            self._compare(delta.asked)
            size = len(delta.text) + len(delta.thought)
            pieces, letters = pieces + bool(size), letters + size
            if max(pieces, letters / _LETTERS) > _TOO_MUCH * self._limit:
                self._cut("The model did not come to an end; its text was cut off.")
                return
            if delta.text:
                yield delta.text
        if self._finish == "length":
            self._cut("The model's text was cut off where its length was used up.")
        elif self._finish == "content_filter":
            self._cut("The model's text was cut off by a filter of its server.")

    def check(self) -> None:
        """`GenerationError` when there was no text at all."""
        if self.told:
            return
        if self._outcome.cut:
            why = "used up its length without a text, as models do that reason first: allow for it"
            raise GenerationError(f"the model {why} in the setting for reasoning tokens")
        why = "only reasoned" if self._thought else "wrote nothing"
        raise GenerationError(f"the model {why}: ask again, or another one")

    def _cut(self, message: str) -> None:
        self._outcome.cut = True
        self._outcome.notices.append(Notice(code="text-cut", message=message))

    def _compare(self, asked: int | None) -> None:
        """A notice when the server read much less than it was sent: Ollama cuts without a word."""
        if not asked or any(told.code == "prompt-cut" for told in self._outcome.notices):
            return
        letters = sum(len(content) for _, content in self._packed.turns)
        if letters > _LETTERS * asked:
            message = (
                f"The model's server counts {asked} tokens in evidence of {letters} characters: it"
                " may have cut it off. Set the context of the model to what its server has."
            )
            self._outcome.notices.append(Notice(code="prompt-cut", message=message))
