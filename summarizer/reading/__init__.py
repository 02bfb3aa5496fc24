"""Whatever holds articles -> `Article`: HTML, plain text, feeds, JSON lines, folders of these."""

from summarizer.reading.clusters import Cluster, parse_cluster_line, read_cluster
from summarizer.reading.contents import DEFAULT_MAX_BYTES, read_stream
from summarizer.reading.documents import read_document
from summarizer.reading.jsonlines import ClusterDocuments, iter_lines, parse_document, parse_line
from summarizer.reading.paths import read_paths
from summarizer.text.hashing import content_hash

__all__ = [
    "DEFAULT_MAX_BYTES",
    "Cluster",
    "ClusterDocuments",
    "content_hash",
    "iter_lines",
    "parse_cluster_line",
    "parse_document",
    "parse_line",
    "read_cluster",
    "read_document",
    "read_paths",
    "read_stream",
]
