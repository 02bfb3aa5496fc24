"""Batches on a device that is too small for them."""

import numpy as np
import pytest

from summarizer.errors import ModelUnavailableError
from summarizer.neural.batches import run_sorted
from summarizer.pretrained.opening import open_model
from tests import tiny_judges

ENCODED = [{"input_ids": [5] * length, "attention_mask": [1] * length} for length in (3, 1, 9, 4)]


def lengths_up_to(rows):
    """What counts the tokens of each, and has room for so many rows at once."""

    def run(batch):
        if len(batch["input_ids"]) > rows:
            raise MemoryError
        return batch["attention_mask"].sum(dim=1, keepdim=True)

    return run


def test_batches_are_halved_until_they_fit(tmp_path):
    opened = open_model(tiny_judges.save_embedder(tmp_path / "model"), "AutoModel")
    for rows in (4, 3, 2, 1):
        found = run_sorted("model", opened, ENCODED, lengths_up_to(rows))
        np.testing.assert_array_equal(found, [[3], [1], [9], [4]])
    with pytest.raises(ModelUnavailableError, match=r"cannot use the model small: .*memory"):
        run_sorted("small", opened, ENCODED, lengths_up_to(0))
