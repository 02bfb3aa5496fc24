"""Builds a cleaned text out of stretches of the given text, and keeps where each one came from."""

from dataclasses import dataclass, field

from summarizer.types import Piece

__all__ = ["TextBuilder"]


@dataclass
class TextBuilder:
    """Collects stretches in reading order; `text` and `pieces` then hold the result."""

    given: str
    _parts: list[str] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """Everything collected so far."""
        return "".join(self._parts)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Where it came from."""
        return tuple(self._pieces)

    def keep(self, start: int, end: int) -> None:
        """Add `given[start:end]` as it stands."""
        self.replace(self.given[start:end], start, end)

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text` for `given[start:end]`, such as a space for a line break."""
        if not text:
            return
        piece = Piece(
            start=self._length,
            end=self._length + len(text),
            given_start=start,
            given_end=end,
        )
        if end > start:
            self._push(piece)
        self._append(text)

    def separate(self, text: str = "\n") -> None:
        """Add `text` that comes from nowhere, unless nothing stands before it."""
        if self._length:
            self._append(text)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _push(self, piece: Piece) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last is not None and _extends(last, piece):
            self._pieces[-1] = Piece(
                start=last.start,
                end=piece.end,
                given_start=last.given_start,
                given_end=piece.given_end,
            )
        else:
            self._pieces.append(piece)


def _extends(last: Piece, piece: Piece) -> bool:
    adjacent = last.end == piece.start and last.given_end == piece.given_start
    return adjacent and _one_to_one(last) and _one_to_one(piece)


def _one_to_one(piece: Piece) -> bool:
    return piece.end - piece.start == piece.given_end - piece.given_start
