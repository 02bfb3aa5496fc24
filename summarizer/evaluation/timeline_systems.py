"""What tells a timeline: what ships, and three baselines.

The baselines choose other dates, with the same choice of sentences, or other sentences, for the
same dates.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from summarizer.evaluation.bootstrap import SEED
from summarizer.service.timelines import Told, plan_of
from summarizer.stories.timelines import Entry, Period, choose_entries
from summarizer.stories.timelines.candidates import Candidates
from summarizer.types import TimelineRequest

__all__ = ["OURS", "SYSTEMS", "System"]

#: what a system tells of the articles
System = Callable[[Told, TimelineRequest], Sequence[Entry]]
#: the name of what ships
OURS = "timeline"


def _ours(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    return choose_entries(told.evidence, plan_of(request, longer=False))


def _random(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    """Any sentences that mention the dates that ours tells, or open what was published then."""
    draw = np.random.default_rng(SEED)
    candidates = Candidates(told.evidence)
    found = []
    for entry in _ours(told, request):
        rows = draw.permutation(candidates.of(entry.period))
        found.append(replace(entry, rows=tuple(rows[: request.sentences_per_date].tolist())))
    return found


def _by_publication(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    counts = Counter(day for day in told.days if day is not None)
    return _by_counts(counts, told, request)


def _by_mentions(told: Told, request: TimelineRequest) -> Sequence[Entry]:
    article = told.pool.article
    pairs = {
        (int(article[each.row]), each.period.start)
        for each in told.evidence.mentions
        if each.period.precision == "day" and each.words is not None
    }
    return _by_counts(Counter(day for _, day in pairs), told, request)


def _by_counts(counts: Counter[date], told: Told, request: TimelineRequest) -> Sequence[Entry]:
    scores = {Period(start=day, precision="day"): float(count) for day, count in counts.items()}
    return choose_entries(told.evidence, plan_of(request, longer=False), scores)


SYSTEMS: dict[str, System] = {
    OURS: _ours,
    "random sentences": _random,
    "publication counts": _by_publication,
    "mention counts": _by_mentions,
}
