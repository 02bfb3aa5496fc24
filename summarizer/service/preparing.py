"""Articles in hand in their prepared form."""

from summarizer.prepared import Prepared
from summarizer.text.preparing import prepare
from summarizer.types import Article

__all__ = ["prepared_form"]


def prepared_form(article: Article) -> Prepared:
    """The prepared form of an article's text and title."""
    return prepare(
        article.text,
        title=article.title,
        language=article.language,
        content_hash=article.content_hash,
    )
