"""What a model that places texts by their meaning must do."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summarizer.protocols.ranking import Parameters

__all__ = ["Embedder"]


class Embedder(Protocol):
    """Texts as points of which those of like meaning lie close. Safe to share between threads."""

    @property
    def info(self) -> Parameters:
        """What decides its vectors, for the manifest: vectors of one `info` can be compared, of two
        they cannot. The model need not be loaded for that.
        """
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """[len(texts), d] a vector of length 1 for each, in the order given: products are cosines.

        A text has the same vector whatever stands beside it, but for rounding in the last digits.
        What is longer than the model reads is told by its beginning. `ModelUnavailableError` when
        the model cannot be loaded or run.
        """
        ...
