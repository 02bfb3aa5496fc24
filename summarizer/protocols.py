"""What a backend must do. A class that fits is a backend; there is nothing to inherit from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool, Prepared
from summarizer.types import (
    Article,
    ArticleInfo,
    ArticlePage,
    BoilerplateLine,
    Brief,
    BriefInfo,
    BriefKey,
    DateRange,
    IngestStatus,
    ModelInfo,
    Notice,
)

__all__ = [
    "Asked",
    "Assignment",
    "Found",
    "Generator",
    "Judge",
    "Objective",
    "Packed",
    "Parameters",
    "Passage",
    "Ranker",
    "Store",
    "Task",
    "Writing",
]


Parameters = Mapping[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """What is known of the question when sentences are valued."""

    #: about how many words may be told
    words: float
    #: [n] how well each of the pool's rows answers the query, 1 when it does not; None without one
    focus: NDArray[np.float64] | None = None


class Objective(Protocol):
    """What sentences are worth, given those already chosen. One object serves one selection."""

    def bounds(self) -> NDArray[np.float64]:
        """[n] what each row of the pool would add to nothing, or a little more."""
        ...

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """[len(rows)] what each of the pool's `rows` would add; never grows as others are added."""
        ...

    def add(self, row: int) -> None:
        """Count `row` as chosen."""
        ...

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Count these rows as chosen, in their order, and no others."""
        ...


class Ranker(Protocol):
    """A way to say what sentences are worth."""

    @property
    def parameters(self) -> Parameters:
        """What decides the outcome, for the manifest."""
        ...

    @property
    def cost_exponents(self) -> tuple[float, ...]:
        """How a sentence's cost weighs: candidates are compared by gain / cost ** exponent. Where
        several are given, selection tries each and keeps the outcome of the largest total gain.
        """
        ...

    @property
    def refined(self) -> bool:
        """Whether gains are those of a set function: they sum to the same in whatever order rows
        are added. Selection then tries to do without each choice in turn, and keeps what is better.
        """
        ...

    def objective(self, pool: Pool, asked: Asked) -> Objective:
        """The worth of the pool's sentences. Pure: the same pool gives the same numbers."""
        ...


