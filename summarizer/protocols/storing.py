"""What a place to keep articles and briefs must do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Prepared
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
)

__all__ = ["Found", "Near", "Store"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Articles that match a question, best first, and how many match in all."""

    articles: tuple[ArticleInfo, ...]
    total: int
    #: the topic's words, whole ones only, with their inverse document frequencies: what each weighs
    terms: tuple[tuple[str, float], ...] = ()
    #: words of the topic that no article of the store holds
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Articles near a vector, nearest first, and how many were not compared."""

    articles: tuple[ArticleInfo, ...] = ()
    #: of each
    cosines: tuple[float, ...] = ()
    #: articles inside the filters that have no vector of the model
    without: int = 0


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

        About it are those that hold half of what its words weigh (a word that few articles hold
        weighs more, one that none holds the most; less is asked of topics of many words), and two
        thirds as many of its words as the best one: an empty answer is better than a wrong one.
        Words in quotation marks stand side by side in each, and "nucl*" is any word that begins so;
        any other text is valid, too, and nothing in it is an operator. Without a topic, newest
        first. Undated articles lie in a range by the time they were first seen; those of which only
        the month or the year is known lie inside when all of it does.
        """
        ...

    def nearest_days(
        self, dates: DateRange, *, topic: str | None = None, language: str | None = None
    ) -> tuple[date, ...]:
        """The last day before the range and the first one after it that have articles about the
        topic, as days of the range's zone; fewer where there are none.
        """
        ...

    def without_vector(self, model: str, *, limit: int) -> tuple[Article, ...]:
        """Articles that have no vector of the model, those last added or changed first."""
        ...

    def keep_vectors(
        self, model: str, vectors: Sequence[tuple[ArticleInfo, NDArray[np.float16]]]
    ) -> None:
        """Keep a vector for each article, in place of the one that is there; none for an article
        that was changed or deleted meanwhile. It goes with the version that it was made of.
        """
        ...

    def find_near(
        self,
        vector: NDArray[np.float16],
        *,
        model: str,
        least: float,
        dates: DateRange | None = None,
        language: str | None = None,
        limit: int = 100,
    ) -> Near:
        """Articles published in `dates` whose vectors of the model have a cosine of `least` or more
        with this one, nearest first, then by content hash: exactly these, of all that are stored,
        with the same cosines in every store. Undated articles lie in a range as in `find`.
        """
        ...

    def delete(self, article_id: str) -> None:
        """Remove every version, its prepared form, its vector, its place in the search, and the
        briefs that quote it; `ArticleNotFoundError`. It stays away until `add(…, restore=True)`.
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
