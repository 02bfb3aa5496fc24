"""Batches of token ids to text, piece by piece, each sequence ended when nobody waits for it."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from summarizer.abstractive.loading import Loaded
from summarizer.abstractive.worker import Job

__all__ = ["Decoding", "decode"]

_FULL = "can't allocate memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How a model's text is searched for; never by chance."""

    beams: int = 4
    #: so many tokens on end are not written twice: enough for a long name to come again
    no_repeat_ngram: int = 6
    length_penalty: float = 1.0


def decode(loaded: Loaded, jobs: Sequence[Job], decoding: Decoding) -> None:
    """Write the jobs' pieces: word by word with one beam, all at the end with several.

    `MemoryError` where the device has too little.
    """
    import torch

    inputs = _padded(loaded, jobs)
    pieces = [_Pieces(loaded.tokenizer, job) for job in jobs]
    streamer = _Streamer(pieces) if decoding.beams == 1 else None
    try:
        with torch.inference_mode():
            found = loaded.model.generate(
                **inputs,
                generation_config=_configured(loaded, jobs, decoding),
                stopping_criteria=[_until_over(jobs, decoding.beams)],
                logits_processor=[_at_least(jobs, loaded)],
                streamer=streamer,
            )
    except RuntimeError as error:
        # a device's own kind of error, and what torch says where the main memory is full
        if not isinstance(error, torch.OutOfMemoryError) and _FULL not in str(error):
            raise
        raise MemoryError(str(error).splitlines()[0]) from None
    if streamer is None:
        for row, each in zip(found.tolist(), pieces, strict=True):
            each.extend(row[1:])
    for each in pieces:
        each.end()


def _padded(loaded: Loaded, jobs: Sequence[Job]) -> dict[str, Any]:
    """Token ids and masks, [jobs, longest]."""
    import torch

    longest = max(len(job.tokens) for job in jobs)
    ids = torch.full((len(jobs), longest), loaded.tokenizer.pad_token_id)
    mask = torch.zeros_like(ids)
    for row, job in enumerate(jobs):
        ids[row, : len(job.tokens)] = torch.tensor(list(job.tokens))
        mask[row, : len(job.tokens)] = 1
    found = {"input_ids": ids, "attention_mask": mask}
    if loaded.global_attention:
        wide = torch.zeros_like(ids)
        wide[:, 0] = 1
        if loaded.separator is not None:
            between = loaded.tokenizer.convert_tokens_to_ids(loaded.separator)
            wide |= (ids == between).long()
        found["global_attention_mask"] = wide
    return {name: each.to(loaded.model.device) for name, each in found.items()}


def _configured(loaded: Loaded, jobs: Sequence[Job], decoding: Decoding) -> Any:
    """The model's own generation settings, with ours where they decide the length and the search:
    what was saved with a model for one data set says nothing about the length asked for here.
    """
    config = deepcopy(loaded.model.generation_config)
    config.update(
        max_length=None,
        min_length=0,
        min_new_tokens=None,
        max_new_tokens=max(job.most_new for job in jobs),
        do_sample=False,
        num_beams=decoding.beams,
        num_return_sequences=1,
        early_stopping=decoding.beams > 1,
        length_penalty=decoding.length_penalty if decoding.beams > 1 else None,
        no_repeat_ngram_size=decoding.no_repeat_ngram,
        temperature=None,
        top_k=None,
        top_p=None,
    )
    return config


class _Pieces:
    """The text of one sequence, handed over up to the last whole word."""

    def __init__(self, tokenizer: Any, job: Job) -> None:
        self._tokenizer = tokenizer
        self._job = job
        self._ids: list[int] = []
        self._ended = False

    def add(self, token: int) -> None:
        if self._ended:
            return
        self._job.written += 1
        if token == self._tokenizer.eos_token_id:
            # who waits for it does not wait for longer ones beside it
            self.end()
            self._job.out.put(None)
            return
        self._ids.append(token)
        text = self._text()
        self._tell(text[: _settled(text)])

    def extend(self, tokens: Sequence[int]) -> None:
        """All at once, with the padding behind the end."""
        end = self._tokenizer.eos_token_id
        written = tokens[: tokens.index(end) + 1] if end in tokens else tokens
        self._ids += written
        self._job.written += len(written)

    def end(self) -> None:
        if not self._ended:
            self._tell(self._text())
        self._ended = True

    def _text(self) -> str:
        text: str = self._tokenizer.decode(self._ids, skip_special_tokens=True)
        return text

    def _tell(self, text: str) -> None:
        if len(text) > self._job.told:
            self._job.out.put(text[self._job.told :])
            self._job.told = len(text)


def _settled(text: str) -> int:
    """How much of the text will not change: its last word may go on, or be half a character; in
    scripts without spaces every character is told.
    """
    settled = (
        place
        for place in range(len(text), 0, -1)
        if text[place - 1].isspace() or east_asian_width(text[place - 1]) in "WF"
    )
    return next(settled, 0)


class _Streamer:
    """What `generate` tells every new token of every sequence: [jobs] at a time."""

    def __init__(self, pieces: Sequence[_Pieces]) -> None:
        self._pieces = pieces
        self._begun = False

    def put(self, tokens: Any) -> None:
        if not self._begun:
            # the token that every answer begins with
            self._begun = True
            return
        for each, token in zip(self._pieces, tokens.flatten().tolist(), strict=True):
            each.add(token)

    def end(self) -> None:
        """Nothing: the rest is told behind `generate`."""


def _until_over(jobs: Sequence[Job], beams: int) -> Any:
    """A criterion that ends the rows of each job that is over."""
    import torch

    def over(ids: Any, _: Any, **__: Any) -> Any:
        written = ids.shape[1] - 1
        ended = [job.is_over() or written >= job.most_new for job in jobs]
        rows = torch.tensor(ended, device=ids.device)
        return rows.repeat_interleave(ids.shape[0] // len(jobs)) if beams > 1 else rows

    return over


def _at_least(jobs: Sequence[Job], loaded: Loaded) -> Any:
    """A change of scores that keeps each row from ending before its job's least; generate's own
    setting is one for all rows, so that a text would depend on those beside it.
    """
    import torch

    ends = loaded.model.generation_config.eos_token_id
    ends = [ends] if isinstance(ends, int) else list(ends or ())
    least = [job.least_new for job in jobs]

    def held(ids: Any, scores: Any) -> Any:
        early = torch.tensor([ids.shape[1] - 1 < each for each in least], device=scores.device)
        rows = early.repeat_interleave(ids.shape[0] // len(jobs))
        for end in ends:
            scores[:, end] = scores[:, end].masked_fill(rows, -torch.inf)
        return scores

    return held
