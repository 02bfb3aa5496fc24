"""Articles found by what they mean, where a model is set: what tells of a topic in other words.

A model places the topic, and the beginning of each article, in one space; the articles nearest to
the topic are fused with those that its words find by reciprocal rank (Cormack, Clarke and Büttcher
2009). A model takes an earthquake for another one, so that an article found by its meaning alone
must hold every name of the topic, and be nearer than the words ask.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import ModelUnavailableError
from summarizer.protocols import Embedder, Near, Store
from summarizer.protocols.ranking import Parameters
from summarizer.service.scale import ABOUT
from summarizer.store.terms import search_terms
from summarizer.types import Article, ArticleInfo, DateRange, IngestOutcome, Notice

__all__ = ["Filling", "Meaning", "NearTopic", "fused"]

#: Characters. What an article is about stands at its beginning, and a model reads no more than that
#: of it: the usual ones 256 pieces of words. Title and 180 words had a mean average precision of
#: .80 on topics in other words, 60 words .78
_OPENING = 1200
#: Of the way from texts that have nothing to do with a topic to texts about it. Swept from .5 to .9
#: on half of the topics of `benchmarks/topics.py`: the least at which those that nothing is about
#: find next to nothing more (50 articles, by words 49), and those in other words twice as much
_LEAST = 0.8
#: articles that are given a vector at once, and those that an ingest adds to its own
_BATCH = 64
#: standard deviations that texts about a topic are nearer than others, at least: 7 with
#: all-MiniLM-L6-v2, none with random weights
_SPREAD = 2.0
#: words of the longest topic that is compared: a whole article is nearer to all others
_LONGEST = 20
#: as the paper has it, which found other values no better
_K = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NearTopic:
    """What lies near a topic, and what a reader should know of how it was looked for."""

    near: Near = field(default_factory=Near)
    #: for the manifest; nothing where no model was asked
    parameters: Parameters
    warnings: tuple[Notice, ...] = ()


class Meaning:
    """A model that places topics and articles. Safe to share between threads."""

    def __init__(self, embedder: Embedder, *, least: float = _LEAST) -> None:
        """`least` is how near an article must be to be found by its meaning alone: 0 is as near as
        unrelated texts are, 1 as those about the topic.
        """
        self._embedder = embedder
        self._nearness = least

    @cached_property
    def model(self) -> str:
        """What its vectors are kept under: another model, or another way to ask it, has another."""
        asked = {**self._embedder.info, "opening": _OPENING}
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def parameters(self) -> Parameters:
        """Which model was asked, for the manifest."""
        return {"embedder": self._embedder.info["name"], "embedder_identity": self.model}

    def fill(self, store: Store, *, most: int) -> frozenset[str]:
        """Give articles that have none a vector, those last added or changed first: which did get
        one; `ModelUnavailableError`.
        """
        lacking = store.without_vector(self.model, limit=most)
        store.keep_vectors(self.model, [(each.info, self._vector(_told(each))) for each in lacking])
        return frozenset(each.id for each in lacking)

    def fill_all(self, store: Store) -> Iterator[int]:
        """Give all that have none a vector: how many got one so far, now and then."""
        done: frozenset[str] = frozenset()
        # ends, too, where somebody else gives them vectors of another model meanwhile
        while not (filled := self.fill(store, most=_BATCH)) <= done:
            done |= filled
            yield len(done)

    def near(
        self,
        store: Store,
        topic: str,
        *,
        dates: DateRange | None,
        language: str | None,
        limit: int,
    ) -> NearTopic:
        """The articles that are about the topic by their meaning, as far as the model can tell; a
        warning where it fails. None for a topic in quotation marks or with a star, which asks for
        letters.
        """
        terms = search_terms(topic, language)
        literal = any(term.required or term.prefix for term in terms)
        if literal or not 0 < len(terms) <= _LONGEST:
            return NearTopic(parameters={})
        try:
            vector, least = self._vector(topic), self._least
        except ModelUnavailableError as error:
            message = f"Articles were found by the topic's words only: {error}."
            return NearTopic(
                parameters={}, warnings=(Notice(code="embedder-failed", message=message),)
            )
        near = store.find_near(
            vector, model=self.model, least=least, dates=dates, language=language, limit=limit
        )
        return NearTopic(near=near, parameters=self.parameters, warnings=_not_compared(near))

    def _vector(self, text: str) -> NDArray[np.float16]:
        # one text at a time: what stands beside it in a batch changes the last digits, and the
        # order in which articles came would change answers. It costs a tenth more on a CPU
        vector: NDArray[np.float16] = self._embedder.embed([text])[0].astype(np.float16)
        return vector

    @cached_property
    def _least(self) -> float:
        """The least cosine. Models differ in what cosine unrelated texts have, .05 or .7, and in
        how much nearer those about a topic lie, so both are measured on texts of ours.

        `ModelUnavailableError` for a model to which all texts are alike: it would find anything.
        """
        topics = np.array([self._vector(topic) for topic, _ in ABOUT], dtype=np.float64)
        texts = np.array([self._vector(text) for _, text in ABOUT], dtype=np.float64)
        cosines = topics @ texts.T
        about = float(np.diag(cosines).mean())
        unrelated = cosines[~np.eye(len(ABOUT), dtype=bool)]
        apart = float(unrelated.mean())
        if about - apart < _SPREAD * float(unrelated.std()):
            name = str(self._embedder.info["name"])
            reason = "to it texts about a topic are like any others; name a model of sentences"
            raise ModelUnavailableError(name, reason)
        return max(apart + self._nearness * (about - apart), float(unrelated.max()))


class Filling:
    """Vectors for the articles of one ingest, and for some of those that have none."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._failed = False

    def after(self, outcomes: Iterable[IngestOutcome], store: Store) -> list[IngestOutcome]:
        """The outcomes, once their articles have vectors. Where the model fails one of them says
        so, and the model is not asked again.
        """
        told = list(outcomes)
        kept = [place for place, each in enumerate(told) if each.status != "failed"]
        if self._failed or not kept:
            return told
        try:
            self._meaning.fill(store, most=len(kept) + _BATCH)
        except ModelUnavailableError as error:
            self._failed = True
            first = told[kept[0]]
            told[kept[0]] = replace(first, warnings=(*first.warnings, _no_vectors(error)))
        return told


