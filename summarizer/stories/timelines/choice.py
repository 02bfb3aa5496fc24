"""Which dates are told, and with which sentences.

Dates come in the order of their scores. For each, greedily, the sentence that most raises the
cosine between the sum of those chosen and the sum of two unit vectors: the centroid of the date's
candidates and that of the articles around it (`vectors`). A sentence holds a word of the question;
it is at most .5 like another one of its date, and at most .75 like one of a date told before. A
date without such a sentence is passed over. Sentences that cannot stand alone are told where a date
has no other; those whose date rests on a guess at their article's, where no other names it.

On Timeline17 putting last what cannot stand alone gave .0015 of ROUGE-1. Weights for place, for
length, for names, numbers and bigrams, for or against openings, quotations, what looks ahead and
what is like earlier dates lost or changed nothing, and so did other bounds on likeness.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from summarizer.stories.timelines.candidates import Candidates
from summarizer.stories.timelines.mentions import Evidence, Mention, Period
from summarizer.stories.timelines.ranking import period_scores
from summarizer.stories.timelines.vectors import Surroundings, centroid, sentence_vectors, unit

__all__ = ["Entry", "Plan", "choose_entries", "most_dates"]

LIKE_ON_A_DAY = 0.5
LIKE_BEFORE = 0.75
#: the centroid of fewer candidates tells little: those that name the date come before openings.
#: ROUGE-1 on Timeline17 is .1550 with it, .1554 without, and .1353 for any number of candidates
_FEW = 10
#: without a number, days are told that reach this share of the median of the ten best, and at most
#: so many
_SHARE, _BEST, _MOST = 0.5, 10, 20

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is told."""

    #: how many days; None tells those that stand out
    days: int | None = None
    sentences: int = 1
    #: the first and the last day that may be told
    first: date | None = None
    last: date | None = None
    #: months, quarters and years, too
    longer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A day, several days that one sentence names together, or a longer period, and its rows."""

    period: Period
    #: the last day told
    until: date
    score: float
    #: in the order of choice
    rows: tuple[int, ...]
    #: by which each row is known to tell of the period; None where it takes over its article's day
    mentions: tuple[Mention | None, ...]


def choose_entries(
    evidence: Evidence, plan: Plan, scores: dict[Period, float] | None = None
) -> tuple[Entry, ...]:
    """The timeline, in order of its dates. `scores` are those of `period_scores` unless given."""
    known = period_scores(evidence) if scores is None else scores
    known = {period: score for period, score in known.items() if _inside(period, plan)}
    teller = _Teller(evidence, plan.sentences)
    days = _ranked(known, ("day",))
    if plan.days is None:
        days = days[: most_dates([known[day] for day in days])]
    told: list[Entry] = []
    count = 0
    for day in days:
        if count == plan.days:
            break
        entry = teller.entry(day, known[day])
        if entry is not None:
            told.append(entry)
        count += entry is not None or _extends(told, day, teller.candidates)
    if plan.longer:
        # of a number that is asked for, what the days leave
        room = max(1, len(told) // 2) if plan.days is None else plan.days - count
        told += _longer(known, told, teller, room)
    return tuple(sorted(told, key=lambda entry: entry.period.order))


def most_dates(scores: Sequence[float]) -> int:
    """How many of these scores, the best first, stand out."""
    least = _SHARE * float(np.median(scores[:_BEST])) if scores else 0.0
    return sum(score >= least for score in scores[:_MOST])


def _inside(period: Period, plan: Plan) -> bool:
    """Whether the whole period may be told."""
    early = plan.first is not None and period.start < plan.first
    return not early and (plan.last is None or period.last <= plan.last)


def _ranked(scores: dict[Period, float], precisions: Sequence[str]) -> list[Period]:
    """The periods, those of the first precision first, the best of each first."""
    wanted = [period for period in scores if period.precision in precisions]
    return sorted(wanted, key=lambda each: (each.order[1], -scores[each], each.start))


def _extends(told: list[Entry], day: Period, candidates: Candidates) -> bool:
    """Whether an entry beside the day tells it, too ("on February 27 and 28"); it then says so."""
    for place, entry in enumerate(told):
        beside = (entry.period.start - timedelta(days=1), entry.until + timedelta(days=1))
        if day.start not in beside or entry.period.precision != "day":
            continue
        shared = [row for row in entry.rows if row in candidates.named[day]]
        if len(shared) == len(entry.rows):
            start = min(entry.period.start, day.start)
            told[place] = replace(
                entry,
                period=replace(entry.period, start=start),
                until=max(entry.until, day.start),
            )
            return True
    return False


def _longer(
    scores: dict[Period, float], told: Sequence[Entry], teller: "_Teller", room: int
) -> list[Entry]:
    """Entries of months, quarters and years without a told day, that matter as much as one; at most
    as many as there is `room` for.
    """
    least = min((entry.score for entry in told), default=0.0)
    found: list[Entry] = []
    for period in _ranked(scores, ("month", "quarter", "year")):
        overlapping = any(_touches(period, entry) for entry in (*told, *found))
        if scores[period] < least or overlapping:
            continue
        if len(found) >= room:
            break
        entry = teller.entry(period, scores[period])
        found += [] if entry is None else [entry]
    return found


def _touches(period: Period, entry: Entry) -> bool:
    return period.start <= entry.until and entry.period.start <= period.last


class _Teller:
    """Finds the sentences of one period after the other, without telling anything twice."""

    def __init__(self, evidence: Evidence, most: int) -> None:
        self.candidates = Candidates(evidence)
        self._focused = evidence.focused
        self._dated = evidence.dated
        self._article = evidence.pool.article
        guesses = [each.row for each in evidence.mentions if each.source == "inferred"]
        #: articles whose day was worked out from others
        self._guessed = set(self._article[guesses].tolist())
        self._most = most
        self._vectors = sentence_vectors(evidence.pool)
        self._around = Surroundings(evidence, self._vectors)
        self._told: list[int] = []

    def entry(self, period: Period, score: float) -> Entry | None:
        """The period with its sentences; None when nothing is left to tell of it."""
        rows = self.candidates.of(period)
        usable = rows[self._focused[rows] & ~np.isin(rows, self._told)]
        if not len(usable):
            return None
        target = unit(centroid(self._vectors[rows]) + self._around.centroid(period))
        named = self.candidates.named.get(period, {})
        late = self._late(usable, named, few=len(rows) < _FEW)
        chosen = usable[self._greedy(usable, target, late)].tolist()
        if not chosen:
            return None
        self._told += chosen
        return Entry(
            period=period,
            until=period.last,
            score=score,
            rows=tuple(chosen),
            mentions=tuple(named.get(row) for row in chosen),
        )

    def _late(self, rows: NDArray[np.intp], named: dict[int, Mention], *, few: bool) -> Floats:
        """[len(rows)] what puts rows behind others: more than any gain is apart from another."""
        openings = ~self._dated[rows] if few else np.zeros(len(rows), dtype=bool)
        guessed = [
            named[row].source == "inferred" if row in named else article in self._guessed
            for row, article in zip(rows.tolist(), self._article[rows].tolist(), strict=True)
        ]
        late: Floats = 8.0 * self.candidates.last[rows] + 4.0 * openings + 2.0 * np.array(guessed)
        return late

    def _greedy(self, rows: NDArray[np.intp], target: Floats, late: Floats) -> list[int]:
        """The places in `rows` of the chosen ones."""
        vectors = self._vectors[rows]
        alive = np.ones(len(rows), dtype=bool)
        if self._told:
            before = (vectors @ self._vectors[self._told].T).toarray()
            alive = before.max(axis=1) <= LIKE_BEFORE
        columns = np.unique(vectors.indices)
        dense, aim = vectors[:, columns].toarray(), target[columns]
        total, picks = np.zeros(len(columns)), list[int]()
        while len(picks) < self._most and alive.any():
            sums = dense + total
            lengths = np.sqrt((sums * sums).sum(axis=1))
            gain = np.divide(sums @ aim, lengths, out=np.zeros(len(rows)), where=lengths > 0)
            worth = np.where(alive, gain - late, -np.inf)
            best = int(np.argmax(worth))
            picks.append(best)
            total = total + dense[best]
            alive &= dense @ dense[best] <= LIKE_ON_A_DAY
            alive[best] = False
        return picks
