"""Stand-ins for backends that cannot be had in a test, one for each protocol."""

import re
from collections.abc import Callable, Generator, Sequence

from summarizer.abstractive.writing import Outcome, Writing
from summarizer.errors import GenerationError
from summarizer.protocols import Assignment, Packed
from summarizer.types import ModelInfo


class ScriptedModel:
    """A generator that writes what it is told to, word by word: a text for each call, the last one
    again and again. `{1}` stands for the text of the first piece of evidence that it was given.
    """

    def __init__(self, *texts: str | Exception, room: int = 10_000) -> None:
        self.texts = texts
        self.room = room
        #: what it was given, and how many words it wrote
        self.calls: list[Packed] = []
        self.words = 0
        self.closed = False

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(kind="seq2seq", name="scripted", revision="1", parameters={"beams": 1})

    def pack(self, assignment: Assignment, *, stop: Callable[[], bool]) -> Packed:
        used: list[int] = []
        left = self.room
        for passage in assignment.passages:
            left -= len(passage.text.split())
            if left < 0:
                break
            used.append(passage.number)
        if not used:
            raise GenerationError("the model has no room for a single piece of evidence")
        numbers = [passage.number for passage in assignment.passages]
        return Packed(
            assignment=assignment,
            prompt=f"{assignment.task}/1",
            turns=(("input", " ".join(p.text for p in assignment.passages if p.number in used)),),
            tokens=self.room - max(left, 0),
            used=tuple(used),
            left_out=tuple(number for number in numbers if number not in used),
        )

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        return Writing(self.pieces(packed, stop), Outcome())

    def pieces(self, packed: Packed, stop: Callable[[], bool]) -> Generator[str, None, None]:
        text = self.texts[min(len(self.calls), len(self.texts) - 1)]
        self.calls.append(packed)
        if isinstance(text, Exception):
            raise text
        for word in re.findall(r"\S+\s*", _filled(text, packed)):
            if stop():
                return
            self.words += 1
            yield word

    def close(self) -> None:
        self.closed = True


def _filled(text: str, packed: Packed) -> str:
    told: Sequence[str] = [
        passage.text for passage in packed.assignment.passages if passage.number in packed.used
    ]
    return re.sub(r"\{(\d+)\}", lambda match: told[int(match[1]) - 1], text)
