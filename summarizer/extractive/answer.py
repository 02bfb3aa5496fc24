"""A question over prepared articles, answered: pool, focus, selection, assembly, manifest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarizer import __version__
from summarizer.extractive.assembly import Assembly
from summarizer.extractive.focus import query_focus
from summarizer.extractive.notices import notices
from summarizer.prepared import VERSION, Hashes, Pool, Prepared
from summarizer.protocols import Ranker
from summarizer.protocols.ranking import Parameters
from summarizer.selection.greedy import choose
from summarizer.selection.stacking import stack
from summarizer.text.query import query_stems
from summarizer.text.tokens import count_words
from summarizer.types import (
    Article,
    ArticleInfo,
    CitedArticle,
    DateRange,
    Manifest,
    Notice,
    Summary,
    SummaryRequest,
)

__all__ = ["Question", "answer", "cited_articles", "in_order", "range_ends"]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A request with the articles that it is about, in the caller's order."""

    request: SummaryRequest
    ranker: Ranker
    articles: Sequence[ArticleInfo]
    prepared: Sequence[Prepared]
    #: articles of one number are copies of one text
    groups: Sequence[int]
    #: the article with its text
    read: Callable[[ArticleInfo], Article]
    #: told before which articles will be read, so that they can be fetched together
    expect: Callable[[Sequence[ArticleInfo]], object] = lambda _: None
    #: for each article [n] which of its sentences readers know already; None where they know none
    told: Sequence[NDArray[np.bool_]] | None = None
    #: what they know, in a few words; None where they know nothing
    known: Callable[[], str] | None = None
    #: what of how the articles were found belongs into the manifest
    found_by: Parameters = field(default_factory=dict)
    #: what went wrong or was left out before
    warnings: Sequence[Notice] = field(default=())

    @cached_property
    def pool(self) -> Pool:
        """The sentences of the articles, stacked."""
        return stack(self.prepared, self.groups)


def answer(question: Question) -> Summary:
    """The summary. Pure: the same question on the same articles gives the same bytes."""
    question = in_order(question)
    request = question.request
    pool = question.pool
    query = _query(question) if request.topic else None
    focus = None if query is None else query_focus(pool, query)
    selection = choose(
        pool,
        question.ranker,
        request.budget,
        focus=focus,
        told=None if question.told is None else _told(pool, question.told),
        standalone=request.ranker_options.standalone,
        explain=request.explain,
    )
    told = Assembly(
        selection=selection,
        pool=pool,
        articles=question.articles,
        prepared=question.prepared,
        read=question.read,
        expect=question.expect,
        zone=request.told_zone,
    )
    sentences = told.sentences(request.order)
    text = " ".join(sentence.text for sentence in sentences)
    found = notices(
        question.articles,
        question.groups,
        selection,
        request.budget,
        update=question.told is not None,
    )
    return Summary(
        summary=text,
        sentences=sentences,
        words=count_words(text),
        articles=cited_articles(question.articles, question.groups),
        warnings=(*question.warnings, *_unmet(request.topic, query, pool), *found),
        explanation=told.choices() if request.explain else (),
        manifest=_manifest(question),
    )


def _told(pool: Pool, told: Sequence[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    """[n] the same for the pool's rows."""
    found = [told[given] for given in pool.given.tolist()]
    starts = np.cumsum([0, *map(len, found)], dtype=np.intp)
    every = np.concatenate([np.zeros(0, dtype=bool), *found])
    rows: NDArray[np.bool_] = every[starts[pool.article] + pool.index]
    return rows


def _unmet(topic: str | None, query: Hashes | None, pool: Pool) -> tuple[Notice, ...]:
    if query is None or not len(pool) or np.isin(query, pool.unigram_hashes).any():
        return ()
    message = f"No article holds a word of “{topic}”: the summary is of the articles as a whole."
    return (Notice(code="topic-not-found", message=message),)


def _query(question: Question) -> Hashes:
    """The stems of the topic in every language that the articles are in."""

    def texts() -> Iterator[tuple[str, str | None]]:
        question.expect(question.articles)
        return ((question.read(info).text, info.language) for info in question.articles)

    languages = {article.language for article in question.articles}
    return query_stems(question.request.topic or "", languages, texts)


def in_order(question: Question) -> Question:
    """The question, articles of one content hash in the order of their ids: nothing else parts
    them.
    """
    articles = question.articles
    places: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        places.setdefault(article.content_hash, []).append(place)
    order = list(range(len(articles)))
    for twins in places.values():
        by_id = sorted(twins, key=lambda place: articles[place].id)
        for place, twin in zip(twins, by_id, strict=True):
            order[place] = twin
    if order == sorted(order):
        return question
    return replace(
        question,
        articles=[articles[place] for place in order],
        prepared=[question.prepared[place] for place in order],
        groups=[question.groups[place] for place in order],
        told=None if question.told is None else [question.told[place] for place in order],
    )


def cited_articles(
    articles: Sequence[ArticleInfo], copies: Sequence[int]
) -> tuple[CitedArticle, ...]:
    """One entry for each independent text, sorted by content hash, its copies with it."""
    groups: dict[int, list[ArticleInfo]] = {}
    for article, group in zip(articles, copies, strict=True):
        groups.setdefault(group, []).append(article)
    texts = [
        sorted(each, key=lambda info: (info.content_hash, info.id)) for each in groups.values()
    ]
    texts.sort(key=lambda each: (each[0].content_hash, each[0].id))
    return tuple(CitedArticle(article=each[0], copies=tuple(each[1:])) for each in texts)


def _manifest(question: Question) -> Manifest:
    request = question.request
    return Manifest(
        version=__version__,
        prepared_version=VERSION,
        ranker=request.ranker,
        order=request.order,
        budget=request.budget,
        parameters={
            "topic": request.topic,
            "language": request.language,
            "max_articles": request.max_articles,
            **range_ends(request.dates),
            **question.found_by,
            **_since(request.since),
            **({} if request.story is None else {"story": request.story}),
            "zone": request.told_zone,
            **asdict(request.ranker_options),
            **question.ranker.parameters,
        },
        documents=tuple(sorted(article.content_hash for article in question.articles)),
    )


def _since(since: datetime | str | None) -> dict[str, str]:
    if since is None:
        return {}
    return {"since": since if isinstance(since, str) else since.isoformat()}


def range_ends(dates: DateRange | None) -> dict[str, str | None]:
    """The ends as a manifest tells them."""
    start, end = (dates.start, dates.end) if dates else (None, None)
    return {
        "date_from": None if start is None else start.isoformat(),
        "date_to": None if end is None else end.isoformat(),
    }
