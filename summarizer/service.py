"""The use cases in the user's words: ingest articles, summarize them, write the brief of a day."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TypeVar

from summarizer.briefs.day import brief_id, is_over, window
from summarizer.errors import (
    ArticleNotFoundError,
    InvalidRequestError,
    NoArticlesError,
    StoreError,
    StoreUnavailableError,
    UnknownNameError,
    UnreadableInputError,
)
from summarizer.extractive.answer import Question, answer
from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import Prepared
from summarizer.protocols import Ranker, Store
from summarizer.reading import read_document
from summarizer.selection.stacking import stack
from summarizer.stories.clustering import event_groups
from summarizer.stories.copies import copy_groups
from summarizer.text.preparing import prepare
from summarizer.types import (
    Article,
    ArticleInfo,
    Brief,
    BriefKey,
    BriefSection,
    Budget,
    Document,
    IngestOutcome,
    Notice,
    Summary,
    SummaryRequest,
)

__all__ = ["Summarizer"]

#: articles of one transaction: few enough that a kill loses little, enough to be quick
_BATCH = 64
#: how often a question is asked again when articles change while it is answered
_TRIES = 4
_Answer = TypeVar("_Answer", Summary, Brief)
#: stories that a brief tells
_STORIES = 12


class Summarizer:
    """Everything that the product does, over one store; without a store, for documents in hand.

    Safe to share between threads when its store is.
    """

    def __init__(
        self,
        store: Store | None = None,
        *,
        rankers: Mapping[str, Callable[[], Ranker]] = RANKERS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._rankers = rankers
        self._clock = clock

    @property
    def store(self) -> Store:
        """Where articles and briefs are kept; `StoreUnavailableError` when there is none."""
        if self._store is None:
            raise StoreUnavailableError("(none)", "this Summarizer was made without a store")
        return self._store

    def ingest(
        self, articles: Iterable[Article | UnreadableInputError], *, restore: bool = False
    ) -> Iterator[IngestOutcome]:
        """Keep articles in the store: an outcome for each, in order, as they are kept.

        Kept in transactions of a few dozen, so an interruption leaves whole articles only, and
        running again changes nothing that is there already.
        """
        numbered = enumerate(articles)
        for _, batch in groupby(numbered, key=lambda pair: pair[0] // _BATCH):
            yield from self._ingest_batch([item for _, item in batch], restore=restore)

    def ingest_documents(
        self, documents: Sequence[Document], *, restore: bool = False
    ) -> tuple[IngestOutcome, ...]:
        """Read and keep documents; one that cannot be read is `failed`, the others are kept."""
        return tuple(self.ingest(_read_all(documents), restore=restore))

    def summarize(
        self,
        request: SummaryRequest,
        documents: Sequence[Document | Article] | None = None,
        *,
        warnings: Sequence[Notice] = (),
    ) -> Summary:
        """One short, ordered, sourced text of the documents in hand or of stored articles.

        With `documents` the request's topic only shifts the focus. Without, `topic` and `dates`
        choose from the store; `NoArticlesError` when nothing matches. A document that cannot be
        read becomes a warning; `InvalidRequestError` when none can be.
        """
        ranker = self._ranker(request.ranker)
        if request.budget.amount < 1:
            raise InvalidRequestError("a length is 1 or more", pointer="/length")
        if documents is not None:
            return _of_documents(request, ranker, documents, tuple(warnings))
        return _undisturbed(lambda: self._of_stored(request, ranker, tuple(warnings)))

    def write_brief(
        self, key: BriefKey, *, words: int = 80, ranker: str = "coverage", rebuild: bool = False
    ) -> Brief:
        """The brief of `key`: the saved one, or a new one of `words` words for each story.

        `rebuild` writes a new edition from what the store holds now. `NoArticlesError` when the day
        has none; nothing is saved then.
        """
        saved = self.store.brief(key)
        if saved is not None and not rebuild:
            return saved
        edition = saved.edition + 1 if saved else 1
        return _undisturbed(lambda: self._new_brief(key, edition, words, ranker))

    def _new_brief(self, key: BriefKey, edition: int, words: int, ranker: str) -> Brief:
        found = self.store.find(topic=key.topic, dates=window(key), limit=2000)
        if not found.articles:
            about = f" about {key.topic!r}" if key.topic else ""
            raise NoArticlesError(f"no articles{about} of {key.day} ({key.zone}); nothing written")
        now = self._clock()
        sections, warnings = self._sections(key, found.articles, words, ranker)
        if not is_over(key, now):
            message = f"{key.day} is not over yet in {key.zone}: more articles may follow."
            warnings = (*warnings, Notice(code="day-not-over", message=message))
        return self.store.save_brief(
            Brief(
                id=brief_id(key, edition),
                key=key,
                edition=edition,
                created=now,
                sections=sections,
                warnings=warnings,
            )
        )

    def _ranker(self, name: str) -> Ranker:
        if name not in self._rankers:
            raise UnknownNameError("ranker", name, self._rankers, pointer="/ranker")
        return self._rankers[name]()

    def _ingest_batch(
        self, items: Sequence[Article | UnreadableInputError], *, restore: bool
    ) -> Iterator[IngestOutcome]:
        articles = [item for item in items if isinstance(item, Article)]
        kept = iter(
            self.store.add(
                [(article, _prepared(article)) for article in articles],
                seen=self._clock(),
                restore=restore,
            )
        )
        for item in items:
            if isinstance(item, Article):
                article_id, status = next(kept)
                yield IngestOutcome(
                    name=item.id,
                    status=status,
                    id=article_id,
                    title=item.title,
                    warnings=item.notices,
                )
            else:
                yield IngestOutcome(name=item.name, status="failed", error=item.reason)

    def _of_stored(
        self, request: SummaryRequest, ranker: Ranker, warnings: tuple[Notice, ...]
    ) -> Summary:
        found = self.store.find(
            topic=request.topic,
            dates=request.dates,
            language=request.language,
            limit=request.max_articles,
        )
        if not found.articles:
            raise NoArticlesError("no stored article matches; try other words or other dates")
        if found.total > len(found.articles):
            message = f"Read the best {len(found.articles)} of {found.total} matching articles."
            warnings = (*warnings, Notice(code="not-all-read", message=message))
        return self._answer(request, ranker, found.articles, warnings)

    def _answer(
        self,
        request: SummaryRequest,
        ranker: Ranker,
        articles: Sequence[ArticleInfo],
        warnings: tuple[Notice, ...],
    ) -> Summary:
        prepared = self._prepared(articles)
        return answer(
            Question(
                request=request,
                ranker=ranker,
                articles=articles,
                prepared=prepared,
                groups=copy_groups(prepared),
                read=_OnceRead(self.store),
                warnings=warnings,
            )
        )

    def _prepared(self, articles: Sequence[ArticleInfo]) -> tuple[Prepared, ...]:
        """The stored forms; what an older version prepared is prepared again, once."""
        stored = self.store.prepared([article.id for article in articles])
        forms = [
            self._renewed(info) if form is None else form
            for info, form in zip(articles, stored, strict=True)
        ]
        for info, form in zip(articles, forms, strict=True):
            if form.content_hash != info.content_hash:
                raise _DisturbedError(info.id)
        return tuple(forms)

    def _renewed(self, info: ArticleInfo) -> Prepared:
        form = _prepared(self.store.article(info.id))
        self.store.replace_prepared(info.id, form)
        return form

    def _sections(
        self, key: BriefKey, articles: Sequence[ArticleInfo], words: int, ranker: str
    ) -> tuple[tuple[BriefSection, ...], tuple[Notice, ...]]:
        """A section for each story, the one of most independent articles first."""
        prepared = self._prepared(articles)
        pool = stack(prepared, copy_groups(prepared))
        stories: dict[int, list[int]] = {}
        for place, story in enumerate(event_groups(pool).tolist()):
            stories.setdefault(story, []).append(place)
        ranked = sorted(
            stories.values(),
            key=lambda places: (-len({int(pool.group[p]) for p in places}), places),
        )
        request = SummaryRequest(
            budget=Budget(amount=words), topic=key.topic, dates=window(key), ranker=ranker
        )
        sections = tuple(
            self._section(request, [articles[pool.given[place]] for place in places])
            for places in ranked[:_STORIES]
        )
        left = len(ranked) - len(sections)
        message = f"{left} smaller stories of the day were left out."
        return sections, (Notice(code="stories-left-out", message=message),) if left else ()

    def _section(self, request: SummaryRequest, articles: Sequence[ArticleInfo]) -> BriefSection:
        summary = self._answer(request, self._ranker(request.ranker), articles, ())
        first = min(summary.sentences, key=lambda each: -each.score, default=None)
        titled = first.citations[0].title if first else None
        label = titled or (first.text if first else "Untitled")
        return BriefSection(label=label, summary=summary)


class _DisturbedError(StoreError):
    """An article was changed or deleted between two questions to the store."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"article {article_id!r} was changed while it was read; ask again")


