"""A sentence held against its evidence: facts that may not differ, and how far the rest is covered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.facts import Fault, faults, prepare_facts
from summarizer.grounding.support import Support, prepare_support, supports
from summarizer.protocols import Judge
from summarizer.types import ReasonKind, Verdict

__all__ = ["Checked", "Checker", "Doubt"]

#: below it a sentence says what its sources do not; from the other on they cover it
UNSUPPORTED = 0.35
SUPPORTED = 0.6
#: what is left of a sentence's score where the sources say otherwise, and where a fact is missing
#: from them
_REFUTED = 0.1
_MISSING = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason not to trust a sentence."""

    kind: ReasonKind
    #: for a reader
    message: str
    #: span in the sentence
    start: int
    end: int
    #: the number of the evidence that says otherwise; None where none does
    evidence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How far the evidence supports a sentence."""

    verdict: Verdict
    #: in [0, 1]
    score: float
    doubts: tuple[Doubt, ...] = ()
    #: the numbers of the evidence that supports it best, best first
    best: tuple[int, ...] = ()


class Checker:
    """Evidence, prepared once for many sentences. Pure: the same sentences get the same verdicts."""

    def __init__(
        self,
        evidence: Sequence[EvidenceSentence],
        *,
        language: str | None = None,
        judges: Sequence[Judge] = (),
    ) -> None:
        """`judges` are asked beside the words: the least of their scores counts."""
        self._evidence = evidence
        self._language = language
        self._judges = judges
        self._facts = prepare_facts(evidence)
        self._sources = prepare_support(evidence)

    def check(
        self, sentences: Sequence[str], *, said: date | None = None
    ) -> tuple[Checked, ...]:
        """A verdict for each; relative dates count from the day `said`, or from their evidence's."""
        found = supports(sentences, self._sources)
        judged = self._judged(sentences, found)
        return tuple(
            _checked(
                sentence,
                support,
                faults(sentence, self._facts, language=self._language, said=said),
                judgement,
            )
            for sentence, support, judgement in zip(sentences, found, judged, strict=True)
        )

    def _judged(self, sentences: Sequence[str], found: Sequence[Support]) -> Sequence[float]:
        """[len(sentences)] the least that a judge gives each beside its best evidence."""
        pairs = [
            (sentence, " ".join(self._evidence[number].text for number in sorted(support.best)))
            for sentence, support in zip(sentences, found, strict=True)
        ]
        least = np.ones(len(pairs))
        for judge in self._judges:
            least = np.minimum(least, judge.support(pairs))
        told: Sequence[float] = least.tolist()
        return told


def _checked(
    sentence: str, support: Support, found: Sequence[Fault], judgement: float
) -> Checked:
    doubts = [
        Doubt(
            kind=fault.kind,
            message=fault.message,
            start=fault.start,
            end=fault.end,
            evidence=fault.evidence,
        )
        for fault in found
    ]
    score = support.score
    if score < SUPPORTED:
        covered = "hardly any" if score < UNSUPPORTED else "only a part"
        doubts.append(_of_all(sentence, "content", f"{covered} of it stands in the sources"))
    if judgement < SUPPORTED:
        doubts.append(_of_all(sentence, "judge", "a model finds that it does not follow"))
    score = min(score, judgement)
    if any(fault.certain for fault in found):
        score *= _REFUTED
    elif found:
        score *= _MISSING
    verdict: Verdict = "supported"
    if score < UNSUPPORTED:
        verdict = "unsupported"
    elif doubts:
        verdict = "partly"
    return Checked(
        verdict=verdict, score=round(score, 4), doubts=tuple(doubts), best=support.best
    )


def _of_all(sentence: str, kind: ReasonKind, message: str) -> Doubt:
    return Doubt(kind=kind, message=message, start=0, end=len(sentence))
