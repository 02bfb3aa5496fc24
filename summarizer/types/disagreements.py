"""What sources tell differently: the values, and who gives each of them."""

from dataclasses import dataclass
from typing import Literal

from summarizer.types.citations import Citation
from summarizer.types.dates import SentenceDate

__all__ = ["Disagreement", "DisagreementKind", "ReportedValue", "ValueStatus"]

#: `conflict`: different values for one moment; `update`: later reports tell another one;
#: `plan`: what was planned or expected differs from what happened
DisagreementKind = Literal["conflict", "update", "plan"]
ValueStatus = Literal["fact", "plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedValue:
    """One of the values, and the sentences that give it."""

    #: as the first citation's quote has it: "about 45 minutes"
    text: str
    #: newest first
    citations: tuple[Citation, ...]
    #: `plan`: it was still to come, wanted, or only possible
    status: ValueStatus
    #: when the first citation's article was published, or first seen; None where nobody knows
    date: SentenceDate | None = None
    #: who says so, where the sentence names them
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Something that the articles tell differently."""

    #: in words of the newest sentence that others share, gaps marked
    what: str
    kind: DisagreementKind
    #: newest first
    values: tuple[ReportedValue, ...]
