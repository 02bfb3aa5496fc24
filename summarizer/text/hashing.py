"""What tells the content of two articles apart."""

import json
from hashlib import sha256

from summarizer.text.addresses import canonical_url
from summarizer.text.day_orders import other_order
from summarizer.types import Article, PublicationDate

__all__ = ["content_hash"]


def content_hash(article: Article) -> str:
    """SHA-256 (hex) of title, text, source, canonical address and date.

    Of a date that is read as June or July both readings count alike: which one is believed depends
    on other articles.
    """
    value = _written(article.date) if article.date else None
    parts = [article.title, article.text, article.source, canonical_url(article.url), value]
    return sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _written(found: PublicationDate) -> str:
    twin = other_order(found)
    values = [found.value.isoformat(), *([twin.value.isoformat()] if twin else [])]
    return min(values)
