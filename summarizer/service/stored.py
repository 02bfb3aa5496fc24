"""Stored articles, read so that texts and prepared forms are of one version."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from summarizer.errors import (
    ArticleNotFoundError,
    StoreError,
    StoreUnavailableError,
)
from summarizer.prepared import Prepared
from summarizer.protocols import Store
from summarizer.service.preparing import prepared_form
from summarizer.types import Article, ArticleInfo

__all__ = ["OnceRead", "prepared_forms", "undisturbed"]

#: how often a question is asked again when articles change while it is answered
_TRIES = 4
_Answer = TypeVar("_Answer")


class DisturbedError(StoreError):
    """An article was changed between two questions to the store."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"article {article_id!r} was changed while it was read; ask again")


class OnceRead:
    """Texts by article, each read from the store once, and only in the version that was ranked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[str, Article] = {}

    def __call__(self, info: ArticleInfo) -> Article:
        if info.id not in self._texts:
            self.expect([info])
        return self._texts[info.id]

    def expect(self, infos: Sequence[ArticleInfo]) -> None:
        """Read these together, those that were not read before: one question to the store."""
        wanted = [info for info in infos if info.id not in self._texts]
        if not wanted:
            return
        for info, article in zip(wanted, self._store.articles([i.id for i in wanted]), strict=True):
            if article.content_hash != info.content_hash:
                raise DisturbedError(info.id)
            self._texts[info.id] = article


def prepared_forms(store: Store, articles: Sequence[ArticleInfo]) -> tuple[Prepared, ...]:
    """The stored forms; what an older version prepared is prepared again, once."""
    stored = store.prepared([article.id for article in articles])
    forms = [
        _renewed(store, info) if form is None else form
        for info, form in zip(articles, stored, strict=True)
    ]
    for info, form in zip(articles, forms, strict=True):
        if form.content_hash != info.content_hash:
            raise DisturbedError(info.id)
    return tuple(forms)


def undisturbed(answer_now: Callable[[], _Answer]) -> _Answer:
    """The answer, asked again when articles changed meanwhile: spans must fit their texts."""
    for _ in range(_TRIES - 1):
        try:
            return answer_now()
        except (DisturbedError, ArticleNotFoundError):
            continue
    return answer_now()


def _renewed(store: Store, info: ArticleInfo) -> Prepared:
    form = prepared_form(store.article(info.id))
    # a database that cannot be written still answers, only slower
    with suppress(StoreUnavailableError):
        store.replace_prepared(info.id, form)
    return form
