"""What is wrong with a claim, and where."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Fault", "FaultKind"]

FaultKind = Literal["number", "date", "name", "quotation", "negation", "modality", "role"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a claim that its evidence does not bear out."""

    kind: FaultKind
    #: where it stands in the claim
    start: int
    end: int
    #: for a reader
    message: str
    #: the number of the evidence sentence that shows otherwise, among those given
    evidence: int | None
    #: the sources say otherwise; else they do not say it
    certain: bool
