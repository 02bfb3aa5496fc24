"""How well a clustering agrees with the true one: B-cubed and pairs.

B-cubed (Bagga and Baldwin, COLING-ACL 1998): the precision of an item is the share of its cluster
that is of its true class, the recall the share of its class that is in its cluster; both are means
over items (itself included), and F1 is made of the means. Pairwise F1 counts the pairs of items
that are together in both clusterings (Manning, Raghavan and Schütze 2008, chapter 16.3).
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Agreement", "agreement", "by_item", "f1"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All in [0, 1]."""

    precision: float
    recall: float
    f1: float
    pairwise_f1: float
    clusters: int


def agreement(found: Sequence[Hashable], true: Sequence[Hashable]) -> Agreement:
    """How the labels `found` agree with the `true` ones of the same items; at least one item."""
    precision, recall = (float(each.mean()) for each in by_item(found, true))
    return Agreement(
        precision=precision,
        recall=recall,
        f1=f1(precision, recall),
        pairwise_f1=_pairwise(found, true),
        clusters=len(set(found)),
    )


def by_item(found: Sequence[Hashable], true: Sequence[Hashable]) -> tuple[Floats, Floats]:
    """[n] the B-cubed precision and recall of each item."""
    both = _sizes(list(zip(found, true, strict=True)))
    return both / _sizes(found), both / _sizes(true)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 when both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairwise(found: Sequence[Hashable], true: Sequence[Hashable]) -> float:
    """1 where neither clustering has two items together."""
    together, ours, theirs = (
        float((_sizes(labels) - 1).sum())
        for labels in (list(zip(found, true, strict=True)), found, true)
    )
    return 2 * together / (ours + theirs) if ours + theirs else 1.0


def _sizes(labels: Sequence[Hashable]) -> Floats:
    """[n] for each item how many have its label."""
    numbers: dict[Hashable, int] = {}
    places = np.array([numbers.setdefault(label, len(numbers)) for label in labels])
    counts: Floats = np.bincount(places).astype(np.float64)[places]
    return counts
