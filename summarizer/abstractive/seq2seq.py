"""Encoder–decoder models of a folder: T5 and FLAN-T5, BART, PEGASUS, LED, PRIMERA and others."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.abstractive.awaited import Awaited
from summarizer.abstractive.decoding import Decoding, decode
from summarizer.abstractive.evidence_text import pack_text
from summarizer.abstractive.loading import Loaded, load
from summarizer.abstractive.worker import Job, Worker
from summarizer.abstractive.writing import Outcome, Writing
from summarizer.pretrained.opening import Dtype
from summarizer.pretrained.revisions import revision, stamp
from summarizer.protocols import Assignment, Packed
from summarizer.text.tokens import count_words
from summarizer.types import ModelInfo

__all__ = ["Seq2SeqGenerator", "Seq2SeqOptions"]

#: of what the words asked for take by the evidence's own ratio: models are stopped at the budget
#: by sentences, and need an end of their own
_SLACK = 1.25
#: of the tokens that it may write, a model is held to at most so many before it may end. BART for
#: CNN/DailyMail was made to write 56 of 142, for XSum 11 of 62: such a model may stop after three
#: words without. One whose authors set no least is held to none: it would have to make up a rest.
_LEAST = 0.25


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
    """A `Generator` of `protocols`. The model is loaded when it is first needed, once."""

    def __init__(self, options: Seq2SeqOptions) -> None:
        self._options = options
        self._revision: str | None = None
        self._model = Awaited(
            options.folder.resolve().name, self._load, mark=lambda: stamp(options.folder)
        )
        self._worker = Worker(self._run, most_waiting=options.most_waiting, batch=options.batch)

    @property
    def info(self) -> ModelInfo:
        """The folder's name, and what decides the text beside it."""
        options = self._options
        return ModelInfo(
            kind="seq2seq",
            name=options.folder.resolve().name,
            revision=self._revision or revision(options.folder),
            parameters={
                "beams": options.decoding.beams,
                "no_repeat_ngram": options.decoding.no_repeat_ngram,
                "length_penalty": options.decoding.length_penalty,
                "dtype": options.dtype,
            },
        )

    def pack(self, assignment: Assignment, *, stop: Callable[[], bool] = lambda: False) -> Packed:
        """As `Generator.pack`: see `pack_text`."""
        return pack_text(self._model.get(stop), assignment)

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        """The text in pieces; see `Generator.write`."""
        outcome = Outcome()
        return Writing(self._pieces(packed, stop, outcome), outcome)

    def _pieces(
        self, packed: Packed, stop: Callable[[], bool], outcome: Outcome
    ) -> Generator[str, None, None]:
        loaded = self._model.get(stop)
        ((_, text),) = packed.turns
        ids = loaded.tokenizer(text).input_ids
        ratio = len(ids) / max(1, count_words(text))
        most_new = min(loaded.most_new, int(_SLACK * ratio * packed.assignment.words) + 8)
        least_new = min(loaded.least_new, int(_LEAST * most_new))
        job = Job(tokens=ids, most_new=most_new, least_new=least_new, stop=stop)
        yield from self._worker.pieces(job)
        # a model that is made to end there ends there, too
        outcome.cut = job.written >= most_new

    def close(self) -> None:
        """End the worker and let go of the model, for good."""
        self._model.close()
        self._worker.close()

    def _load(self) -> Loaded:
        options = self._options
        # of what is loaded, whatever becomes of the folder later
        self._revision = revision(options.folder)
        return load(options.folder, device=options.device, dtype=options.dtype)

    def _run(self, jobs: Sequence[Job]) -> None:
        decode(self._model.get(_never), jobs, self._options.decoding)


def _never() -> bool:
    return False
