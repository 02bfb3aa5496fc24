"""Fits the learned ranker to clusters of articles and the summaries that people wrote of them.

What a summary holds is told by its stems and pairs of them: the weight of a concept is fitted to
the share of a cluster's references that hold it. The quality of a sentence is fitted to the weight
of what it truly holds over the weight predicted, by a model that has not seen its cluster.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.errors import InvalidRequestError
from summarizer.evaluation.clusters import SummarizedCluster, check_apart, folds_of
from summarizer.evaluation.conditional_logit import Choices, fit_conditional_logit
from summarizer.extractive.concept_coverage import scaled
from summarizer.extractive.concepts import bigram_features, unigram_features
from summarizer.extractive.learned_model import Coefficients, LearnedModel, Stop
from summarizer.extractive.sentence_features import SENTENCE_FEATURES, sentence_features
from summarizer.prepared import Pool
from summarizer.selection.stacking import stack
from summarizer.text.tokens import count_words, tokenize

__all__ = ["Lesson", "fit", "held_out_models", "lessons", "retold"]

#: of the standardized features (.03 to 30 tried: ROUGE within .1 from .1 to 3)
_PENALTY = 0.3
#: With ten words for each article or fewer, what both sets agree on is best: on summaries of a
#: day's news .2 ROUGE-1 and -2 better than the one set, and .017 ROUGE-2 on the sample corpus,
#: which neither has seen (0 to 1 tried). Ends from 15 to 100 words tried for the other two.
GATE = (
    Stop(words=10.0, concepts=0.5, sentences=1.0),
    Stop(words=25.0, concepts=1.0, sentences=1.0),
    Stop(words=60.0, concepts=0.0, sentences=0.0),
)
#: 0 to .4 tried: best from .1 to .2
UNIGRAM_MASS = 0.15
#: parts by which concepts are weighed for the fit of sentences
_INNER_FOLDS = 5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """What one cluster teaches."""

    bigrams: Choices
    unigrams: Choices
    #: [n, f] of the sentences
    sentences: Floats
    #: [n, b] and [n, u] 1 where a sentence holds a concept
    holds_bigrams: csr_array
    holds_unigrams: csr_array

    def weighted(self, weight: float) -> "Lesson":
        """The lesson, counting so much."""
        return replace(
            self,
            bigrams=replace(self.bigrams, weight=weight),
            unigrams=replace(self.unigrams, weight=weight),
        )


def lessons(clusters: Sequence[SummarizedCluster]) -> list[Lesson]:
    """One for each cluster."""
    return [_lesson(cluster) for cluster in clusters]


def retold(clusters: Sequence[SummarizedCluster]) -> bool:
    """Whether the summaries of a file retell their articles; else they condense them.

    Its geometric mean of words for each independent article decides: over or under the middle
    between the gate's last stops.
    """
    each = [
        count_words(reference) / len(set(cluster.groups))
        for cluster in clusters
        for reference in cluster.references
    ]
    return bool(np.mean(np.log(np.maximum(each, 1))) > np.log(GATE[-1].words * GATE[-2].words) / 2)


def fit(
    retelling: Sequence[Sequence[Lesson]], condensing: Sequence[Sequence[Lesson]]
) -> LearnedModel:
    """The model; files count alike, however many clusters they have, but those of long references
    more. Its numbers have four decimals.

    The quality of sentences is fitted to summaries that retell: where few words must do, it took
    .3 to .6 ROUGE-1 away. InvalidRequestError when there is nothing to learn either set from.
    """
    if not retelling or not condensing:
        message = (
            "the ranker learns from two kinds of files, and one is missing: summaries with about"
            f" {GATE[-1].words:.0f} words for each article, and such with {GATE[-2].words:.0f}"
            " or fewer"
        )
        raise InvalidRequestError(message)
    return LearnedModel(
        retelling=retelling_coefficients(_alike(retelling)),
        condensing=condensing_coefficients(_alike(condensing)),
        gate=GATE,
        unigram_mass=UNIGRAM_MASS,
    )


def held_out_models(
    clusters: Sequence[SummarizedCluster],
    folds: int,
    beside: Sequence[Sequence[SummarizedCluster]] = (),
    *,
    model: LearnedModel,
) -> list[LearnedModel]:
    """For each cluster the model that was fitted without its fold.

    Only the set that the clusters are for is fitted again, to the other folds and to the clusters
    of `beside` of the same kind; all else is that of `model`. InvalidRequestError when one of them
    stands in `beside`.
    """
    check_apart(clusters, beside)
    many = retold(clusters)
    found = lessons(clusters)
    others = [lessons(each) for each in beside if retold(each) == many]
    numbers = folds_of(clusters, folds)
    models: dict[int, LearnedModel] = {}
    for fold in sorted(set(numbers)):
        rest = [one for one, number in zip(found, numbers, strict=True) if number != fold]
        if not rest:
            raise InvalidRequestError("one event leaves nothing to learn from; use --folds 0")
        taught = _alike([rest, *others])
        models[fold] = (
            replace(model, retelling=retelling_coefficients(taught))
            if many
            else replace(model, condensing=condensing_coefficients(taught))
        )
    return [models[number] for number in numbers]


def retelling_coefficients(taught: Sequence[Lesson]) -> Coefficients:
    """Those of concepts, and of the quality of sentences."""
    concepts = condensing_coefficients(taught)
    folds = min(_INNER_FOLDS, len(taught))
    masses: list[Choices] = []
    for fold in range(folds):
        rest = [one for number, one in enumerate(taught) if number % folds != fold]
        blind = condensing_coefficients(rest or taught)
        masses += [_told(one, blind) for one in taught[fold::folds]]
    return replace(concepts, sentences=_rounded(fit_conditional_logit(masses, penalty=_PENALTY)))


def condensing_coefficients(taught: Sequence[Lesson]) -> Coefficients:
    """Those of concepts; every sentence is as good a teller as another."""
    bigrams = fit_conditional_logit([one.bigrams for one in taught], penalty=_PENALTY)
    unigrams = fit_conditional_logit([one.unigrams for one in taught], penalty=_PENALTY)
    return Coefficients(
        bigrams=_rounded(bigrams),
        unigrams=_rounded(unigrams),
        sentences=np.zeros(len(SENTENCE_FEATURES)),
    )


def _alike(files: Sequence[Sequence[Lesson]]) -> list[Lesson]:
    """All lessons: each file counts the same, but more, by the root, the longer its references are.

    Without the root ten French clusters lost .9 ROUGE-1 and 1 ROUGE-2 beside 146 of a day's news.
    """
    largest = max(len(each) for each in files)
    told = [float(np.mean([one.bigrams.picked.sum() for one in each])) for each in files]
    shortest = max(min(told), 1e-9)
    return [
        one.weighted(largest / len(each) * float(np.sqrt(length / shortest)))
        for each, length in zip(files, told, strict=True)
        for one in each
    ]


def _lesson(cluster: SummarizedCluster) -> Lesson:
    pool = stack(cluster.prepared, cluster.groups)
    references = [tokenize(text, cluster.language).hashes for text in cluster.references]
    singles = np.mean([np.isin(pool.unigram_hashes, each) for each in references], axis=0)
    pairs = np.mean([_held_pairs(pool, each) for each in references], axis=0)
    return Lesson(
        bigrams=Choices(features=bigram_features(pool), picked=pairs),
        unigrams=Choices(features=unigram_features(pool), picked=singles),
        sentences=sentence_features(pool),
        holds_bigrams=csr_array(pool.bigrams > 0).astype(np.float64),
        holds_unigrams=csr_array(pool.unigrams > 0).astype(np.float64),
    )


def _held_pairs(pool: Pool, tokens: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """[b] which of the pool's bigrams stand in a text."""
    names = pool.unigram_hashes
    if not len(names):
        return np.zeros(0, dtype=bool)
    places = np.minimum(np.searchsorted(names, tokens), len(names) - 1)
    known = names[places] == tokens
    pairs = (places[:-1] * len(names) + places[1:])[known[:-1] & known[1:]]
    return np.isin(pool.bigram_left.astype(np.int64) * len(names) + pool.bigram_right, pairs)


def _told(one: Lesson, blind: Coefficients) -> Choices:
    """The weight that each sentence truly holds, with what was predicted as its prior."""

    def mass(bigrams: Floats, unigrams: Floats) -> Floats:
        pairs = one.holds_bigrams @ scaled(bigrams, 1 - UNIGRAM_MASS)
        return np.asarray(pairs + one.holds_unigrams @ scaled(unigrams, UNIGRAM_MASS))

    return Choices(
        features=one.sentences,
        picked=mass(one.bigrams.picked, one.unigrams.picked),
        weight=one.bigrams.weight,
        prior=mass(
            _weights(one.bigrams.features @ blind.bigrams),
            _weights(one.unigrams.features @ blind.unigrams),
        ),
    )


def _weights(scores: Floats) -> Floats:
    return np.exp(scores - scores.max()) if len(scores) else scores


def _rounded(values: Floats) -> Floats:
    return np.round(values, 4) + 0.0
