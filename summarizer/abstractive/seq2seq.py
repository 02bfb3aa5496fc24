"""Encoder–decoder models of a folder: T5 and FLAN-T5, BART, PEGASUS, LED, PRIMERA and others."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from summarizer.abstractive.decoding import Decoding, decode
from summarizer.abstractive.holding import Held
from summarizer.abstractive.loading import Loaded, load
from summarizer.abstractive.worker import Job, Worker
from summarizer.abstractive.writing import Outcome, Writing
from summarizer.errors import GenerationError
from summarizer.pretrained.opening import Dtype
from summarizer.pretrained.revisions import revision
from summarizer.protocols import Assignment, Packed, Passage
from summarizer.text.tokens import count_words
from summarizer.types import ModelInfo

__all__ = ["Seq2SeqGenerator", "Seq2SeqOptions"]

#: of what the words asked for take by the evidence's own ratio: models are stopped at the budget
#: by sentences, and need an end of their own
_SLACK = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Seq2SeqOptions:
    """A model, and how it is run."""

    folder: Path
    #: auto, cpu, cuda
    device: str = "auto"
    dtype: Dtype = "auto"
    decoding: Decoding = field(default_factory=Decoding)
    #: requests that may wait, and that are written together; with 1 the same input gives the same
    #: bytes whatever is asked at the same time: sums over padded rows may round otherwise
    most_waiting: int = 16
    batch: int = 8


class Seq2SeqGenerator:
    """A `Generator` of `protocols`. The model is loaded when it is first needed."""

    def __init__(self, options: Seq2SeqOptions) -> None:
        self._options = options
        self._worker = Worker(
            lambda jobs: decode(self._held.get(), jobs, options.decoding),
            most_waiting=options.most_waiting,
            batch=options.batch,
        )
        self._held = Held(lambda: load(options.folder, device=options.device, dtype=options.dtype))

    @cached_property
    def info(self) -> ModelInfo:
        """The folder's name, and what decides the text beside it."""
        decoding = self._options.decoding
        return ModelInfo(
            kind="seq2seq",
            name=self._options.folder.resolve().name,
            revision=revision(self._options.folder),
            parameters={
                "beams": decoding.beams,
                "no_repeat_ngram": decoding.no_repeat_ngram,
                "length_penalty": decoding.length_penalty,
                "dtype": self._options.dtype,
            },
        )

    def pack(self, assignment: Assignment, *, stop: Callable[[], bool] = lambda: False) -> Packed:
        """The passages that the encoder has room for, those of an article together where the model
        knows a separator.
        """
        loaded = self._held.get(stop)
        used: list[Passage] = []
        room = loaded.room - len(loaded.tokenizer(loaded.prefix).input_ids)
        # one that is too long does not keep the others out
        for each in assignment.passages:
            plain = _plain(loaded, each.text)
            size = len(loaded.tokenizer(plain, add_special_tokens=False).input_ids)
            if size <= room:
                room -= size
                used.append(each)
        # separators and joins count, too
        text = _joined(loaded, used)
        while used and len(loaded.tokenizer(text).input_ids) > loaded.room:
            used.pop()
            text = _joined(loaded, used)
        if not used:
            message = f"the model reads {loaded.room} tokens, and no piece of evidence fits in"
            raise GenerationError(message)
        numbers = {each.number for each in used}
        return Packed(
            assignment=assignment,
            prompt="seq2seq/1",
            turns=(("input", text),),
            tokens=len(loaded.tokenizer(text).input_ids),
            used=tuple(sorted(numbers)),
            left_out=tuple(p.number for p in assignment.passages if p.number not in numbers),
        )

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        """The text in pieces; see `Generator.write`."""
        outcome = Outcome()
        return Writing(self._pieces(packed, stop, outcome), outcome)

    def _pieces(
        self, packed: Packed, stop: Callable[[], bool], outcome: Outcome
    ) -> Generator[str, None, None]:
        loaded = self._held.get(stop)
        ((_, text),) = packed.turns
        ids = loaded.tokenizer(text).input_ids
        ratio = len(ids) / max(1, count_words(text))
        most_new = min(loaded.most_new, int(_SLACK * ratio * packed.assignment.words) + 8)
        job = Job(tokens=ids, most_new=most_new, stop=stop)
        yield from self._worker.pieces(job)
        # a model that is made to end there ends there, too
        outcome.cut = job.written >= most_new

    def close(self) -> None:
        """End the worker and let go of the model."""
        self._worker.close()
        self._held.close()


def _joined(loaded: Loaded, passages: Sequence[Passage]) -> str:
    """The input: passages in the order of their numbers, those of one article together where there
    is something to put between articles.
    """
    ordered = sorted(passages, key=lambda passage: passage.number)
    if loaded.separator is None:
        body = " ".join(_plain(loaded, each.text) for each in ordered)
    else:
        articles = dict.fromkeys(each.article for each in ordered)
        texts = (
            " ".join(_plain(loaded, each.text) for each in ordered if each.article == article)
            for article in articles
        )
        body = f" {loaded.separator} ".join(texts)
    return loaded.prefix + body


def _plain(loaded: Loaded, text: str) -> str:
    """The text on one line, without what the tokenizer would take for a mark of its own."""
    for token in loaded.tokenizer.all_special_tokens:
        text = text.replace(token, " ")
    if loaded.separator is not None:
        text = text.replace(loaded.separator, " ")
    return " ".join(text.split())
