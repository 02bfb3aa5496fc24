"""What makes two articles the same: their canonical address or, without one, their content hash."""

from hashlib import sha256

from summarizer.text.addresses import canonical_url
from summarizer.types import Article

__all__ = ["stored_id"]


def stored_id(article: Article) -> str:
    """The id that a store keeps `article` under, as long as it exists and in every store.

    The first 16 hexadecimal digits of the SHA-256 of its canonical address, or of its content hash
    when it has none.
    """
    identity = canonical_url(article.url) or article.content_hash
    return sha256(identity.encode()).hexdigest()[:16]
