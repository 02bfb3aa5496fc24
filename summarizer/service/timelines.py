"""Timelines of documents in hand or of stored articles: read, dated, chosen, cited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summarizer import __version__
from summarizer.extractive.answer import cited_articles, range_ends
from summarizer.extractive.assembly import Assembly
from summarizer.extractive.notices import copy_notices, loose_notices
from summarizer.prepared import VERSION, Hashes, Pool, Prepared, SentenceFlag
from summarizer.protocols import Store
from summarizer.protocols.ranking import Parameters
from summarizer.selection.outcome import Pick, Selection
from summarizer.selection.stacking import stack
from summarizer.service.chosen import Wanted
from summarizer.service.finding import choose_articles
from summarizer.service.inline import documents_in_hand
from summarizer.service.meaning import Meaning
from summarizer.service.stored import OnceRead
from summarizer.service.timeline_entries import told_entries
from summarizer.service.timeline_notices import timeline_notices
from summarizer.stories.copies import copy_groups
from summarizer.stories.timelines import (
    DatedText,
    Entry,
    Evidence,
    InferredDay,
    Plan,
    choose_entries,
    gather_evidence,
    inferred_days,
)
from summarizer.text.publication import published_day
from summarizer.text.query import query_stems
from summarizer.types import (
    Article,
    ArticleInfo,
    Document,
    Notice,
    SummarySentence,
    Timeline,
    TimelineManifest,
    TimelineRequest,
)

__all__ = [
    "Told",
    "plan_of",
    "timeline_of_documents",
    "timeline_of_stored",
    "told_articles",
]


@dataclass(frozen=True, kw_only=True)
class Told:
    """The articles of a timeline, in the order of their content hashes, and what they tell."""

    articles: tuple[Article, ...]
    prepared: tuple[Prepared, ...]
    groups: tuple[int, ...]
    pool: Pool
    #: by the place of each undated article that has one
    inferred: dict[int, InferredDay]
    #: the days of publication, those inferred among them
    days: tuple[date | None, ...]
    evidence: Evidence
    #: whether the articles hold a word of the question; True without one
    met: bool


def timeline_of_documents(
    request: TimelineRequest,
    documents: Sequence[Document | Article],
    warnings: Sequence[Notice],
) -> Timeline:
    """The timeline of the documents that can be read; those that cannot be are warnings."""
    held = documents_in_hand(documents, request.language)
    told = told_articles(request, held.articles, held.prepared)
    return _timeline(request, told, (*warnings, *held.warnings))


def timeline_of_stored(
    store: Store,
    request: TimelineRequest,
    warnings: Sequence[Notice],
    *,
    meaning: Meaning | None = None,
) -> Timeline:
    """The timeline of the articles that the topic and the dates find; `NoArticlesError`."""
    chosen = choose_articles(
        store,
        Wanted(
            topic=request.topic,
            dates=request.dates,
            language=request.language,
            limit=request.max_articles,
        ),
        meaning=meaning,
    )
    read = OnceRead(store)
    read.expect(chosen.articles)
    articles = [read(info) for info in chosen.articles]
    told = told_articles(request, articles, chosen.prepared)
    return _timeline(request, told, (*warnings, *chosen.warnings), found_by=chosen.parameters)


def told_articles(
    request: TimelineRequest, articles: Sequence[Article], prepared: Sequence[Prepared]
) -> Told:
    """What the articles tell of dates; their order changes nothing."""
    order = sorted(
        range(len(articles)), key=lambda place: (articles[place].content_hash, articles[place].id)
    )
    articles = tuple(articles[place] for place in order)
    prepared = tuple(prepared[place] for place in order)
    groups = copy_groups(prepared)
    pool = stack(prepared, groups)
    zone = request.told_zone
    days = [published_day(article, zone) for article in articles]
    inferred = inferred_days(pool, [article.text for article in articles], days)
    days = [inferred[place].day if place in inferred else day for place, day in enumerate(days)]
    query = _query(request, articles)
    return Told(
        articles=articles,
        prepared=prepared,
        groups=groups,
        pool=pool,
        inferred=inferred,
        days=tuple(days),
        evidence=gather_evidence(
            pool,
            [
                (article.text, _stretches(article, days[place], zone, inferred=place in inferred))
                for place, article in enumerate(articles)
            ],
            prepared,
            query,
        ),
        met=query is None or bool(np.isin(query, pool.unigram_hashes).any()),
    )


def plan_of(request: TimelineRequest, *, longer: bool = True) -> Plan:
    """How much the request asks for."""
    return Plan(
        days=request.days,
        sentences=request.sentences_per_date,
        first=None if request.dates is None else request.dates.first_day,
        last=None if request.dates is None else request.dates.last_day,
        longer=longer,
    )


def _query(request: TimelineRequest, articles: Sequence[Article]) -> Hashes | None:
    """The stems of topic and keywords in every language that the articles are in."""
    words = " ".join(filter(None, (request.topic, *request.keywords)))
    if not words.strip() or not articles:
        return None
    return query_stems(
        words,
        {article.language for article in articles},
        lambda: ((article.text, article.language) for article in articles),
    )


def _stretches(article: Article, day: date | None, zone: str, *, inferred: bool) -> list[DatedText]:
    """The whole text with the day of the article, then its dated entries with theirs."""
    whole = DatedText(start=0, end=len(article.text), published=day, inferred=inferred)
    entries = [
        DatedText(start=entry.start, end=entry.end, published=published_day(info, zone))
        for entry in article.entries
        for info in (ArticleInfo(id=article.id, date=entry.date),)
    ]
    return [whole, *entries]


def _timeline(
    request: TimelineRequest,
    told: Told,
    warnings: Sequence[Notice],
    *,
    found_by: Parameters | None = None,
) -> Timeline:
    entries = choose_entries(told.evidence, plan_of(request))
    sentences = _sentences(request, told, entries)
    found = told_entries(entries, told.evidence, sentences, told.articles)
    return Timeline(
        entries=found,
        articles=cited_articles([article.info for article in told.articles], told.groups),
        warnings=(
            *warnings,
            *copy_notices(told.articles, told.groups),
            *loose_notices(_loose(told.pool, sentences)),
            *timeline_notices(request, found, told.articles, told.inferred, met=told.met),
        ),
        manifest=TimelineManifest(
            version=__version__,
            prepared_version=VERSION,
            parameters={
                "topic": request.topic,
                "keywords": " ".join(request.keywords) or None,
                "days": request.days,
                "sentences_per_date": request.sentences_per_date,
                "language": request.language,
                "max_articles": request.max_articles,
                **range_ends(request.dates),
                **(found_by or {}),
                "zone": request.told_zone,
            },
            documents=tuple(sorted(article.content_hash for article in told.articles)),
        ),
    )


def _sentences(
    request: TimelineRequest, told: Told, entries: Sequence[Entry]
) -> dict[int, SummarySentence]:
    """The sentence of each chosen row, cited and corroborated."""
    pool = told.pool
    rows = [(row, entry.score) for entry in entries for row in entry.rows]
    picks = tuple(
        Pick(row=row, gain=score, bracketed=bool(pool.bracket_words[row] > 0))
        for row, score in rows
    )
    texts = {article.id: article for article in told.articles}
    assembly = Assembly(
        selection=Selection(picks=picks),
        pool=pool,
        articles=[article.info for article in told.articles],
        prepared=told.prepared,
        read=lambda info: texts[info.id],
        expect=lambda _: None,
        zone=request.told_zone,
        inferred={told.articles[place].id: each.day for place, each in told.inferred.items()},
    )
    return {pick.row: sentence for pick, sentence in zip(picks, assembly.picked(), strict=True)}


def _loose(pool: Pool, sentences: Mapping[int, SummarySentence]) -> int:
    """How many point back to what is not told, or are a part of a quotation."""
    partial = SentenceFlag.INSIDE | SentenceFlag.OPEN
    return sum(
        bool(pool.flags[row] & partial)
        or bool(pool.flags[row] & SentenceFlag.DANGLING and not sentence.added)
        for row, sentence in sentences.items()
    )
