"""What came of holding sentences against their sources."""

from dataclasses import dataclass
from typing import Literal

from summarizer.types.articles import Notice
from summarizer.types.citations import Citation
from summarizer.types.generation import Verdict

__all__ = ["CheckReport", "CheckedSentence", "Reason", "ReasonKind"]

ReasonKind = Literal[
    "number", "date", "name", "quotation", "negation", "modality", "role", "content", "judge"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a sentence is doubted, in words for its reader."""

    kind: ReasonKind
    message: str
    #: span in the sentence
    start: int
    end: int
    #: the place in the sources that says otherwise; None where nothing does
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSentence:
    """A sentence, and how far its sources support it."""

    text: str
    #: span in the text that was checked
    start: int
    end: int
    verdict: Verdict
    #: in [0, 1]
    score: float
    reasons: tuple[Reason, ...] = ()
    #: the sentences that support it best, best first
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """A text, sentence by sentence; its score is that of the weakest one, 0 without any."""

    score: float
    sentences: tuple[CheckedSentence, ...]
    warnings: tuple[Notice, ...] = ()
    #: the models that judged beside the words
    judges: tuple[dict[str, str | int | float | bool | None], ...] = ()
