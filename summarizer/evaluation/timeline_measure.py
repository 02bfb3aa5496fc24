"""How far a timeline agrees with one that a person wrote: align+ m:1, and the F1 of its dates.

Martschat and Markert (2017): every day of one timeline is aligned with the day of the other that
costs least, (1 - 1 / (days apart + 1)) · (1 - ROUGE-1 F1); of equal costs the earlier. What they
share counts 1 / (days apart + 1). Precision aligns the days that were told, recall those of
the reference.

A day's sentences are one text; words are those of ROUGE-1.5.5 as `rouge-score` has them (letters a
to z and digits, Porter's stems of words longer than three), stop words out before pairs are made.
Precision and recall are means over days, each of which counts the same; tilse, the authors'
program, divides sums over all days instead, so that long days count more.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from nltk.stem.porter import PorterStemmer

__all__ = ["Agreement", "TimelineMeasure"]

_WORD = re.compile("[a-z0-9]+")
Days = Mapping[date, Sequence[str]]
#: how often each word stands there, and each pair of neighbours
Grams = tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """F1 of a timeline with a reference, in [0, 1]."""

    rouge_1: float
    rouge_2: float
    dates: float


class TimelineMeasure:
    """Scores timelines, without these stop words."""

    def __init__(self, stop_words: Collection[str] = ()) -> None:
        self._stop_words = frozenset(stop_words)
        self._stem = lru_cache(maxsize=200_000)(PorterStemmer().stem)

    def agreement(self, told: Days, reference: Days) -> Agreement:
        """How far the timeline that was told agrees with the reference, which is not empty."""
        mine = {day: self._grams(told[day]) for day in sorted(told)}
        theirs = {day: self._grams(reference[day]) for day in sorted(reference)}
        if not mine:
            return Agreement(rouge_1=0.0, rouge_2=0.0, dates=0.0)
        there, back = _aligned(mine, theirs), _aligned(theirs, mine)
        figures = []
        for size in (0, 1):
            precision = [
                _share(mine[day][size], theirs[other][size]) * _credit(day, other)
                for day, other in there.items()
            ]
            recall = [
                _share(theirs[day][size], mine[other][size]) * _credit(day, other)
                for day, other in back.items()
            ]
            figures.append(_f1(sum(precision) / len(mine), sum(recall) / len(theirs)))
        shared = len(mine.keys() & theirs.keys())
        return Agreement(
            rouge_1=figures[0],
            rouge_2=figures[1],
            dates=_f1(shared / len(mine), shared / len(theirs)),
        )

    def _grams(self, sentences: Sequence[str]) -> Grams:
        words = [
            self._stem(word) if len(word) > 3 else word
            for word in _WORD.findall(" ".join(sentences).lower())
            if word not in self._stop_words
        ]
        return Counter((word,) for word in words), Counter[tuple[str, ...]](pairwise(words))


def _aligned(days: Mapping[date, Grams], others: Mapping[date, Grams]) -> dict[date, date]:
    """The other timeline's day for each day; `others` are in order, so that of equals the earlier
    wins.
    """
    return {
        day: min(others, key=lambda other: _cost(day, words[0], other, others[other][0]))
        for day, words in days.items()
    }


def _cost(
    day: date, words: Counter[tuple[str, ...]], other: date, others: Counter[tuple[str, ...]]
) -> float:
    apart = 1.0 - _credit(day, other)
    return apart * (1.0 - _f1(_share(words, others), _share(others, words)))


def _credit(day: date, other: date) -> float:
    return 1.0 / (abs((day - other).days) + 1)


def _share(mine: Counter[tuple[str, ...]], theirs: Counter[tuple[str, ...]]) -> float:
    """The share of mine that is theirs, too."""
    return (mine & theirs).total() / mine.total() if mine else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
