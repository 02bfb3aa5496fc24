"""Clusters with summaries that people wrote of them, read and prepared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import InvalidRequestError, UnreadableInputError
from summarizer.evaluation.datasets import Data, read_items
from summarizer.prepared import Prepared
from summarizer.reading.clusters import read_cluster
from summarizer.reading.jsonlines import parse_cluster
from summarizer.service.preparing import prepared_form
from summarizer.stories.copies import copy_groups
from summarizer.types import Article

__all__ = ["SummarizedCluster", "check_apart", "folds_of", "read_summarized_clusters"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SummarizedCluster:
    """Articles, and one or more summaries of them."""

    id: str
    #: clusters of one event are never parted by cross-validation; the id where none is named
    event: str
    articles: tuple[Article, ...]
    prepared: tuple[Prepared, ...]
    #: articles of one number are copies of one text
    groups: tuple[int, ...]
    references: tuple[str, ...]

    @property
    def language(self) -> str | None:
        """The language of most articles, the first of equals: that of the references."""
        languages = [article.language for article in self.articles]
        return max(languages, key=languages.count)

    @property
    def marks(self) -> frozenset[str | frozenset[str]]:
        """What tells that another cluster is this one: each of its summaries, or all its articles.

        One article does not: 13 of 250 clusters of Multi-News hold the same page of an archive.
        """
        summaries = (_plain(text) for text in self.references)
        articles = frozenset(_plain(article.text) for article in self.articles)
        return frozenset([*filter(None, summaries), articles])


def read_summarized_clusters(
    paths: Iterable[Path],
) -> tuple[list[SummarizedCluster], Data]:
    """The clusters of files of `{"id", "articles": […], "summaries": ["…"], "event"}`.

    An article that cannot be used is left out, as a cluster without any, or without a summary, is.
    UnreadableInputError for a file that is missing, empty, or of another form.
    """
    items, data = read_items(paths, {"articles": list, "summaries": list})
    clusters: list[SummarizedCluster] = []
    for number, item in enumerate(items, start=1):
        name = str(item.get("id") or number)
        try:
            articles = read_cluster(parse_cluster(item, name=name)).articles
        except UnreadableInputError:
            continue
        references = tuple(str(summary) for summary in item["summaries"])
        if not references:
            continue
        prepared = tuple(prepared_form(article) for article in articles)
        clusters.append(
            SummarizedCluster(
                id=name,
                event=str(item.get("event") or name),
                articles=articles,
                prepared=prepared,
                groups=copy_groups(prepared),
                references=references,
            )
        )
    return clusters, data


def folds_of(clusters: Sequence[SummarizedCluster], count: int) -> list[int]:
    """The fold of each cluster: its event's place in the alphabet of events, modulo `count`.

    Events that have a cluster in common are one, called by the first name of them.
    """
    names = _events(clusters)
    fold = {event: place % count for place, event in enumerate(sorted(set(names)))}
    return [fold[event] for event in names]


def _events(clusters: Sequence[SummarizedCluster]) -> list[str]:
    """For each cluster the first name of its event and of all that are one with it."""
    marks = [[(cluster.event,), *cluster.marks] for cluster in clusters]
    names = [cluster.event for cluster in clusters]
    while True:
        first: dict[object, str] = {}
        for name, many in zip(names, marks, strict=True):
            first |= {mark: min(name, first.get(mark, name)) for mark in many}
        told = [min(first[mark] for mark in many) for many in marks]
        if told == names:
            return names
        names = told


def check_apart(
    measured: Sequence[SummarizedCluster], beside: Iterable[Sequence[SummarizedCluster]]
) -> None:
    """InvalidRequestError when a cluster that is measured stands in a file beside it, too: it would
    be held out of the one, and learned from in the other.
    """
    known = {mark: cluster.id for cluster in measured for mark in cluster.marks}
    for cluster in (cluster for file in beside for cluster in file):
        twins = sorted({known[mark] for mark in cluster.marks & known.keys()})
        if twins:
            message = (
                f"cluster {cluster.id!r} of one file has the articles or a summary of cluster"
                f" {twins[0]!r} of another, so what is held out in one is learned from in the"
                " other: name files that share no cluster, or leave cross-validation out"
                " (--folds 0)"
            )
            raise InvalidRequestError(message)


def _plain(text: str) -> str:
    return " ".join(text.split())
