"""Judges of a summary: where one fails, the words' own verdicts stand."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import JudgeError
from summarizer.protocols import Judge
from summarizer.protocols.ranking import Parameters
from summarizer.types import Notice

__all__ = ["LenientJudge"]


class LenientJudge:
    """A `Judge` of one summary that doubts nothing any more once it failed."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._failure: JudgeError | None = None
        #: it gave a verdict
        self.judged = False

    @property
    def info(self) -> Parameters:
        """Its own."""
        return self._judge.info

    def support(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """[len(pairs)] its own, or 1 for each: judges only ever lower a verdict."""
        if self._failure is None:
            try:
                found = self._judge.support(pairs)
            except JudgeError as error:
                self._failure = error
            else:
                self.judged = True
                return found
        return np.ones(len(pairs))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reader should know of its failure."""
        if self._failure is None:
            return ()
        message = f"Sentences were held against the words of the articles only: {self._failure}."
        return (Notice(code="judge-failed", message=message),)
