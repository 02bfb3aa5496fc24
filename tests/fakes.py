"""Stand-ins for backends that cannot be had in a test, one for each protocol."""

import re
from collections.abc import Callable, Generator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from summarizer.abstractive.writing import Outcome, Writing
from summarizer.errors import GenerationError
from summarizer.protocols import Assignment, Packed
from summarizer.types import ModelInfo


class ScriptedModel:
    """A generator that writes what it is told to, word by word: a text for each call, the last one
    again and again. `{1}` stands for the text of the first piece of evidence that it was given.
    """

    def __init__(self, *texts: str | Exception, room: int = 10_000, cut: bool = False) -> None:
        self.texts = texts
        self.room = room
        #: its tokens run out where its text ends
        self.cut = cut
        #: what it was given, and how many words it wrote
        self.calls: list[Packed] = []
        self.words = 0
        self.closed = False

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(kind="seq2seq", name="scripted", revision="1", parameters={"beams": 1})

    def pack(self, assignment: Assignment, *, stop: Callable[[], bool] = lambda: False) -> Packed:
        used: list[int] = []
        left = self.room
        for passage in assignment.passages:
            size = len(passage.text.split())
            if size <= left:
                left -= size
                used.append(passage.number)
        if not used:
            raise GenerationError("the model has no room for a single piece of evidence")
        numbers = [passage.number for passage in assignment.passages]
        return Packed(
            assignment=assignment,
            prompt=f"{assignment.task}/1",
            turns=(("input", " ".join(p.text for p in assignment.passages if p.number in used)),),
            tokens=self.room - left,
            used=tuple(used),
            left_out=tuple(number for number in numbers if number not in used),
        )

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        outcome = Outcome()
        return Writing(self.pieces(packed, stop, outcome), outcome)

    def pieces(
        self, packed: Packed, stop: Callable[[], bool], outcome: Outcome
    ) -> Generator[str, None, None]:
        text = self.texts[min(len(self.calls), len(self.texts) - 1)]
        self.calls.append(packed)
        if isinstance(text, Exception):
            raise text
        for word in re.findall(r"\S+\s*", _filled(text, packed)):
            if stop():
                return
            self.words += 1
            yield word
        outcome.cut = self.cut

    def close(self) -> None:
        self.closed = True


def _filled(text: str, packed: Packed) -> str:
    told: Sequence[str] = [
        passage.text for passage in packed.assignment.passages if passage.number in packed.used
    ]
    return re.sub(r"\{(\d+)\}", lambda match: told[int(match[1]) - 1], text)


class WordEmbedder:
    """An embedder by which texts are as near as they share words; `shared` is what all texts have
    in common. Fails with the `error`.
    """

    def __init__(self, *, shared: float = 0.0, error: Exception | None = None) -> None:
        self.info = {"name": "words"}
        self.shared = shared
        self.error = error

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.error is not None:
            raise self.error
        rows = np.zeros((len(texts), 1025), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                row[crc32(word.encode()) % 1024] += 1.0
        rows = _of_length_1(rows)
        rows[:, 1024] = self.shared
        return _of_length_1(rows)


def _of_length_1(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return rows / np.sqrt((rows**2).sum(axis=1, keepdims=True)).clip(1e-9)
