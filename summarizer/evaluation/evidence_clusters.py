"""Articles of clusters or folders as evidence, sentence by sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.datasets import Data, read_items
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.reading import read_paths
from summarizer.reading.clusters import read_cluster
from summarizer.reading.jsonlines import parse_cluster
from summarizer.text.sentences import split
from summarizer.types import Article

__all__ = ["EvidenceCluster", "evidence_of", "read_evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCluster:
    """The sentences of articles that belong together."""

    id: str
    #: clusters of one event are never parted by halves
    event: str
    sentences: tuple[EvidenceSentence, ...]


def read_evidence(paths: Iterable[Path]) -> tuple[list[EvidenceCluster], Data]:
    """The clusters at the paths: a line of JSON lines is one, and so is a folder with articles.

    UnreadableInputError for a path that holds none.
    """
    found: list[EvidenceCluster] = []
    names: list[str] = []
    total = sha256()
    for path in paths:
        names.append(path.name)
        if path.is_dir():
            clusters = list(_of_folders(path))
            total.update("".join(each.text for c in clusters for each in c.sentences).encode())
        else:
            items, data = read_items([path], {"articles": list})
            total.update(data.sha256.encode())
            clusters = list(_of_lines(items, path))
        if not clusters:
            raise UnreadableInputError(str(path), "holds no articles that can be read")
        found += clusters
    return found, Data(names=tuple(names), sha256=total.hexdigest(), items=len(found))


def evidence_of(articles: Iterable[Article]) -> Iterator[EvidenceSentence]:
    """The sentences of the articles, in their order."""
    for number, article in enumerate(articles):
        for index, (start, end) in enumerate(split(article.text, article.language)):
            yield EvidenceSentence(
                text=article.text[start:end],
                article=number,
                index=index,
                language=article.language,
                published=_day(article),
            )


def _of_folders(folder: Path) -> Iterator[EvidenceCluster]:
    below = sorted(path for path in folder.iterdir() if path.is_dir())
    for path in below or [folder]:
        articles = [each for each in read_paths([path]) if isinstance(each, Article)]
        if articles:
            sentences = tuple(evidence_of(articles))
            yield EvidenceCluster(id=path.name, event=path.name, sentences=sentences)


def _of_lines(items: Iterable[dict[str, object]], path: Path) -> Iterator[EvidenceCluster]:
    for number, item in enumerate(items, start=1):
        name = str(item.get("id") or f"{path.name}, line {number}")
        try:
            articles = read_cluster(parse_cluster(item, name=name)).articles
        except UnreadableInputError:
            continue
        yield EvidenceCluster(
            id=name,
            event=str(item.get("event") or name),
            sentences=tuple(evidence_of(articles)),
        )


def _day(article: Article) -> date | None:
    value = article.date.value if article.date is not None else None
    return value.date() if isinstance(value, datetime) else value
