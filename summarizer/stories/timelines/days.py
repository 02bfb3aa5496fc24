"""How much a day matters: by how many independent texts name it, and how long after.

Articles that come back to a day weeks later tell that it mattered (Tran et al. 2015 use the same
signal among others; learned rankers of dates were no better on Timeline17).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from math import log

from summarizer.stories.timelines.naming import Naming
from summarizer.types import MentionPrecision

__all__ = ["day_scores"]

#: what a day that is named long after gains beside one that is named at once
_LATER = 0.5


def day_scores(
    named: Sequence[Sequence[Naming]],
    published: Sequence[date | None],
    groups: Sequence[int],
    *,
    precision: MentionPrecision = "day",
) -> dict[date, float]:
    """What each day is worth that is named to the day, or to the month and so on by `precision`.

    For each of a articles its namings, its day of publication, and its group: articles of one
    group are copies of one text, which counts once.
    """
    best: dict[tuple[int, date], float] = {}
    for namings, appeared, group in zip(named, published, groups, strict=True):
        for day in {naming.day for naming in namings if naming.precision == precision}:
            later = max(0, (appeared - day).days) if appeared else 0
            key = (group, day)
            best[key] = max(best.get(key, 0.0), 1.0 + _LATER * log(1 + later))
    return _summed(best)


def _summed(weights: Mapping[tuple[int, date], float]) -> dict[date, float]:
    scores: dict[date, float] = {}
    # in one order, so that sums are the same whatever the order of the articles
    for (_, day), weight in sorted(weights.items(), key=lambda each: (each[0][1], each[1])):
        scores[day] = scores.get(day, 0.0) + weight
    return scores
