"""How far sentences are covered by their evidence, whatever facts they state.

sources     the evidence, indexed once
alignment   the cheapest way to read a sentence off its evidence, word by word
signals     seven measures of how a sentence lies in its evidence
scoring     their mean, as a score in [0, 1]
"""

from summarizer.grounding.support.scoring import Scale, Support, shipped_scale, supports
from summarizer.grounding.support.signals import SIGNALS, signals
from summarizer.grounding.support.sources import Sources, prepare_support, read_claim

__all__ = [
    "SIGNALS",
    "Scale",
    "Sources",
    "Support",
    "prepare_support",
    "read_claim",
    "shipped_scale",
    "signals",
    "supports",
]
