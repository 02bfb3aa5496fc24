"""A sentence held against its evidence: facts that may not differ, and the cover of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.facts import Fault, faults, prepare_facts
from summarizer.grounding.support import Support, prepare_support, supports
from summarizer.protocols import Judge
from summarizer.text.uncased import has_capitals
from summarizer.types import ReasonKind, Verdict

__all__ = ["Checked", "Checker", "Doubt"]

#: support is a chance, and a small one for whatever is written freely: its root of this order is
#: told, which keeps the order of sentences and spreads the lower end
_ROOT = 3
#: below it a sentence is about something else; from the other on its sources cover it. Of 60 honest
#: paraphrases 2 lie below the first and 5 below the second; of the same sentences beside another
#: article all lie below the first; of sentences that people found false, written freely, a quarter
#: below the first and half below the second
UNSUPPORTED = 0.26
SUPPORTED = 0.34
#: below it nothing in the sources is what a sentence could be about: eight in ten beside another
#: article
_ABOUT = 0.15
#: what the odds of a sentence are multiplied by where the sources say otherwise, and where a fact
#: is missing from them
_REFUTED, _MISSING = 0.05, 0.5
#: the same in text without capital letters, where names can only be guessed: of 371 summaries
#: doubted there, a third were faithful (the factors above cost .03 AUC)
_REFUTED_UNCASED, _MISSING_UNCASED = 0.5, 0.8
_CERTAIN = 0.99


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
    #: in [0, 1]: how far its words are covered, a little less where facts are doubted
    score: float
    doubts: tuple[Doubt, ...] = ()
    #: the numbers of the evidence that supports it best, best first
    best: tuple[int, ...] = ()


class Checker:
    """Evidence, prepared once for many sentences. Pure: the same sentence, the same verdict."""

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

    def check(self, sentences: Sequence[str], *, said: date | None = None) -> tuple[Checked, ...]:
        """A verdict for each; relative dates count from the day `said`, or their evidence's."""
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


def _checked(sentence: str, support: Support, found: Sequence[Fault], judgement: float) -> Checked:
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
    score = support.score ** (1 / _ROOT)
    best = support.best if score >= _ABOUT else ()
    if score < SUPPORTED:
        covered = "hardly any" if score < UNSUPPORTED else "only a part"
        doubts.append(_of_all(sentence, "content", f"{covered} of it stands in the sources"))
    elif not support.whole:
        message = "its words stand in the sources, but no sentence there tells most of it"
        doubts.append(_of_all(sentence, "content", message))
    if judgement < SUPPORTED:
        doubts.append(_of_all(sentence, "judge", "a model finds that it does not follow"))
    refuted = any(fault.certain for fault in found)
    score = _with_odds(
        min(score, judgement), _factor(sentence, refuted=refuted, doubted=bool(found))
    )
    verdict: Verdict = "partly" if doubts else "supported"
    if refuted or score < UNSUPPORTED:
        verdict = "unsupported"
    return Checked(verdict=verdict, score=round(score, 4), doubts=tuple(doubts), best=best)


def _factor(sentence: str, *, refuted: bool, doubted: bool) -> float:
    if not doubted:
        return 1.0
    if has_capitals(sentence):
        return _REFUTED if refuted else _MISSING
    return _REFUTED_UNCASED if refuted else _MISSING_UNCASED


def _with_odds(score: float, factor: float) -> float:
    """The score whose odds are so many times those of `score`; a doubted copy is no certainty."""
    score = min(score, _CERTAIN) if factor < 1 else score
    return score * factor / (score * factor + 1 - score)


def _of_all(sentence: str, kind: ReasonKind, message: str) -> Doubt:
    return Doubt(kind=kind, message=message, start=0, end=len(sentence))
