"""A judge by natural language inference: a classifier that reads evidence and claim together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import ModelUnavailableError
from summarizer.neural.batches import Encoding, run_sorted
from summarizer.neural.folders import ModelFolder, read_json, require_weights
from summarizer.neural.labels import entailment_label
from summarizer.neural.verdicts import judging
from summarizer.pretrained.opening import Opened, open_model
from summarizer.pretrained.revisions import revision
from summarizer.protocols.ranking import Parameters

__all__ = ["EntailmentJudge"]

#: of what the model reads: a longer claim is judged in parts, so that evidence has room beside it
_CLAIM = 0.5
#: tokens, where neither the model nor its tokenizer names a limit
_MOST = 4096
#: of the room for evidence: two windows share so much of it
_SHARED = 0.5


class EntailmentJudge:
    """A `Judge` of `protocols`: a cross-encoder of the kind `AutoModelForSequenceClassification`.

    Evidence is the premise, a claim the hypothesis. `ModelUnavailableError` at once where the
    folder holds no such model, or none whose labels say what entailment is.
    """

    def __init__(self, model: ModelFolder) -> None:
        require_weights(model.path)
        self._model = model
        self._label = _label(model)
        self._lock = Lock()
        self._opened: Opened | None = None

    @cached_property
    def info(self) -> Parameters:
        """The model by name and content, and the number of its label that counts."""
        return {
            "kind": "entailment",
            "name": self._model.name,
            "revision": revision(self._model.path),
            "label": self._label,
            "dtype": self._model.dtype,
        }

    def support(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """[len(pairs)] the chance that each claim follows from its evidence: of evidence that is
        too long to be read at once that of the window which says most, of a claim that is, that of
        its part which has least.
        """
        # a tokenizer keeps how it cuts and pads, and breaks when two threads set it
        with judging(), self._lock:
            return self._support(self._loaded(), pairs)

    def _support(self, opened: Opened, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        windows: list[Encoding] = []
        #: of each part of a claim the pair, and its first window
        parts: list[tuple[int, int]] = []
        room = _room(opened)
        for row, (claim, evidence) in enumerate(pairs):
            for part in _parts(opened, claim, int(_CLAIM * room)) if evidence.strip() else ():
                parts.append((row, len(windows)))
                windows += _windows(opened, part, evidence, room)
        support = np.ones(len(pairs))
        support[[not evidence.strip() for _, evidence in pairs]] = 0.0
        if windows:
            chances = run_sorted(self._model.name, opened, windows, self._chances(opened))
            best = np.maximum.reduceat(chances, [first for _, first in parts])
            np.minimum.at(support, [row for row, _ in parts], best)
        # whatever stands beside a text in its batch changes the last digits
        return support.round(4)

    def _chances(self, opened: Opened) -> Any:
        def run(batch: Mapping[str, Any]) -> Any:
            logits = opened.model(**batch).logits.float()
            if self._label is None:
                return logits[:, 0].sigmoid()
            return logits.softmax(dim=1)[:, self._label]

        return run

    def _loaded(self) -> Opened:
        if self._opened is None:
            self._opened = open_model(
                self._model.path,
                "AutoModelForSequenceClassification",
                device=self._model.device,
                dtype=self._model.dtype,
            )
        return self._opened


def _label(model: ModelFolder) -> int | None:
    config = read_json(model.path, "config.json") or {}
    # what is not written down are two labels without a meaning
    labels = config.get("id2label") or {"0": "LABEL_0", "1": "LABEL_1"}
    try:
        return entailment_label({int(number): str(label) for number, label in labels.items()})
    except ValueError as error:
        raise ModelUnavailableError(model.name, str(error)) from error


def _room(opened: Opened) -> int:
    """Tokens that are read at once."""
    limits = (
        getattr(opened.config, "max_position_embeddings", None),
        opened.tokenizer.model_max_length,
    )
    return int(min(*filter(None, limits), _MOST))


def _parts(opened: Opened, claim: str, most: int) -> Iterator[str]:
    """The claim, halved as often as it takes until each part has `most` tokens."""
    if len(claim) < 2 or len(opened.tokenizer.tokenize(claim)) <= most:
        yield claim
        return
    words = claim.split()
    # an address, or a sentence in a script without spaces
    pieces, joint = (words, " ") if len(words) > 1 else (list(claim), "")
    half = len(pieces) // 2
    for part in (pieces[:half], pieces[half:]):
        yield from _parts(opened, joint.join(part), most)


def _windows(opened: Opened, claim: str, evidence: str, room: int) -> list[Encoding]:
    """Token ids of the claim beside the evidence, in overlapping windows where that is long."""
    free = room - len(opened.tokenizer("", claim).input_ids)
    encoded = opened.tokenizer(
        [evidence],
        [claim],
        truncation="only_first",
        max_length=room,
        stride=max(0, int(_SHARED * free)),
        return_overflowing_tokens=True,
    )
    names = [name for name in encoded if name in opened.tokenizer.model_input_names]
    return [
        {name: encoded[name][row] for name in names} for row in range(len(encoded["input_ids"]))
    ]
