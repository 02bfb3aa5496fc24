"""The rankers by name, the default first."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from summarizer.extractive.centroid import Centroid
from summarizer.extractive.coverage import Coverage
from summarizer.extractive.lead import Lead
from summarizer.extractive.learned import Learned
from summarizer.extractive.lexrank import LexRank
from summarizer.extractive.mmr import MaximalMarginalRelevance
from summarizer.extractive.submodular import Submodular
from summarizer.extractive.textrank import TextRank
from summarizer.protocols import Ranker

__all__ = ["RANKERS"]

RANKERS: Mapping[str, Callable[[], Ranker]] = MappingProxyType(
    {
        "learned": Learned,
        "centroid": Centroid,
        "coverage": Coverage,
        "lead": Lead,
        "lexrank": LexRank,
        "mmr": MaximalMarginalRelevance,
        "submodular": Submodular,
        "textrank": TextRank,
    }
)
