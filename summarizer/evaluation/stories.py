"""How well articles are grouped into stories, beside other ways of grouping.

B-cubed (Bagga and Baldwin 1998): for each article the share of its group that is of its event
(precision), and of its event that is in its group (recall); means over articles. Pairwise: the same
over pairs of articles.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import MissingExtraError
from summarizer.evaluation.bootstrap import SEED, Interval, draws
from summarizer.evaluation.datasets import Data, read_items
from summarizer.prepared import Prepared
from summarizer.stories.grouping import group_articles

__all__ = [
    "Overlap",
    "StoriesReport",
    "StoryArticleText",
    "StoryScore",
    "b_cubed",
    "evaluate_stories",
    "pairwise",
    "read_story_articles",
]

Labels = NDArray[np.intp]
Floats = NDArray[np.float64]
#: articles of an event that a thinned sample keeps at most, and samples
_THIN, _SAMPLES = 5, 10
#: cosine distances at which the baseline is tried, of which the best is told
_DISTANCES = np.arange(0.5, 0.99, 0.01)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryArticleText:
    """An article of the data, and the event that it is about."""

    id: str
    cluster: str
    title: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Precision, recall and their harmonic mean, in [0, 1]."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryScore:
    """What one way of grouping reaches."""

    grouping: str
    groups: int
    b_cubed: Overlap
    #: over resamples of events with all their articles
    b_cubed_f1: Interval
    pairwise: Overlap
    #: means over samples with 1 to 5 articles of each event
    thinned: Overlap


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesReport:
    """All ways on one data set."""

    data: Data
    articles: int
    events: int
    samples: int
    seed: int
    scores: tuple[StoryScore, ...]


def read_story_articles(paths: Sequence[Path]) -> tuple[list[StoryArticleText], Data]:
    """The articles of files of `{"id", "cluster", "title", "text"}`."""
    found, data = read_items(paths, {"text": str, "cluster": str})
    articles = [
        StoryArticleText(
            id=str(item.get("id") or number),
            cluster=item["cluster"],
            title=item.get("title") or None,
            text=item["text"],
        )
        for number, item in enumerate(found, start=1)
    ]
    return articles, data


def evaluate_stories(
    prepared: Sequence[Prepared], texts: Sequence[str], events: Sequence[str], data: Data
) -> StoriesReport:
    """Our grouping, and those of scikit-learn on plain TF-IDF; `MissingExtraError` without it."""
    gold = _numbered(events)
    samples = [_thinned(gold, seed) for seed in range(SEED, SEED + _SAMPLES)]
    ways: dict[str, Callable[[NDArray[np.intp]], Labels]] = {
        "summarizer": lambda rows: group_articles([prepared[row] for row in rows]).labels,
        **dict(_baselines(texts, gold)),
    }
    return StoriesReport(
        data=data,
        articles=len(gold),
        events=len(set(gold.tolist())),
        samples=_SAMPLES,
        seed=SEED,
        scores=tuple(_score(name, group, gold, samples) for name, group in ways.items()),
    )


def b_cubed(gold: Labels, found: Labels) -> tuple[Floats, Floats]:
    """[a] precision and [a] recall of each article."""
    both = np.unique(np.stack([gold, found]), axis=1, return_inverse=True, return_counts=True)
    shared = both[2][both[1].ravel()]
    return shared / _sizes(found), shared / _sizes(gold)


def pairwise(gold: Labels, found: Labels) -> Overlap:
    """Precision and recall of the pairs of articles that are grouped together."""
    _, counts = np.unique(np.stack([gold, found]), axis=1, return_counts=True)
    shared, told, true = (_pairs(each) for each in (counts, _counts(found), _counts(gold)))
    return _overlap(shared / max(told, 1), shared / max(true, 1))


def _score(
    name: str,
    group: Callable[[NDArray[np.intp]], Labels],
    gold: Labels,
    samples: Sequence[NDArray[np.intp]],
) -> StoryScore:
    found = group(np.arange(len(gold)))
    precision, recall = b_cubed(gold, found)
    thin = [[each.mean() for each in b_cubed(gold[rows], group(rows))] for rows in samples]
    return StoryScore(
        grouping=name,
        groups=len(set(found.tolist())),
        b_cubed=_overlap(precision.mean(), recall.mean()),
        b_cubed_f1=_spread(gold, precision, recall),
        pairwise=pairwise(gold, found),
        thinned=_mean([_overlap(*each) for each in thin]),
    )


def _spread(gold: Labels, precision: Floats, recall: Floats) -> Interval:
    """The interval of F1 over resamples of events."""
    names, place = np.unique(gold, return_inverse=True)
    drawn = draws(len(names)) * len(names)
    counts = np.bincount(place)
    sums = [np.bincount(place, each) for each in (precision, recall)]
    means = [(drawn @ each) / (drawn @ counts) for each in sums]
    f1 = 2 * means[0] * means[1] / (means[0] + means[1])
    low, high = np.percentile(f1, (2.5, 97.5))
    whole = _overlap(precision.mean(), recall.mean()).f1
    return Interval(mean=whole, low=float(low), high=float(high))


def _baselines(
    texts: Sequence[str], gold: Labels
) -> Iterator[tuple[str, Callable[[NDArray[np.intp]], Labels]]]:
    """Average linkage at the distance that is best on the data themselves, and HDBSCAN."""
    try:
        from sklearn.cluster import HDBSCAN
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError as error:
        raise MissingExtraError("the baselines of `evaluate stories`", "eval") from error
    from scipy.cluster.hierarchy import fcluster, linkage

    def vectors(rows: NDArray[np.intp]) -> Any:
        made = TfidfVectorizer(sublinear_tf=True, stop_words="english")
        return made.fit_transform([texts[row] for row in rows]).toarray()

    def tree(rows: NDArray[np.intp]) -> Any:
        found = vectors(rows)
        distances = 1.0 - np.clip(found @ found.T, 0.0, 1.0)
        return linkage(distances[np.triu_indices(len(rows), k=1)], "average")

    def cut(linked: Any, distance: float) -> Labels:
        return np.asarray(fcluster(linked, distance, "distance"), dtype=np.intp)

    def dense(rows: NDArray[np.intp]) -> Labels:
        found = HDBSCAN(min_cluster_size=2, metric="cosine", copy=True).fit_predict(vectors(rows))
        # what it calls noise is a group of one each
        lone = np.flatnonzero(found < 0)
        found[lone] = found.max(initial=0) + 1 + np.arange(len(lone))
        return np.asarray(found, dtype=np.intp)

    whole = tree(np.arange(len(gold)))

    def f1(distance: float) -> float:
        return _overlap(*(each.mean() for each in b_cubed(gold, cut(whole, distance)))).f1

    best = max(_DISTANCES.tolist(), key=f1)
    yield f"average linkage, best of {len(_DISTANCES)}", lambda rows: cut(tree(rows), best)
    yield "HDBSCAN", dense


def _thinned(gold: Labels, seed: int) -> NDArray[np.intp]:
    """The rows of 1 to 5 articles of each event."""
    random = np.random.default_rng(seed)
    rows = [np.flatnonzero(gold == event) for event in np.unique(gold)]
    kept = [random.permutation(each)[: random.integers(1, _THIN + 1)] for each in rows]
    return np.sort(np.concatenate(kept))


def _numbered(events: Sequence[str]) -> Labels:
    return np.asarray(np.unique(np.array(events), return_inverse=True)[1], dtype=np.intp)


def _counts(labels: Labels) -> NDArray[np.int64]:
    return np.asarray(np.unique(labels, return_counts=True)[1], dtype=np.int64)


def _sizes(labels: Labels) -> NDArray[np.int64]:
    """[a] the size of each article's group."""
    _, place, counts = np.unique(labels, return_inverse=True, return_counts=True)
    return np.asarray(counts[place], dtype=np.int64)


def _pairs(counts: NDArray[np.int64]) -> float:
    return float((counts * (counts - 1) // 2).sum())


def _overlap(precision: float, recall: float) -> Overlap:
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return Overlap(precision=float(precision), recall=float(recall), f1=float(f1))


def _mean(overlaps: Sequence[Overlap]) -> Overlap:
    return Overlap(
        **{
            name: float(np.mean([getattr(each, name) for each in overlaps]))
            for name in ("precision", "recall", "f1")
        }
    )