Task = Literal["brief", "headline", "timeline-entry", "update"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of evidence for a model: a sentence, or a summary of several."""

    #: what it is cited by, from 1
    number: int
    text: str
    #: articles of one number stand together
    article: int = 0
    source: str | None = None
    #: the day that it tells of, ISO 8601
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a model is to write, and from what."""

    task: Task
    #: the most important first
    passages: tuple[Passage, ...]
    #: at most
    words: int
    #: ISO 639-1; None where it is not known
    language: str | None = None
    topic: str | None = None
    #: what its readers know already, for an `update`
    known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """An assignment as it goes to the model: every passage whole, or not at all."""

    assignment: Assignment
    #: task and version of the prompt, such as `brief/1`
    prompt: str
    #: (role, content) of each turn; one of the role `input` for a model without roles
    turns: tuple[tuple[str, str], ...]
    #: tokens of it as the model counts them
    tokens: int
    #: the numbers of the passages that went in, and of those for which there was no room
    used: tuple[int, ...]
    left_out: tuple[int, ...] = ()


class Writing(Protocol):
    """A text while it is written: its pieces, of which all together are the text. Read and closed
    by one thread.
    """

    def __iter__(self) -> Iterator[str]: ...

    def __next__(self) -> str: ...

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Once it ended: what a reader should know of how it came about, such as that it was cut
        off.
        """
        ...

    def close(self) -> None:
        """End it here; a second call does nothing."""
        ...


class Generator(Protocol):
    """A model that writes. Safe to share between threads."""

    @property
    def info(self) -> ModelInfo:
        """The model and its parameters, for the manifest; it need not be loaded for that."""
        ...

    def pack(self, assignment: Assignment) -> Packed:
        """As many passages as the model has room for, the most important first, told in the order
        of their numbers. `GenerationError` when not even one fits, `ModelUnavailableError` when the
        model cannot be loaded.
        """
        ...

    def write(self, packed: Packed, *, stop: Callable[[], bool]) -> Writing:
        """The text in pieces, as they come. It ends within a few tokens once `stop` gives True, and
        when it is closed. `ModelBusyError` at the first piece when too many wait,
        `ModelUnavailableError` or another `GenerationError` when it fails.
        """
        ...

    def close(self) -> None:
        """Stop what runs and let go of the model; a second call does nothing."""
        ...


class Judge(Protocol):
    """A model that says whether a text follows from another."""

    @property
    def info(self) -> Parameters:
        """What decides its verdicts, for the manifest."""
        ...

    def support(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """[len(pairs)] for each (claim, evidence) how far the evidence supports it, in [0, 1]."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Articles that match a question, best first, and how many match in all."""

    articles: tuple[ArticleInfo, ...]
    total: int


class Store(Protocol):
    """Where articles, their prepared forms and briefs are kept.

    Safe to share between threads. Every method that writes is one transaction. Whatever goes wrong
    with the database raises `StoreUnavailableError`.
    """

    def add(
        self,
        articles: Sequence[tuple[Article, Prepared]],
        *,
        seen: datetime,
        restore: bool = False,
    ) -> tuple[tuple[str, IngestStatus], ...]:
        """Keep the articles: (stored id, status) of each, in order; all of them or none.

        An article is the same as a stored one when its canonical address is, or, without an
        address, when its content hash is. The content of any of its versions is `unchanged` and
        nothing is written: two texts that share an address would take turns for ever. Other content
        makes a new version under the same id (`updated`). What was deleted stays away (`skipped`)
        unless `restore`. The id in the article itself is not used. `seen`, a UTC instant, is kept
        as `first_seen` of those added. Lines that are their publishers' boilerplate are taken out
        (`boilerplate`), which changes the content hash, not what is `unchanged`.
        `UnreadableInputError` for a text that no database keeps (NUL, lone surrogates): reading
        drops those.
        """
        ...

    def article(self, article_id: str) -> Article:
        """The current version with its text; `ArticleNotFoundError`."""
        ...

    def articles(self, article_ids: Sequence[str]) -> tuple[Article, ...]:
        """Several at once, in the order given; `ArticleNotFoundError` names the first missing."""
        ...

    def prepared(self, article_ids: Sequence[str]) -> tuple[Prepared | None, ...]:
        """The prepared forms, in order; None where it was written by another version."""
        ...

    def replace_prepared(self, article_id: str, prepared: Prepared) -> None:
        """Keep a newer prepared form of the current version."""
        ...

    def page(
        self,
        *,
        cursor: str | None = None,
        limit: int = 50,
        topic: str | None = None,
        dates: DateRange | None = None,
    ) -> ArticlePage:
        """A page of the articles, newest first (undated ones by the time first seen, then by id).

        Cursors are opaque and stay valid while articles come and go; a broken one raises
        `InvalidRequestError`.
        """
        ...

    def find(
        self,
        *,
        topic: str | None = None,
        dates: DateRange | None = None,
        language: str | None = None,
        limit: int = 100,
    ) -> Found:
        """Articles about `topic` published in `dates`, best match first.

        About it are those that hold the most of its words, or two thirds as many. Without a topic,
        newest first. Any text is a valid topic: nothing in it is an operator. Undated articles lie
        in a range by the time they were first seen; those of which only the month or the year is
        known lie inside when all of it does.
        """
        ...

    def delete(self, article_id: str) -> None:
        """Remove every version, its prepared form, its place in the search, and the briefs that
        quote it; `ArticleNotFoundError`. It stays away until `add(…, restore=True)`.
        """
        ...

    def without_boilerplate(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """The articles as `add` would keep them now: without the lines known as boilerplate of
        their publishers, which stand in `removed`. Give `add` the articles as read, with prepared
        forms of these.
        """
        ...

    def boilerplate(self) -> tuple[BoilerplateLine, ...]:
        """Every line that was learned or judged, by publisher, the most printed first.

        A line is learned when six articles of different content, which have nothing else to do
        with it, print it; all articles of the publisher lose it, those kept before, too. It is
        unlearned when too few are left. What is learned depends on the articles only, not on their
        order.
        """
        ...

    def judge_boilerplate(self, line_id: str, *, keep: bool) -> None:
        """Keep a listed line as boilerplate for good, or forget it: every article gets it back, and
        it is not learned again. `BoilerplateNotFoundError`.
        """
        ...

    def save_brief(self, brief: Brief) -> Brief:
        """Keep `brief` unless its key and edition are there already; what is kept comes back.

        `ArticleNotFoundError` when an article that it quotes was deleted meanwhile.
        """
        ...

    def brief(self, key: BriefKey) -> Brief | None:
        """The newest edition for `key`; None when there is none."""
        ...

    def brief_by_id(self, brief_id: str) -> Brief:
        """Any edition by its id; `BriefNotFoundError`."""
        ...

    def briefs(self, *, limit: int = 50) -> tuple[BriefInfo, ...]:
        """Saved briefs, newest day first, newest edition first."""
        ...

    def check(self) -> None:
        """Raise `StoreUnavailableError` unless the database answers and is of this version."""
        ...

    def close(self) -> None:
        """Let go of every connection; a second call does nothing."""
        ...
