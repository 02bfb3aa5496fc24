"""What tells the content of two articles apart."""

import json
from hashlib import sha256

from summarizer.text.addresses import canonical_url
from summarizer.types import Article

__all__ = ["content_hash"]


def content_hash(article: Article) -> str:
    """SHA-256 (hex) of title, text, source, canonical address and date."""
    value = article.date.value.isoformat() if article.date else None
    parts = [article.title, article.text, article.source, canonical_url(article.url), value]
    return sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
