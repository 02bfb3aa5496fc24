"""The signals of support: each in [0, 1], and 1 for a sentence that stands in the evidence."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from summarizer.grounding.support.alignment import aligned
from summarizer.grounding.support.nearness import near
from summarizer.grounding.support.novelty import known, unrepeated
from summarizer.grounding.support.ordering import ordered
from summarizer.grounding.support.sources import Floats, Sources, Told

__all__ = ["COPY", "NOTHING", "SIGNALS", "signals"]

SIGNALS: Mapping[str, Callable[[Told, Sources], float]] = MappingProxyType(
    {
        "aligned": aligned,
        "ordered": ordered,
        "near": near,
        "known": known,
        "unrepeated": unrepeated,
    }
)
#: what they are for a copy, and for a sentence that shares nothing and does not repeat itself
COPY: Floats = np.ones(len(SIGNALS))
NOTHING: Floats = np.array([float(name == "unrepeated") for name in SIGNALS])


def signals(told: Told, sources: Sources) -> Floats:
    """[f] each signal of one sentence; those of NOTHING where there is no evidence or no word."""
    if not len(sources.words) or not len(told.numbers):
        return NOTHING
    return np.array([signal(told, sources) for signal in SIGNALS.values()])
