"""How well stories found agree with the events that people marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.bootstrap import RESAMPLES, SEED, Interval, draws
from summarizer.evaluation.clusterings import Agreement, agreement, by_item
from summarizer.evaluation.datasets import Data, read_items
from summarizer.evaluation.story_baselines import best_agglomerative, check_baselines, hdbscan
from summarizer.prepared import Prepared
from summarizer.reading import parse_document, read_document
from summarizer.service.preparing import prepared_form
from summarizer.service.storytelling import story_ids
from summarizer.types import Article

__all__ = ["LabelledArticle", "StoryReport", "StoryScore", "evaluate_stories", "read_labelled"]

#: articles that a thinned event keeps, at most
MOST = 5
_ENDS = (2.5, 97.5)

Labels = Sequence[str | int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelledArticle:
    """An article and the event that it tells of."""

    article: Article
    prepared: Prepared
    cluster: str
    #: articles of one topic look alike: they are drawn together in the bootstrap
    topic: str

    @property
    def text(self) -> str:
        """Title and running text."""
        return f"{self.article.title or ''}\n{self.article.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryScore:
    """What one way of clustering reaches."""

    clustering: str
    #: on all articles
    whole: Agreement
    #: B-cubed F1 with its interval over topics
    f1: Interval
    #: means over samples of 1 to 5 articles of each event
    thinned: Agreement
    #: of cosine distance; None where none was swept
    threshold: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport:
    """The scores of all on one data set."""

    data: Data
    #: those that can be read
    articles: int
    events: int
    #: thinned ones
    samples: int
    #: of the bootstrap and of the samples
    resamples: int
    seed: int
    scores: tuple[StoryScore, ...]


def read_labelled(paths: Iterable[Path]) -> tuple[list[LabelledArticle], Data]:
    """The articles of files of `{"id", "cluster", "topic", "text"}`; those that hold no running
    text are left out. UnreadableInputError for a file that is missing, empty, or of another form.
    """
    items, data = read_items(paths, {"cluster": str})
    found: list[LabelledArticle] = []
    for number, item in enumerate(items, start=1):
        name = f"line {number}"
        try:
            article = read_document(parse_document(item, name=name), name=name, default_id=name)
        except UnreadableInputError:
            continue
        topic = item.get("topic")
        found.append(
            LabelledArticle(
                article=article,
                prepared=prepared_form(article),
                cluster=item["cluster"],
                topic=item["cluster"] if topic is None else str(topic),
            )
        )
    if not found:
        raise UnreadableInputError(", ".join(data.names), "holds no article that can be read")
    return found, data


def evaluate_stories(
    articles: Sequence[LabelledArticle], data: Data, *, samples: int = 5
) -> StoryReport:
    """The scores of stories and of two baselines; `MissingExtraError` without scikit-learn."""
    check_baselines()
    thinned = [thin(articles, seed=SEED + number) for number in range(samples)]
    kinds: dict[str, Callable[[Sequence[LabelledArticle]], tuple[Labels, float | None]]] = {
        "stories": _stories,
        "agglomerative, best threshold (oracle)": _agglomerative,
        "HDBSCAN": _hdbscan,
    }
    return StoryReport(
        data=data,
        articles=len(articles),
        events=len({each.cluster for each in articles}),
        samples=samples,
        resamples=RESAMPLES,
        seed=SEED,
        scores=tuple(_score(name, cluster, articles, thinned) for name, cluster in kinds.items()),
    )


def thin(articles: Sequence[LabelledArticle], *, seed: int) -> list[LabelledArticle]:
    """One to five articles of each event, drawn at random, in the order given."""
    chance = np.random.default_rng(seed)
    places: dict[str, list[int]] = {}
    for place, each in enumerate(articles):
        places.setdefault(each.cluster, []).append(place)
    kept = {
        int(place)
        for name in sorted(places)
        for place in chance.permutation(places[name])[: chance.integers(1, MOST + 1)]
    }
    return [articles[place] for place in sorted(kept)]


def _score(
    name: str,
    cluster: Callable[[Sequence[LabelledArticle]], tuple[Labels, float | None]],
    articles: Sequence[LabelledArticle],
    thinned: Sequence[Sequence[LabelledArticle]],
) -> StoryScore:
    found, threshold = cluster(articles)
    few = [agreement(cluster(each)[0], _true(each)) for each in thinned]
    whole = agreement(found, _true(articles))
    return StoryScore(
        clustering=name,
        whole=whole,
        f1=_interval(found, articles, whole.f1),
        thinned=_mean(few) if few else whole,
        threshold=threshold,
    )


def _stories(articles: Sequence[LabelledArticle]) -> tuple[Labels, None]:
    infos = [each.article.info for each in articles]
    return story_ids(infos, [each.prepared for each in articles]), None


def _agglomerative(articles: Sequence[LabelledArticle]) -> tuple[Labels, float]:
    return best_agglomerative([each.text for each in articles], _true(articles))


def _hdbscan(articles: Sequence[LabelledArticle]) -> tuple[Labels, None]:
    return hdbscan([each.text for each in articles]), None


def _true(articles: Sequence[LabelledArticle]) -> list[str]:
    return [each.cluster for each in articles]


def _mean(found: Sequence[Agreement]) -> Agreement:
    def mean(name: str) -> float:
        return float(np.mean([getattr(each, name) for each in found]))

    return Agreement(
        precision=mean("precision"),
        recall=mean("recall"),
        f1=mean("f1"),
        pairwise_f1=mean("pairwise_f1"),
        clusters=round(mean("clusters")),
    )


def _interval(found: Labels, articles: Sequence[LabelledArticle], mean: float) -> Interval:
    """F1 when topics are drawn with all their articles, which keep their precision and recall."""
    topics, places = np.unique([each.topic for each in articles], return_inverse=True)
    sums = np.array(
        [
            np.bincount(places, values, minlength=len(topics))
            for values in (*by_item(found, _true(articles)), np.ones(len(articles)))
        ]
    )
    precision, recall, count = (draws(len(topics)) @ sums.T).T
    low, high = np.percentile(2 * precision * recall / (precision + recall) / count, _ENDS)
    return Interval(mean=mean, low=float(low), high=float(high))