class _OnceRead:
    """Texts by article, each read from the store once, and only in the version that was ranked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[str, Article] = {}

    def __call__(self, info: ArticleInfo) -> Article:
        if info.id not in self._texts:
            article = self._store.article(info.id)
            if article.content_hash != info.content_hash:
                raise _DisturbedError(info.id)
            self._texts[info.id] = article
        return self._texts[info.id]


def _undisturbed(answer_now: Callable[[], _Answer]) -> _Answer:
    """The answer, asked again when articles changed meanwhile: spans must fit their texts."""
    for _ in range(_TRIES - 1):
        try:
            return answer_now()
        except (_DisturbedError, ArticleNotFoundError):
            continue
    return answer_now()


def _prepared(article: Article) -> Prepared:
    return prepare(
        article.text,
        title=article.title,
        language=article.language,
        content_hash=article.content_hash,
    )


def _read_all(documents: Iterable[Document | Article]) -> Iterator[Article | UnreadableInputError]:
    for number, document in enumerate(documents, start=1):
        if isinstance(document, Article):
            yield document
            continue
        default = f"a{number}"
        try:
            yield read_document(document, name=document.id or default, default_id=default)
        except UnreadableInputError as error:
            yield error


def _of_documents(
    request: SummaryRequest,
    ranker: Ranker,
    documents: Sequence[Document | Article],
    warnings: tuple[Notice, ...],
) -> Summary:
    if request.dates is not None:
        message = "dates choose stored articles; leave them out when documents are given"
        raise InvalidRequestError(message, pointer="/date_from")
    read = list(_read_all(documents))
    failed = [item for item in read if isinstance(item, UnreadableInputError)]
    articles = [item for item in read if isinstance(item, Article)]
    warnings += tuple(
        Notice(code="unusable-article", message=str(error), articles=(error.name,))
        for error in failed
    )
    if not articles:
        reason = str(failed[0]) if failed else "no document was given"
        raise InvalidRequestError(f"no document can be used: {reason}", pointer="/documents")
    articles, more = _chosen(request, articles)
    texts = {article.id: article for article in articles}
    if len(texts) < len(articles):
        raise InvalidRequestError("two documents have the same id", pointer="/documents")
    prepared = [_prepared(article) for article in articles]
    return answer(
        Question(
            request=request,
            ranker=ranker,
            articles=[article.info for article in articles],
            prepared=prepared,
            groups=copy_groups(prepared),
            read=lambda info: texts[info.id],
            warnings=(*warnings, *more, *(note for a in articles for note in a.notices)),
        )
    )


def _chosen(
    request: SummaryRequest, articles: list[Article]
) -> tuple[list[Article], tuple[Notice, ...]]:
    """The documents in the language asked for, and a notice of the others."""
    if request.language is None:
        return articles, ()
    chosen = [article for article in articles if article.language == request.language]
    if not chosen:
        raise NoArticlesError(f"no document is in the language {request.language!r}")
    others = tuple(article.id for article in articles if article.language != request.language)
    message = f"{len(others)} documents in other languages were left out."
    return chosen, (Notice(code="other-language", message=message, articles=others),) * bool(others)
