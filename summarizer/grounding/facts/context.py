"""The evidence, read once, and which of its sentences tell what stands around a fact."""

import math
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.facts.casing import Casing
from summarizer.grounding.facts.names import Name
from summarizer.grounding.facts.quotations import quotations, words_of
from summarizer.grounding.facts.reading import Reading, read_sentence

__all__ = ["Facts", "Surroundings", "prepare_facts"]

#: of what a word counts beside the fact, each word further away counts so much less
_DECAY = 0.12
#: sentences that are thought beside the evidence: in one or two no word is rare
_MORE = 10
#: a word without matter ("the", "of") tells a place only beside others
_LIGHT = 0.15


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentences that tell what the claim tells around a place, best first."""

    #: numbers of the sentences
    sentences: tuple[int, ...]
    #: the share of the claim's words, by weight, that each holds
    shares: tuple[float, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Facts:
    """Evidence that claims are held against; `prepare_facts` makes it."""

    evidence: tuple[EvidenceSentence, ...]
    readings: tuple[Reading, ...]
    #: stem -> numbers of the sentences that hold it
    holders: dict[str, NDArray[np.intp]] = field(repr=False)
    casing: Casing = field(repr=False)

    def weight(self, stem: str) -> float:
        """How much a word tells of where it stands: its idf in the evidence."""
        count = len(self.holders.get(stem, ()))
        return math.log((len(self.evidence) + _MORE) / (count + 0.5))

    def around(
        self,
        claim: Reading,
        first: int,
        last: int,
        *,
        near: float,
        without: Container[int] = (),
    ) -> Surroundings:
        """The sentences that hold what stands around the claim's tokens `[first, last)`.

        Those within `near` of the best; of equals the one with the fewest other words, then the
        first. Tokens `without` count for nothing.
        """
        scores = np.zeros(len(self.evidence))
        total = 1e-9
        seen: set[str] = set()
        order = sorted(range(len(claim.tokens)), key=lambda place: _distance(place, first, last))
        for place in order:
            token = claim.tokens[place]
            if first <= place < last or place in without or token.stem in seen:
                continue
            seen.add(token.stem)
            weight = max(self.weight(token.stem), 0.1) * (_LIGHT if token.light else 1.0)
            weight /= 1.0 + _DECAY * _distance(place, first, last)
            total += weight
            holders = self.holders.get(token.stem)
            if holders is not None:
                scores[holders] += weight
        return self._best(scores / total, near)

    def _best(self, scores: NDArray[np.float64], near: float) -> Surroundings:
        if not len(scores) or scores.max() <= 0:
            return Surroundings((), ())
        kept = np.flatnonzero(scores >= near * scores.max() - 1e-9)
        ordered = kept[np.lexsort((kept, self._lengths[kept], -scores[kept].round(9)))][:16]
        return Surroundings(
            tuple(int(row) for row in ordered), tuple(float(scores[row]) for row in ordered)
        )

    @cached_property
    def _lengths(self) -> NDArray[np.intp]:
        return np.array([len(reading.tokens) for reading in self.readings], dtype=np.intp)

    @cached_property
    def language(self) -> str | None:
        """The language of most sentences, the first of equals."""
        languages = [each.language for each in self.evidence]
        return max(languages, key=Counter(languages).__getitem__, default=None)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the evidence, in lower case."""
        return frozenset(
            token.text.lower() for reading in self.readings for token in reading.tokens
        )

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the evidence, each once."""
        found = {
            item.fact.parts: item.fact
            for reading in self.readings
            for item in reading.names
            if isinstance(item.fact, Name)
        }
        return tuple(found.values())

    @cached_property
    def article_words(self) -> dict[int, str]:
        """For each article its words between spaces."""
        pieces: dict[int, list[str]] = {}
        for each in self.evidence:
            pieces.setdefault(each.article, []).append(words_of(each.text))
        return {article: f" {' '.join(texts)} " for article, texts in pieces.items()}

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The words of all quotations of the evidence, between spaces."""
        found = (each for sentence in self.evidence for each in quotations(sentence.text))
        return tuple(f" {words_of(each.text)} " for each in found)


def prepare_facts(evidence: Sequence[EvidenceSentence]) -> Facts:
    """The evidence, read: once for all claims that are held against it."""
    casing = Casing.of(each.text for each in evidence)
    readings = tuple(
        read_sentence(each.text, language=each.language, published=each.published, casing=casing)
        for each in evidence
    )
    holders: dict[str, list[int]] = {}
    for row, reading in enumerate(readings):
        for stem in dict.fromkeys(token.stem for token in reading.tokens):
            holders.setdefault(stem, []).append(row)
    return Facts(
        evidence=tuple(evidence),
        readings=readings,
        holders={stem: np.array(rows, dtype=np.intp) for stem, rows in holders.items()},
        casing=casing,
    )


def _distance(place: int, first: int, last: int) -> int:
    return first - place if place < first else max(0, place - last + 1)