def fused(by_words: Sequence[ArticleInfo], by_meaning: Sequence[ArticleInfo]) -> list[ArticleInfo]:
    """Both, the best first: each counts 1 / (60 + its rank) in every order that it stands in;
    equals by content hash.
    """
    worth: dict[str, float] = {}
    for order in (by_words, by_meaning):
        for rank, info in enumerate(order, start=1):
            worth[info.id] = worth.get(info.id, 0.0) + 1 / (_K + rank)
    # a version that changed between the two questions is found out by its prepared form, by words
    every = {info.id: info for info in (*by_meaning, *by_words)}
    return sorted(every.values(), key=lambda info: (-worth[info.id], info.content_hash, info.id))


def _told(article: Article) -> str:
    """What the model reads of an article."""
    return "\n".join(filter(None, (article.title, article.text[:_OPENING])))


def _no_vectors(error: ModelUnavailableError) -> Notice:
    message = (
        f"Articles were kept, but can be found by their words only: {error}."
        " When the model works again, `summarizer embed` makes up for it."
    )
    return Notice(code="embedder-failed", message=message)


def _not_compared(near: Near) -> tuple[Notice, ...]:
    if not near.without:
        return ()
    message = (
        f"Articles that were found by their words only, for want of a vector of the model: "
        f"{near.without} in the range. `summarizer embed` gives them one."
    )
    return (Notice(code="not-all-compared", message=message),)
