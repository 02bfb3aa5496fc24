"""Clusters with summaries that people wrote of them, read and prepared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.datasets import Data, read_items
from summarizer.prepared import Prepared
from summarizer.reading.clusters import read_cluster
from summarizer.reading.jsonlines import parse_cluster
from summarizer.service.preparing import prepared_form
from summarizer.stories.copies import copy_groups
from summarizer.types import Article

__all__ = ["SummarizedCluster", "folds_of", "read_summarized_clusters"]


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
    """The fold of each cluster: its event's place in the alphabet of events, modulo `count`."""
    events = sorted({cluster.event for cluster in clusters})
    fold = {event: place % count for place, event in enumerate(events)}
    return [fold[cluster.event] for cluster in clusters]
