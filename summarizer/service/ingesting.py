"""Articles into the store, a batch in one transaction."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from summarizer.errors import UnreadableInputError
from summarizer.protocols import Store
from summarizer.service.preparing import prepared_form
from summarizer.types import Article, IngestOutcome

__all__ = ["ingest_batch"]


def ingest_batch(
    store: Store,
    items: Sequence[Article | UnreadableInputError],
    *,
    seen: datetime,
    restore: bool,
) -> Iterator[IngestOutcome]:
    """An outcome for each, in order; what could not be read is `failed`, the others are kept.

    `TypeError` for what nobody has read yet: a path, a document.
    """
    for item in items:
        _check_read(item)
    articles = [item for item in items if isinstance(item, Article)]
    shown = store.without_boilerplate(articles)
    prepared = list(zip(articles, map(prepared_form, shown), strict=True))
    kept = iter(store.add(prepared, seen=seen, restore=restore))
    for item in items:
        if isinstance(item, UnreadableInputError):
            yield IngestOutcome(name=item.name, status="failed", error=item.reason)
            continue
        article_id, status = next(kept)
        yield IngestOutcome(
            name=item.id, status=status, id=article_id, title=item.title, warnings=item.notices
        )


def _check_read(item: object) -> None:
    if isinstance(item, Article | UnreadableInputError):
        return
    message = (
        f"{item!r:.80} is no article: read files with `read_paths` of summarizer.reading, and give"
        " documents to `ingest_documents`"
    )
    raise TypeError(message)
