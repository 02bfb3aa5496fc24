"""Extracts of clusters as the product makes them, by every ranker that is compared."""

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.errors import InvalidRequestError, UnknownNameError
from summarizer.evaluation.clusters import SummarizedCluster
from summarizer.evaluation.datasets import Data
from summarizer.extractive.answer import Question, answer
from summarizer.extractive.learned import Learned
from summarizer.extractive.learned_model import LearnedModel, shipped_card, shipped_model
from summarizer.extractive.rankers import RANKERS
from summarizer.protocols import Ranker
from summarizer.types import Article, ArticleInfo, Budget, RankerOptions, SummaryRequest

__all__ = [
    "BASELINES",
    "Extracts",
    "Setting",
    "contestants",
    "extracts",
    "held_out",
    "known_rankers",
]

#: what all others are compared with, and so always measured
BASELINES = ("lexrank", "lead")
_LEARNED = "learned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How extracts are made."""

    #: how long they are, in white-space words
    words: int
    #: sentences are never broken; else half as many words again are chosen, and the text is cut
    #: behind the last word that is allowed, as the Document Understanding Conferences did
    whole: bool = True
    options: RankerOptions = field(default_factory=RankerOptions)

    def __post_init__(self) -> None:
        if self.words < 1:
            raise InvalidRequestError("the length must be at least one word")

    @property
    def budget(self) -> Budget:
        """What the ranker is given."""
        return Budget(amount=self.words if self.whole else self.words + (self.words + 1) // 2)

    def told(self, text: str) -> str:
        """The text, cut where it may be."""
        return text if self.whole else " ".join(text.split()[: self.words])


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracts:
    """One text for each cluster."""

    texts: tuple[str, ...]
    #: from the prepared articles to the summary with its citations, the mean over clusters
    milliseconds: float | None


def known_rankers(names: Iterable[str] | None) -> tuple[str, ...]:
    """The names, or those of all rankers; UnknownNameError for one that there is not."""
    chosen = tuple(names or RANKERS)
    for name in chosen:
        if name not in RANKERS:
            raise UnknownNameError("ranker", name, RANKERS)
    return chosen


def contestants(
    names: Iterable[str],
    clusters: Sequence[SummarizedCluster],
    data: Data,
    *,
    folds: int = 0,
    beside: Sequence[Sequence[SummarizedCluster]] = (),
) -> dict[str, list[Ranker]]:
    """For each cluster the ranker, by what a report calls it: those of these names, and baselines.

    With `folds` also the ranker `learned` whose coefficients were fitted without the cluster's
    fold, to the other folds and to the clusters of other files `beside`.
    """
    found: dict[str, list[Ranker]] = {}
    for name in dict.fromkeys((*names, *[_LEARNED] * bool(folds), *BASELINES)):
        shipped = f"{name}, as shipped ({_seen(data)})" if name == _LEARNED else name
        found[shipped] = [RANKERS[name]()] * len(clusters)
        if name == _LEARNED and folds:
            models = held_out(clusters, folds, beside)
            found[f"{name}, {folds} folds"] = [Learned(model) for model in models]
    return found


def _seen(data: Data) -> str:
    # The card names files as they were: what is not found in it may be a part of one.
    fitted = data.sha256 in json.dumps(shipped_card())
    return "fitted on these" if fitted else "may have seen these"


def held_out(
    clusters: Sequence[SummarizedCluster],
    folds: int,
    beside: Sequence[Sequence[SummarizedCluster]],
) -> list[LearnedModel]:
    """For each cluster the model fitted without its fold.

    InvalidRequestError when one of them stands among what to learn from `beside`.
    """
    from summarizer.evaluation.ranker_training import held_out_models

    return held_out_models(clusters, folds, beside, model=shipped_model())


def extracts(
    clusters: Sequence[SummarizedCluster], rankers: Sequence[Ranker], setting: Setting
) -> Extracts:
    """The summaries that the product gives of the clusters, each with its ranker."""
    questions = [
        _question(cluster, ranker, setting)
        for cluster, ranker in zip(clusters, rankers, strict=True)
    ]
    answer(questions[0])  # what is loaded or built once is nobody's time
    start = time.perf_counter()
    summaries = [answer(question) for question in questions]
    seconds = time.perf_counter() - start
    return Extracts(
        texts=tuple(setting.told(summary.summary) for summary in summaries),
        milliseconds=1_000 * seconds / len(questions),
    )


def _question(cluster: SummarizedCluster, ranker: Ranker, setting: Setting) -> Question:
    articles = {article.id: article for article in cluster.articles}

    def read(info: ArticleInfo) -> Article:
        return articles[info.id]

    return Question(
        request=SummaryRequest(budget=setting.budget, ranker_options=setting.options),
        ranker=ranker,
        articles=[article.info for article in cluster.articles],
        prepared=cluster.prepared,
        groups=cluster.groups,
        read=read,
    )
