"""Why each sentence was kept, and why the ten nearest ones were not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from summarizer.prepared import Pool
from summarizer.selection.outcome import Drop, Reason, Selection
from summarizer.text.function_words import function_words
from summarizer.text.tokens import stem, stem_hash, words
from summarizer.types import Choice

__all__ = ["Described", "explain"]

_TERMS = 6
#: what needs no more words
_PLAINLY: Final[Mapping[Reason, str]] = {
    "partial": "tells a part of a quotation only",
    "too_short": "is too short to tell anything alone",
    "too_long": "is longer than the whole budget",
    "too_long_whole": "is longer than the whole budget with what must be told with it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a row looks like to a person."""

    article: str
    language: str | None
    sentence: int
    text: str


def explain(
    selection: Selection, pool: Pool, describe: Callable[[int], Described]
) -> tuple[Choice, ...]:
    """The kept sentences in the order of choice, then the dropped ones, nearest first.

    Scores are relative to the first choice. Terms are the sentence's content words, those first
    that most independent articles hold.
    """
    strongest = max((pick.gain for pick in selection.picks), default=0.0) or 1.0
    place_of = {pick.row: place for place, pick in enumerate(selection.picks, start=1)}
    support = _support(pool)
    choices: list[Choice] = []
    for rank, pick in enumerate(selection.picks, start=1):
        shown, share = describe(pick.row), pick.gain / strongest
        terms = _terms(shown, support)
        reason = _kept(share, terms, support, shown.language)
        choices.append(_choice(shown, terms, kept=True, rank=rank, score=share, reason=reason))
    for rank, drop in enumerate(selection.drops, start=1):
        shown, share = describe(drop.row), drop.gain / strongest
        terms, reason = _terms(shown, support), _dropped(drop, shown, place_of)
        choices.append(_choice(shown, terms, kept=False, rank=rank, score=share, reason=reason))
    return tuple(choices)


def _choice(
    shown: Described, terms: list[str], *, kept: bool, rank: int, score: float, reason: str
) -> Choice:
    return Choice(
        article=shown.article,
        sentence=shown.sentence,
        text=shown.text,
        kept=kept,
        rank=rank,
        score=round(score, 6),
        reason=reason,
        terms=tuple(terms),
    )


def _kept(share: float, terms: list[str], support: dict[int, int], language: str | None) -> str:
    if not terms:
        return "there was room for it"
    sources = support.get(stem_hash(stem(terms[0], language)), 1)
    count = "one source has" if sources == 1 else f"{sources} independent sources have"
    names = ", ".join(f"“{term}”" for term in terms[:3])
    return f"adds {share:.0%} of what the first choice adds: {names} ({count} the first word)"


def _dropped(drop: Drop, described: Described, place_of: dict[int, int]) -> str:
    if drop.reason == "repeats" and drop.instead is not None:
        return f"says much the same as choice {place_of[drop.instead]}"
    if drop.reason == "dangling":
        opening = " ".join(described.text.split()[:3])
        return f"“{opening} …” points back to the sentence before it, which was not chosen"
    if drop.reason in _PLAINLY:
        return _PLAINLY[drop.reason]
    told = 1 - drop.last_gain / drop.gain if drop.gain > 0 else 1.0
    return f"no room was left; the choices tell {max(0.0, told):.0%} of what it would add"


def _terms(described: Described, support: dict[int, int]) -> list[str]:
    light = function_words(described.language)
    told = words(described.text, described.language)
    content = [word for word in told if word.lower() not in light]
    count = {word: support.get(stem_hash(stem(word, described.language)), 0) for word in content}
    return sorted(count, key=lambda word: (-count[word], word.islower()))[:_TERMS]


def _support(pool: Pool) -> dict[int, int]:
    """How many independent articles hold each stem."""
    held = (pool.unigrams > 0).tocoo()
    groups = pool.group[pool.article[held.row]].astype(np.int64)
    pairs = np.unique(groups * pool.unigrams.shape[1] + held.col)
    counts = np.bincount(pairs % max(1, pool.unigrams.shape[1]), minlength=pool.unigrams.shape[1])
    return dict(zip(pool.unigram_hashes.tolist(), counts.tolist(), strict=True))
