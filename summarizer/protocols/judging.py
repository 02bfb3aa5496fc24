"""What a model that judges must do."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summarizer.protocols.ranking import Parameters

__all__ = ["Judge"]


class Judge(Protocol):
    """A model that says whether a text follows from another. Safe to share between threads."""

    @property
    def info(self) -> Parameters:
        """What decides its verdicts, for the manifest; it need not be loaded for that."""
        ...

    def support(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """[len(pairs)] for each (claim, evidence) how far the evidence supports it, in [0, 1]: 0
        without evidence, below `SUPPORTED` of `grounding.checker` where it is to be doubted.
        `JudgeError` when the model cannot be loaded or run.
        """
        ...
