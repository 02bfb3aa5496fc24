"""What a judge of its own adds to the check: scores of the same summaries with it and without."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.evaluation.judged import JudgedSummary, claims, evidence
from summarizer.grounding.checker import Checker
from summarizer.protocols import Judge
from summarizer.protocols.ranking import Parameters
from summarizer.text.languages import detect

__all__ = ["ALONE", "CHECKED", "JUDGED", "scores_with_judge"]

#: the scores by name: the judge's own for the weakest sentence, and what `check` tells
ALONE, CHECKED, JUDGED = "judge alone", "check", "check with the judge"

Floats = NDArray[np.float64]


class _Heard:
    """A judge whose least verdict is remembered."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.least = 0.0

    @property
    def info(self) -> Parameters:
        return self._judge.info

    def support(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        found = self._judge.support(pairs)
        self.least = float(found.min(initial=1.0))
        return found


def scores_with_judge(summaries: Sequence[JudgedSummary], judge: Judge) -> dict[str, Floats]:
    """[len(summaries)] of each score; a summary without a sentence has 0."""
    rows = [_scores(each, judge) for each in summaries]
    told = np.array(rows, dtype=np.float64).reshape(len(rows), 3)
    return dict(zip((ALONE, CHECKED, JUDGED), told.T, strict=True))


def _scores(summary: JudgedSummary, judge: Judge) -> tuple[float, float, float]:
    sentences, sources = claims(summary), evidence(summary.article)
    if not sentences:
        return 0.0, 0.0, 0.0
    language = detect(summary.article)
    heard = _Heard(judge)
    plain = Checker(sources, language=language).check(sentences)
    judged = Checker(sources, language=language, judges=[heard]).check(sentences)
    weakest = [min(each.score for each in found) for found in (plain, judged)]
    return heard.least, weakest[0], weakest[1]
