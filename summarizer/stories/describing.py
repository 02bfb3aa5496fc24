"""What a story is called, what it is about, and what holds it together, in its own words."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from scipy.sparse import csr_array

from summarizer.prepared import Prepared
from summarizer.text.function_words import function_words
from summarizer.text.sentences import split
from summarizer.text.tokens import stem, stem_hash, words

__all__ = ["Member", "Rarity", "label_of", "nearest_of", "shared_terms", "story_terms"]

#: key terms of a story, and shared terms of two articles
_TERMS, _SHARED = 6, 5
#: a name says more than each of its words
_NAMES = 1.5
#: characters of a label, and of the text whose words are looked at
_LABEL, _LOOKED_AT = 100, 3_000
#: a collection counts as this many more articles without the word, as for the vectors
_UNSEEN = 1000
#: two words or more that begin with a capital, on one line
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*)+")


@dataclass(frozen=True, kw_only=True, eq=False)
class Member:
    """An article of a story with its text."""

    title: str | None
    text: str
    language: str | None

    @cached_property
    def content(self) -> Mapping[int, str]:
        """Hashes of the stems of its content words, each with the word as first written."""
        light = function_words(self.language)
        found: dict[int, str] = {}
        for word in words(self._looked_at, self.language):
            bare = word.replace("’", "'").removesuffix("'s")
            if len(bare) > 1 + bare.isdigit() and bare.lower() not in light:
                found.setdefault(stem_hash(stem(bare, self.language)), bare)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Runs of capitalised words, as written, without light words at their ends."""
        light = function_words(self.language)
        return frozenset(
            name for found in _NAME.findall(self.text[:_LOOKED_AT]) if (name := _bare(found, light))
        )

    @property
    def _looked_at(self) -> str:
        return f"{self.title or ''}\n{self.text[:_LOOKED_AT]}"


class Rarity:
    """How rare words are among the articles of a question."""

    def __init__(self, articles: Sequence[Prepared]) -> None:
        held = [np.unique(np.concatenate([each.tokens, each.title])) for each in articles]
        known, counts = np.unique(
            np.concatenate([np.zeros(0, np.uint64), *held]), return_counts=True
        )
        self._spread = dict(zip(known.tolist(), counts.tolist(), strict=True))
        self._count = len(articles) + _UNSEEN

    def of(self, hashed: int) -> float:
        """The inverse document frequency of a stem."""
        return log(self._count / (self._spread.get(hashed, 0) + 0.5))


def label_of(members: Sequence[Member], similar: csr_array) -> str:
    """The title of the member that is most similar to the others, or the opening of its text."""
    central = np.asarray(similar.sum(axis=1)).ravel()
    order = np.argsort(-central, kind="stable").tolist()
    titled = next((members[n].title for n in order if members[n].title), None)
    return titled or _opening(members[order[0]])


def story_terms(members: Sequence[Member], rarity: Rarity) -> tuple[str, ...]:
    """What most members hold and few other articles do; names whole."""
    scores: dict[str, float] = {}
    held = Counter(hashed for member in members for hashed in member.content)
    for hashed, count in held.items():
        if 2 * count >= len(members):
            shown = Counter(m.content[hashed] for m in members if hashed in m.content)
            scores[_usual(shown)] = count * rarity.of(hashed)
    for name, count in Counter(name for member in members for name in member.names).items():
        if 2 * count >= len(members):
            language = members[0].language
            rarest = max(rarity.of(stem_hash(stem(word, language))) for word in name.split())
            scores[name] = _NAMES * count * rarest
    return tuple(_distinct(sorted(scores, key=lambda term: (-scores[term], term)), _TERMS))


def shared_terms(one: Member, other: Member, rarity: Rarity) -> tuple[str, ...]:
    """Words and names that both hold, the rarest first."""
    both = [hashed for hashed in one.content if hashed in other.content]
    rarest = sorted(both, key=lambda hashed: (-rarity.of(hashed), one.content[hashed]))
    # names by length, the longest first: "Kim Jong Un" before "Kim Jong"
    names = sorted(one.names & other.names, key=lambda name: (-len(name), name))
    terms = [*names[:2], *(one.content[hashed] for hashed in rarest)]
    return tuple(_distinct(terms, _SHARED))


def nearest_of(similar: csr_array, place: int) -> tuple[int, float] | None:
    """The member that the one at `place` is most similar to, and how much; None for a lone one."""
    row = similar[[place], :].toarray().ravel()
    row[place] = -1.0
    if len(row) < 2:
        return None
    best = int(row.argmax())
    return best, round(max(0.0, float(row[best])), 4)


def _opening(member: Member) -> str:
    spans = split(member.text[:_LOOKED_AT], member.language)
    first = member.text[slice(*spans[0])] if spans else "Untitled"
    return textwrap.shorten(first, _LABEL, placeholder=" …")


def _bare(name: str, light: frozenset[str]) -> str:
    parts = name.split()
    while parts and parts[0].lower() in light:
        parts.pop(0)
    while parts and parts[-1].lower() in light:
        parts.pop()
    return " ".join(parts).rstrip(".,’'-") if len(parts) > 1 else ""


def _usual(shown: Counter[str]) -> str:
    """How a word is written most often; in small letters where it is so as often."""
    return min(shown, key=lambda word: (-shown[word], not word.islower(), word))


def _distinct(terms: Sequence[str], many: int) -> Iterator[str]:
    """The first terms that are no part of one before."""
    chosen: list[str] = []
    for term in terms:
        if len(chosen) == many:
            return
        known = {word.lower() for each in chosen for word in each.split()}
        if not {word.lower() for word in term.split()} <= known:
            chosen.append(term)
            yield term
