"""How much of what people wrote of the same articles the extracts of each ranker hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.bootstrap import RESAMPLES, SEED, Interval, draws, interval
from summarizer.evaluation.clusters import SummarizedCluster
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.extracts import (
    BASELINES,
    Extracts,
    Setting,
    contestants,
    extracts,
)
from summarizer.evaluation.oracle import ORACLE, oracle_extract
from summarizer.evaluation.rouge import MEASURES, Rouge, unread_share
from summarizer.extractive.rankers import RANKERS
from summarizer.text.tokens import count_words

__all__ = ["Difference", "ExtractScore", "MdsReport", "Measured", "evaluate_mds", "repeated_pairs"]

#: [clusters, measures, 2] F1 and recall
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much larger F1 is than that of a baseline on the same clusters."""

    baseline: str
    f1: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One kind of ROUGE, in [0, 1]: means over clusters of means over references."""

    measure: str
    f1: Interval
    recall: Interval
    #: from each of the baselines
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractScore:
    """What the extracts of one ranker reach."""

    ranker: str
    measures: tuple[Measured, ...]
    #: share of a summary's pairs of neighbouring stems that stood in it before
    redundancy: float
    #: words of a summary for each word of its articles, copies of one text included
    compression: float
    words: float
    #: from prepared articles to the answer; None for the oracle
    milliseconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MdsReport:
    """The scores of all rankers on one data set."""

    data: Data
    #: those with articles that can be read and with a summary
    clusters: int
    setting: Setting
    #: of the bootstrap
    resamples: int
    seed: int
    #: share of the references' letters that ROUGE does not know
    unread: float
    scores: tuple[ExtractScore, ...]
    #: about the most that whole sentences of the articles can reach
    oracle: ExtractScore


def evaluate_mds(
    clusters: Sequence[SummarizedCluster],
    data: Data,
    *,
    rouge: Rouge,
    setting: Setting,
    rankers: Iterable[str] = RANKERS,
    folds: int = 0,
    beside: Sequence[Sequence[SummarizedCluster]] = (),
) -> MdsReport:
    """The scores of these rankers, of the baselines `lexrank` and `lead`, and of the oracle.

    With `folds`, also of coefficients fitted without the clusters that they are scored on.
    """
    if not clusters:
        raise UnreadableInputError(", ".join(data.names), "holds no cluster with a summary")
    compared = contestants(rankers, clusters, data, folds=folds, beside=beside)
    told = {label: extracts(clusters, chosen, setting) for label, chosen in compared.items()}
    best = tuple(oracle_extract(cluster, setting.words, rouge) for cluster in clusters)
    told[ORACLE] = Extracts(texts=best, milliseconds=None)
    *scores, oracle = _scored(clusters, told, rouge)
    return MdsReport(
        data=data,
        clusters=len(clusters),
        setting=setting,
        resamples=RESAMPLES,
        seed=SEED,
        unread=unread_share(each for cluster in clusters for each in cluster.references),
        scores=tuple(scores),
        oracle=oracle,
    )


def _scored(
    clusters: Sequence[SummarizedCluster], told: dict[str, Extracts], rouge: Rouge
) -> Iterator[ExtractScore]:
    pairs = {label: zip(each.texts, clusters, strict=True) for label, each in told.items()}
    scores = {
        label: np.array([rouge.scores(text, cluster.references) for text, cluster in found])
        for label, found in pairs.items()
    }
    drawn = draws(len(clusters))
    read = [sum(count_words(article.text) for article in each.articles) for each in clusters]
    for label, each in told.items():
        words = [count_words(text) for text in each.texts]
        yield ExtractScore(
            ranker=label,
            measures=_measured(label, scores, lambda values: interval(values, drawn)),
            redundancy=_mean(repeated_pairs(rouge.tokens(text)) for text in each.texts),
            compression=_mean(mine / max(1, all_) for mine, all_ in zip(words, read, strict=True)),
            words=_mean(words),
            milliseconds=each.milliseconds,
        )


def _measured(
    label: str, scores: dict[str, Scores], estimate: Callable[[NDArray[np.float64]], Interval]
) -> tuple[Measured, ...]:
    mine = scores[label]
    return tuple(
        Measured(
            measure=measure,
            f1=estimate(mine[:, place, 0]),
            recall=estimate(mine[:, place, 1]),
            differences=tuple(
                Difference(
                    baseline=each, f1=estimate(mine[:, place, 0] - scores[each][:, place, 0])
                )
                for each in BASELINES
            ),
        )
        for place, measure in enumerate(MEASURES)
    )


def repeated_pairs(tokens: Sequence[str]) -> float:
    """The share of neighbouring pairs that stood there before: 0 when nothing is said twice.

    Function words count, so a text that repeats nothing has a few of them: people's own summaries
    are the measure.
    """
    pairs = list(pairwise(tokens))
    return 1 - len(set(pairs)) / len(pairs) if pairs else 0.0


def _mean(values: Iterable[float]) -> float:
    return float(np.mean(list(values)))
