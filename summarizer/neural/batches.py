"""Token ids through a model, the like-long together, each answer in its place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import ModelUnavailableError
from summarizer.pretrained.opening import Opened

__all__ = ["Encoding", "run_sorted"]

#: `input_ids`, `token_type_ids` … of one text, as its tokenizer gives them
Encoding = Mapping[str, Sequence[int]]
#: of a batch, padding included
_TOKENS = 4096
_FULL = "can't allocate memory"


def run_sorted(
    name: str,
    opened: Opened,
    encodings: Sequence[Encoding],
    run: Callable[[Mapping[str, Any]], Any],
) -> NDArray[np.float32]:
    """[len(encodings), …] the rows that `run` makes of padded tensors [batch, longest].

    `ModelUnavailableError`, which calls the model by its `name`, when even one alone is too much
    for the memory, or the model fails.
    """
    order = sorted(range(len(encodings)), key=lambda place: len(encodings[place]["input_ids"]))
    rows: list[NDArray[np.float32]] = []
    left = [encodings[place] for place in order]
    while left:
        batch = _first(left)
        rows.append(_rows(name, opened, batch, run))
        del left[: len(batch)]
    found = np.concatenate(rows)
    back = np.empty(len(order), dtype=np.intp)
    back[order] = np.arange(len(order))
    ordered: NDArray[np.float32] = found[back]
    return ordered


def _first(left: Sequence[Encoding]) -> list[Encoding]:
    """As many from the start, where the shortest stand, as the budget of tokens holds."""
    batch: list[Encoding] = []
    for each in left:
        if batch and len(each["input_ids"]) * (len(batch) + 1) > _TOKENS:
            break
        batch.append(each)
    return batch


def _rows(
    name: str,
    opened: Opened,
    batch: Sequence[Encoding],
    run: Callable[[Mapping[str, Any]], Any],
) -> NDArray[np.float32]:
    import torch

    try:
        padded = opened.tokenizer.pad(list(batch), return_tensors="pt").to(opened.model.device)
        with torch.inference_mode():
            rows: NDArray[np.float32] = run(padded).float().cpu().numpy()
            return rows
    except (RuntimeError, MemoryError, IndexError) as error:
        # a device's own kind of error, and what torch says where the main memory is full
        full = isinstance(error, torch.OutOfMemoryError | MemoryError) or _FULL in str(error)
        if not full or len(batch) == 1:
            reason = "it has not enough memory" if full else f"it failed: {error}".splitlines()[0]
            raise ModelUnavailableError(name, reason) from None
    # behind the handler, whose frames would keep the memory that lacks
    half = len(batch) // 2
    return np.concatenate([_rows(name, opened, part, run) for part in (batch[:half], batch[half:])])
