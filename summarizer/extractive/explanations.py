"""Why each sentence was kept, and why the ten nearest ones were not."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from summarizer.prepared import Pool
from summarizer.selection.greedy import Drop, Selection
from summarizer.text.function_words import function_words
from summarizer.text.standalone import opening_word
from summarizer.text.tokens import WORD, stem, stem_hash
from summarizer.types import Choice

__all__ = ["Described", "explain"]

_TERMS = 6


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
    rows = [(pick.row, pick.gain, None) for pick in selection.picks]
    rows += [(drop.row, drop.gain, drop) for drop in selection.drops]
    choices: list[Choice] = []
    for number, (row, gain, drop) in enumerate(rows):
        described = describe(row)
        terms = _terms(described, support)
        choices.append(
            Choice(
                article=described.article,
                sentence=described.sentence,
                text=described.text,
                kept=drop is None,
                rank=number + 1 if drop is None else number + 1 - len(selection.picks),
                score=round(gain / strongest, 6),
                reason=(
                    _kept(gain / strongest, terms, support, described)
                    if drop is None
                    else _dropped(drop, described, place_of, int(pool.words[row]))
                ),
                terms=tuple(terms),
            )
        )
    return tuple(choices)


def _kept(share: float, terms: list[str], support: dict[int, int], described: Described) -> str:
    if not terms:
        return "there was room for it"
    best = support.get(stem_hash(stem(terms[0], described.language)), 1)
    sources = "one source" if best == 1 else f"{best} independent sources"
    return f"adds {share:.0%} of what the first choice adds; “{terms[0]}” stands in {sources}"


def _dropped(drop: Drop, described: Described, place_of: dict[int, int], words: int) -> str:
    if drop.reason == "repeats" and drop.instead is not None:
        return f"says the same as choice {place_of[drop.instead]}"
    if drop.reason == "dangling":
        return (
            f"cannot stand alone: “{opening_word(described.text)}” points back to the sentence "
            "before it, which was not chosen"
        )
    if drop.reason == "too_short":
        return f"its {words} words tell too little alone"
    if drop.reason == "too_long":
        return f"its {words} words do not fit the whole budget"
    return "others added more; no room was left"


def _terms(described: Described, support: dict[int, int]) -> list[str]:
    light = function_words(described.language)
    words = [word for word in WORD.findall(described.text) if word.lower() not in light]
    count = {word: support.get(stem_hash(stem(word, described.language)), 0) for word in words}
    return sorted(count, key=lambda word: (-count[word], word.islower()))[:_TERMS]


def _support(pool: Pool) -> dict[int, int]:
    """How many independent articles hold each stem."""
    held = (pool.unigrams > 0).tocoo()
    groups = pool.group[pool.article[held.row]].astype(np.int64)
    pairs = np.unique(groups * pool.unigrams.shape[1] + held.col)
    counts = np.bincount(pairs % max(1, pool.unigrams.shape[1]), minlength=pool.unigrams.shape[1])
    return dict(zip(pool.unigram_hashes.tolist(), counts.tolist(), strict=True))
