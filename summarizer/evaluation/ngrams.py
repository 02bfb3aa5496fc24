"""How much of one text another one holds, in word 4-grams.

A word is a run of letters, digits and underscores, in lower case, so that line breaks, marks and
broken quotation marks do not count. Grams are counted with their repetitions.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Overlap", "gram_overlap", "mean_overlap", "words"]

_WORD = re.compile(r"\w+")
_SIZE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Precision, recall, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def words(text: str) -> list[str]:
    """The words of `text`, in lower case."""
    return _WORD.findall(text.lower())


def gram_overlap(text: str, gold: str) -> Overlap:
    """How well the word 4-grams of `text` meet those of `gold`; a text of fewer words has one."""
    mine, theirs = _grams(words(text)), _grams(words(gold))
    hits = (mine & theirs).total()
    precision = hits / mine.total() if mine else 0.0
    recall = hits / theirs.total() if theirs else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return Overlap(precision=precision, recall=recall, f1=f1)


def mean_overlap(overlaps: Iterable[Overlap]) -> Overlap:
    """The mean of each figure: every page counts the same, long or short."""
    found = list(overlaps)
    count = max(1, len(found))
    return Overlap(
        precision=sum(each.precision for each in found) / count,
        recall=sum(each.recall for each in found) / count,
        f1=sum(each.f1 for each in found) / count,
    )


def _grams(tokens: list[str]) -> Counter[tuple[str, ...]]:
    if 0 < len(tokens) < _SIZE:
        return Counter([tuple(tokens)])
    return Counter(tuple(tokens[i : i + _SIZE]) for i in range(len(tokens) - _SIZE + 1))
