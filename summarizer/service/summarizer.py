"""`Summarizer`: everything that the product does, over one store."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from summarizer.errors import (
    InvalidRequestError,
    StoreUnavailableError,
    UnknownNameError,
    UnreadableInputError,
)
from summarizer.extractive.answer import Question
from summarizer.extractive.rankers import RANKERS
from summarizer.protocols import Embedder, Judge, Ranker, Store
from summarizer.service.briefing import BriefOrder, brief_window, new_brief
from summarizer.service.checking import check_text
from summarizer.service.disagreeing import answer_with_disagreements
from summarizer.service.evidence import extracts
from summarizer.service.finding import question_of_stored
from summarizer.service.groupings import Groupings
from summarizer.service.ingesting import ingest_batch
from summarizer.service.inline import documents_as_given, question_of_documents, read_documents
from summarizer.service.meaning import Filling, Meaning
from summarizer.service.refusing import check_request, check_timeline, check_topic, check_zone
from summarizer.service.stored import undisturbed
from summarizer.service.stories import (
    find_stories,
    find_story,
    question_of_story,
    stories_of_documents,
)
from summarizer.service.timelines import timeline_of_documents, timeline_of_stored
from summarizer.service.updates import update_of_documents, update_of_stored
from summarizer.service.writing import Writer, Written
from summarizer.types import (
    Article,
    Brief,
    BriefKey,
    CheckReport,
    Document,
    IngestOutcome,
    Notice,
    RankerOptions,
    StoriesRequest,
    Story,
    StoryList,
    Summary,
    SummaryRequest,
    Timeline,
    TimelineRequest,
)

__all__ = ["Summarizer"]

#: articles of one transaction: few enough that a kill loses little, enough to be quick
_BATCH = 64


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
        writer: Writer | None = None,
        judges: Sequence[Judge] = (),
        embedder: Embedder | None = None,
    ) -> None:
        """`writer` holds the model, for the methods `abstractive` and `auto`; `judges` are asked by
        `check`, and `embedder` by every question with a topic, beside the words.
        """
        self._store = store
        self._rankers = rankers
        self._clock = clock
        self._writer = writer
        self._judges = judges
        self._meaning = None if embedder is None else Meaning(embedder)
        self._groupings = Groupings()

    @property
    def store(self) -> Store:
        """Where articles and briefs are kept; `StoreUnavailableError` when there is none."""
        if self._store is None:
            raise StoreUnavailableError("(none)", "this Summarizer was made without a store")
        return self._store

    def close(self) -> None:
        """Let go of the store and of the model; a second call does nothing."""
        if self._writer is not None:
            self._writer.close()
        if self._store is not None:
            self._store.close()

    def writes(self, request: SummaryRequest) -> bool:
        """Whether a model is asked: then `summarize` may take long."""
        return self._writer_for(request) is not None

    def ingest(
        self, articles: Iterable[Article | UnreadableInputError], *, restore: bool = False
    ) -> Iterator[IngestOutcome]:
        """Keep articles in the store: an outcome for each, in order, as they are kept.

        Kept in transactions of a few dozen, so an interruption leaves whole articles only, and
        running again changes nothing that is there already. With an embedder each gets a vector,
        and so do some kept before that have none; where it fails, the articles are kept and an
        outcome says so.
        """
        filling = None if self._meaning is None else Filling(self._meaning)
        for _, batch in groupby(enumerate(articles), key=lambda pair: pair[0] // _BATCH):
            outcomes = ingest_batch(
                self.store, [item for _, item in batch], seen=self._clock(), restore=restore
            )
            yield from outcomes if filling is None else filling.after(outcomes, self.store)

    def embed(self) -> Iterator[int]:
        """Give every stored article that has none a vector: how many got one so far, as they do.

        `InvalidRequestError` without an embedder, `ModelUnavailableError` when it fails.
        """
        if self._meaning is None:
            raise InvalidRequestError("no embedder is set; name one in SUMMARIZER_EMBEDDER")
        return self._meaning.fill_all(self.store)

    def ingest_documents(
        self, documents: Sequence[Document], *, restore: bool = False
    ) -> tuple[IngestOutcome, ...]:
        """Read and keep documents; one that cannot be read is `failed`, the others are kept."""
        return tuple(self.ingest(read_documents(documents), restore=restore))

    def summarize(
        self,
        request: SummaryRequest,
        documents: Sequence[Document | Article] | None = None,
        *,
        warnings: Sequence[Notice] = (),
        stop: Callable[[], bool] = lambda: False,
    ) -> Summary:
        """One short, ordered, sourced text of the documents in hand or of stored articles.

        With `documents` the request's topic only shifts the focus. Without, `topic` and `dates`
        choose from the store; `NoArticlesError` when nothing matches. A document that cannot be
        read becomes a warning; `InvalidRequestError` when none can be. With `since` only what the
        articles from then on add to those before, or what those from its day on, and those first
        seen after it was written, add to a brief: nothing where that is nothing.

        With the method `abstractive` a model writes, and each of its sentences is held against the
        articles; `GenerationError` when it fails, and when `stop` gives True before it is done.
        `auto` does so where there is a model, and gives the extract, saying why, where that fails.
        """
        asked = self._asked(request, documents, warnings)
        writer = self._writer_for(request)
        if writer is None:
            return undisturbed(lambda: answer_with_disagreements(asked()))
        return writer.summary(undisturbed(lambda: extracts(asked())), stop=stop)

    def stream(
        self,
        request: SummaryRequest,
        documents: Sequence[Document | Article] | None = None,
        *,
        warnings: Sequence[Notice] = (),
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Written]:
        """As `summarize`, in pieces: each sentence and warning as it is found, then the summary.

        The summary counts: where a model fails behind its first sentences, it is the extract.
        Closing the iterator, or `stop` giving True, ends a model's work within a few tokens.
        """
        asked = self._asked(request, documents, warnings)
        writer = self._writer_for(request)
        if writer is not None:
            yield from writer.write(undisturbed(lambda: extracts(asked())), stop=stop)
            return
        summary = undisturbed(lambda: answer_with_disagreements(asked()))
        yield from summary.warnings
        yield from summary.sentences
        yield summary

    def timeline(
        self,
        request: TimelineRequest,
        documents: Sequence[Document | Article] | None = None,
        *,
        warnings: Sequence[Notice] = (),
    ) -> Timeline:
        """What the documents in hand, or stored articles, tell by date: each entry cited, and
        whether its date is stated or inferred.

        With `documents`, `dates` bounds the days that are told, and the topic says what sentences
        are about. Without, both choose from the store, too; `NoArticlesError` when nothing matches.
        """
        check_timeline(request)
        if documents is not None:
            return timeline_of_documents(request, documents, warnings)
        check_topic(request.topic)
        return undisturbed(
            lambda: timeline_of_stored(self.store, request, warnings, meaning=self._meaning)
        )

    def check(
        self,
        text: str,
        documents: Sequence[Document | Article],
        *,
        zone: str = "UTC",
        warnings: Sequence[Notice] = (),
    ) -> CheckReport:
        """Each sentence of a text held against all that the documents say, boilerplate included.

        Plain text is taken as it stands. `InvalidRequestError` when no document can be read, or
        there is no sentence; `JudgeError` when a judge fails. Relative dates are days of `zone`.
        """
        articles, found = documents_as_given(documents)
        check_zone(zone)
        return check_text(
            text, articles, zone=zone, judges=self._judges, warnings=(*warnings, *found)
        )

    def stories(self, request: StoriesRequest) -> StoryList:
        """The stories of some days, those of most independent articles first; `NoArticlesError`."""
        check_zone(request.zone)
        check_topic(request.topic)
        return undisturbed(
            lambda: find_stories(self.store, request, self._groupings, meaning=self._meaning)
        )

    def stories_of(self, documents: Sequence[Document | Article]) -> StoryList:
        """The stories of documents in hand; their ids are those of their first articles.

        A document that cannot be read becomes a warning; `InvalidRequestError` when none can be.
        """
        return stories_of_documents(documents)

    def story(self, story_id: str) -> Story:
        """The story that an id leads to, which may have another by now; `StoryNotFoundError`."""
        return undisturbed(lambda: find_story(self.store, story_id, self._groupings))

    def write_brief(
        self,
        key: BriefKey,
        *,
        words: int = 80,
        ranker: str = "learned",
        ranker_options: RankerOptions | None = None,
        rebuild: bool = False,
    ) -> Brief:
        """The brief of `key`: the saved one, or a new one of `words` words for each story.

        `key` alone says which brief it is: the saved one comes back whatever `words`, `ranker` and
        `ranker_options` say, and its summaries' manifests tell how it was written.
        `rebuild` writes a new edition from what the store holds now; so does a saved brief that was
        written before its day was over. `NoArticlesError` when the day has none; nothing is saved
        then.
        """
        if words < 1:
            raise InvalidRequestError("a story has 1 word or more", pointer="/words")
        end = brief_window(key).end
        saved = self.store.brief(key)
        if saved is not None and not rebuild and (end is None or saved.created >= end):
            return saved
        order = BriefOrder(
            key=key,
            edition=saved.edition + 1 if saved else 1,
            words=words,
            ranker=ranker,
            ranker_options=ranker_options or RankerOptions(),
        )
        return undisturbed(
            lambda: self.store.save_brief(
                new_brief(
                    order,
                    self.store,
                    lambda: self._ranker(ranker),
                    now=self._clock(),
                    meaning=self._meaning,
                )
            )
        )

    def _ranker(self, name: str) -> Ranker:
        if name not in self._rankers:
            raise UnknownNameError("ranker", name, self._rankers, pointer="/ranker")
        return self._rankers[name]()

    def _asked(
        self,
        request: SummaryRequest,
        documents: Sequence[Document | Article] | None,
        warnings: Sequence[Notice],
    ) -> Callable[[], Question]:
        """What gives the question; it is asked again when the store changed meanwhile."""
        ranker = self._ranker(request.ranker)
        check_request(request)
        if documents is not None:
            if request.story is not None:
                message = "a story is its own choice of articles: leave out documents"
                raise InvalidRequestError(message, pointer="/story_id")
            question = question_of_documents(request, ranker, documents, warnings)
            if request.since is not None:
                question = update_of_documents(question)
            return lambda: question
        if request.story is not None:
            return lambda: question_of_story(
                self.store, request, ranker, groupings=self._groupings, warnings=warnings
            )
        check_topic(request.topic)
        stored = question_of_stored if request.since is None else update_of_stored
        return lambda: stored(self.store, request, ranker, warnings, meaning=self._meaning)

    def _writer_for(self, request: SummaryRequest) -> Writer | None:
        if request.method == "extractive":
            return None
        if self._writer is None and request.method == "abstractive":
            message = "no model is set; name one in SUMMARIZER_MODEL, or ask for `extractive`"
            raise InvalidRequestError(message, pointer="/method")
        return self._writer
