"""Who published an article."""

from urllib.parse import urlsplit

from summarizer.text.addresses import canonical_url
from summarizer.types import ArticleInfo

__all__ = ["publisher_of"]


def publisher_of(article: ArticleInfo) -> str | None:
    """The source or, without one, the host; in lower case. None when neither is known."""
    host = urlsplit(canonical_url(article.url) or "").hostname
    return (article.source or host or "").strip().casefold() or None
