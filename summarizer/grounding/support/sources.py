"""Evidence as stems in their places, indexed once for many claims."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.prepared import TokenFlag
from summarizer.text.tokens import tokenize

__all__ = ["Claim", "Places", "Sources", "prepare_support", "read_claim"]

Places = NDArray[np.intp]
_NONE = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """A sentence to be supported: m stems in order."""

    stems: tuple[int, ...]
    #: [m] which are content words, and which are written in digits
    content: tuple[bool, ...]
    number: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sources:
    """k sentences of evidence, t words in all."""

    language: str | None
    #: the stems of each sentence, in order
    sentences: tuple[tuple[int, ...], ...]
    #: [t] the sentence of each word, counted so that those of two articles are never neighbours
    numbers: Places
    #: the sentence of each of those numbers, in the order given
    given: dict[int, int]
    #: where each stem stands among the words, in order, and in which numbers of sentences
    places: dict[int, Places]
    holders: dict[int, frozenset[int]]
    trigrams: frozenset[tuple[int, ...]]

    def places_of(self, stem: int) -> Places:
        """Where a stem stands; empty where it does not."""
        return self.places.get(stem, _NONE)


def prepare_support(evidence: Sequence[EvidenceSentence]) -> Sources:
    """The evidence, indexed; sentences of one article count as neighbours in their order."""
    language = evidence[0].language if evidence else None
    sentences = tuple(
        tuple(tokenize(each.text, each.language).hashes.tolist()) for each in evidence
    )
    numbers: list[int] = []
    given: dict[int, int] = {}
    number, before = 0, None
    # in the order of each article, whatever the order in which they are given
    order = sorted(range(len(evidence)), key=lambda i: (evidence[i].article, evidence[i].index))
    words: list[int] = []
    trigrams: set[tuple[int, ...]] = set()
    for place in order:
        here = (evidence[place].article, evidence[place].index)
        goes_on = before is not None and here == (before[0], before[1] + 1)
        number += 1 if goes_on else 3
        before = here
        given[number] = place
        stems = sentences[place]
        words += stems
        numbers += [number] * len(stems)
        trigrams |= {stems[i : i + 3] for i in range(len(stems) - 2)}
    places: dict[int, list[int]] = defaultdict(list)
    for at, stem in enumerate(words):
        places[stem].append(at)
    return Sources(
        language=language,
        sentences=sentences,
        numbers=np.array(numbers, dtype=np.intp),
        given=given,
        places={stem: np.array(found, dtype=np.intp) for stem, found in places.items()},
        holders={stem: frozenset(numbers[at] for at in found) for stem, found in places.items()},
        trigrams=frozenset(trigrams),
    )


def read_claim(sentence: str, language: str | None) -> Claim:
    """The sentence's words as the evidence's are read."""
    tokens = tokenize(sentence, language)
    flags = tokens.flags.tolist()
    return Claim(
        stems=tuple(tokens.hashes.tolist()),
        content=tuple(not flag & TokenFlag.FUNCTION for flag in flags),
        number=tuple(bool(flag & TokenFlag.NUMBER) for flag in flags),
    )
