"""Clusters out of JSON lines. Parsing and reading are apart, for worker processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer.errors import UnreadableInputError
from summarizer.reading.contents import DEFAULT_MAX_BYTES
from summarizer.reading.documents import read_document
from summarizer.reading.jsonlines import ClusterDocuments, parse_cluster, parse_json, unusable
from summarizer.types import Article, Notice

__all__ = ["Cluster", "parse_cluster_line", "read_cluster"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The articles of one line, read and cleaned."""

    id: str
    articles: tuple[Article, ...]
    #: articles that could not be used, ids given twice
    warnings: tuple[Notice, ...] = ()
    #: the line's other keys, such as `summary`, `keywords`, `dates`
    fields: Mapping[str, object] = field(default_factory=dict)


def parse_cluster_line(
    line: str | bytes, *, name: str, max_bytes: int = DEFAULT_MAX_BYTES
) -> ClusterDocuments:
    """The documents of a line, uncleaned: quick, for the process that hands out the work."""
    if len(line) > max_bytes:
        raise UnreadableInputError(name, f"is longer than {max_bytes} bytes")
    value = parse_json(line, name=name)
    if not isinstance(value, dict) or "articles" not in value:
        raise UnreadableInputError(name, "must be a JSON object with `articles`")
    return parse_cluster(value, name=name)


def read_cluster(cluster: ClusterDocuments) -> Cluster:
    """The cluster with its articles read; those that cannot be are warnings.

    UnreadableInputError, naming the cluster, when no article is left.
    """
    articles: list[Article] = []
    warnings = list(cluster.notices)
    for number, document in enumerate(cluster.documents, start=1):
        article_id = document.id or f"a{number}"
        try:
            articles.append(read_document(document, name=article_id, default_id=article_id))
        except UnreadableInputError as error:
            warnings.append(unusable(error, article_id))
    if not articles:
        reasons = "; ".join(warning.message for warning in warnings[:3]) or "`articles` is empty"
        raise UnreadableInputError(cluster.id, f"no article can be used ({reasons})")
    return Cluster(
        id=cluster.id,
        articles=tuple(articles),
        warnings=tuple(warnings),
        fields=cluster.fields,
    )
