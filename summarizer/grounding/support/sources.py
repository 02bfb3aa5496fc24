"""The evidence, prepared once for any number of sentences that are held against it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.support.words import Word, read_words
from summarizer.text.languages import detect

__all__ = ["Floats", "Ints", "Sources", "Told", "prepare_support"]

#: enough running text to tell the language of evidence that does not name it
_SAMPLE_SENTENCES = 40

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """A sentence that is held against evidence."""

    #: [m] of its stems, -1 for one that is in no evidence
    numbers: Ints
    #: [m] which words carry matter
    content: NDArray[np.bool_]
    #: [m] what each word counts
    weights: Floats
    #: its words that carry matter, or all where none does
    matter: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sources:
    """The words of all evidence, article after article, in an order of their own.

    That order is by the texts of the articles, so what is read from it does not depend on the order
    in which they were given. Sentences without a word are left out.
    """

    #: of the most sentences; all are read by its rules, so that a copy is always known as one
    language: str | None
    vocabulary: dict[str, int]
    #: [n] numbers of stems, and [n] the sentence that each stands in
    words: Ints
    sentence_of: Ints
    #: [s + 1] where the sentences start in `words`
    bounds: Ints
    #: [s] article of each sentence, and its place among the evidence as given
    article_of: Ints
    places: Ints
    #: for each stem its places in `words`, in order
    positions: dict[int, Ints]
    #: how often a sentence and the next one of its article say a form, at most
    most: dict[str, int]

    def read(self, text: str) -> Told:
        """A sentence, to be held against these."""
        found = read_words(text, self.language)
        matter = [each for each in found if each.content] or found
        return Told(
            numbers=np.array([self.vocabulary.get(each.stem, -1) for each in found], np.int64),
            content=np.array([each.content for each in found], dtype=bool),
            weights=np.array([each.weight for each in found], dtype=np.float64),
            matter=tuple(matter),
        )

    def sentence(self, number: int) -> Ints:
        """[m] the stems of one."""
        return self.words[self.bounds[number] : self.bounds[number + 1]]

    def held(self, told: Told) -> NDArray[np.bool_]:
        """[s, m] which sentence holds which word."""
        held = np.zeros((len(self.places), len(told.numbers)), dtype=bool)
        for column, number in enumerate(told.numbers.tolist()):
            if number >= 0:
                held[self.sentence_of[self.positions[number]], column] = True
        return held

    def shares(self, told: Told) -> Floats:
        """[s] the share of the weight that each sentence holds."""
        return self.held(told) @ told.weights / (float(told.weights.sum()) or 1.0)


def prepare_support(evidence: Sequence[EvidenceSentence]) -> Sources:
    """The evidence, ready to be asked; there may be none."""
    language = _language(evidence)
    read = [(place, read_words(evidence[place].text, language)) for place in _order(evidence)]
    places = [place for place, found in read if found]
    sentences = [found for _, found in read if found]
    vocabulary: dict[str, int] = {}
    numbers = [[vocabulary.setdefault(each.stem, len(vocabulary)) for each in one]
               for one in sentences]  # fmt: skip
    words = np.array([number for one in numbers for number in one], dtype=np.int64)
    article_of = np.array([evidence[place].article for place in places], dtype=np.int64)
    lengths = [len(one) for one in sentences]
    return Sources(
        language=language,
        vocabulary=vocabulary,
        words=words,
        sentence_of=np.repeat(np.arange(len(places)), lengths),
        bounds=np.cumsum([0, *lengths]),
        article_of=article_of,
        places=np.array(places, dtype=np.int64),
        positions=_positions(words),
        most=_most(sentences, article_of),
    )


def _language(evidence: Sequence[EvidenceSentence]) -> str | None:
    """The one that most sentences say they are in; the first by name of several."""
    named = Counter(each.language for each in evidence if each.language)
    if not named:
        return detect(" ".join(sorted(each.text for each in evidence)[:_SAMPLE_SENTENCES]))
    most = max(named.values())
    return min(language for language, count in named.items() if count == most)


def _order(evidence: Sequence[EvidenceSentence]) -> list[int]:
    """The places of the evidence, article by article; articles by their texts."""
    articles: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(evidence):
        articles[each.article].append(place)
    for own in articles.values():
        own.sort(key=lambda place: (evidence[place].index, evidence[place].text))
    told = sorted(articles.values(), key=lambda own: [evidence[place].text for place in own])
    return [place for own in told for place in own]


def _positions(words: Ints) -> dict[int, Ints]:
    order = np.argsort(words, kind="stable")
    stems, starts = np.unique(words[order], return_index=True)
    return dict(zip(stems.tolist(), np.split(order, starts[1:]), strict=True)) if len(words) else {}


def _most(sentences: Sequence[Sequence[Word]], articles: Ints) -> dict[str, int]:
    counts = [Counter(each.form for each in one) for one in sentences]
    together = [
        first + second
        for (first, second), same in zip(pairwise(counts), np.diff(articles) == 0, strict=True)
        if same
    ]
    found: dict[str, int] = {}
    for one in (*counts, *together):
        for form, count in one.items():
            found[form] = max(count, found.get(form, 0))
    return found
