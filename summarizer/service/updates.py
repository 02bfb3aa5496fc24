"""What new articles add to what readers know."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np

from summarizer.briefs.day import window
from summarizer.errors import InvalidRequestError, NoArticlesError
from summarizer.extractive.answer import Question, answer
from summarizer.grounding.checker import Checker
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.protocols import Ranker, Store
from summarizer.service.finding import question_of_stored
from summarizer.service.meaning import Meaning
from summarizer.stories.copies import copy_groups
from summarizer.text.publication import published_day
from summarizer.text.sentences import split
from summarizer.text.tokens import surface_hash
from summarizer.types import (
    Article,
    ArticleInfo,
    Brief,
    Budget,
    DateRange,
    Notice,
    SummaryRequest,
    Unseen,
)

__all__ = ["update_of_documents", "update_of_stored"]

#: an answer so many times as long is looked through at once for what readers know
_TIMES = 4
#: words that tell a model what is known
_KNOWN = 120
#: rounds of looking; each finds what the ones before left in its place
_ROUNDS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What readers were told before."""

    evidence: tuple[EvidenceSentence, ...]
    #: it in a few words
    text: Callable[[], str]
    #: what was left out of it
    warnings: Sequence[Notice] = ()

    @classmethod
    def of_articles(cls, question: Question) -> "_Known":
        """All that the question's articles say."""
        zone = question.request.told_zone
        question.expect(question.articles)
        articles = [question.read(info) for info in question.articles]
        shorter = replace(question.request, budget=Budget(amount=_KNOWN), explain=False)
        evidence = tuple(
            EvidenceSentence(
                text=article.text[start:end],
                article=number,
                index=index,
                language=article.language,
                published=published_day(article, zone),
            )
            for number, article in enumerate(articles)
            for index, (start, end) in enumerate(split(article.text, article.language))
        )
        return cls(
            evidence=evidence,
            text=lambda: answer(replace(question, request=shorter)).summary,
        )

    @classmethod
    def of_brief(cls, brief: Brief) -> "_Known":
        """The sentences of the brief."""
        told = [sentence for section in brief.sections for sentence in section.summary.sentences]
        return cls(
            text=lambda: " ".join(" ".join(s.text for s in told).split()[:_KNOWN]),
            evidence=tuple(
                EvidenceSentence(
                    text=sentence.text,
                    article=number,
                    index=0,
                    language=None,
                    published=brief.key.day,
                )
                for number, sentence in enumerate(told)
            ),
        )


def update_of_stored(
    store: Store,
    request: SummaryRequest,
    ranker: Ranker,
    warnings: Sequence[Notice],
    *,
    meaning: Meaning | None = None,
) -> Question:
    """The question about the stored articles since then, with what readers know marked; about none
    where there are no new ones. `BriefNotFoundError` for a brief that there is not,
    `NoArticlesError` where no article at all is about the topic and inside the request's dates.

    New since a brief is what was published from its day on, and what came in after it was written.
    """
    if isinstance(request.since, str):
        brief = store.brief_by_id(request.since)
        asked = replace(
            request,
            topic=request.topic or brief.key.topic,
            dates=replace(_dates(request), unseen=_unseen(brief)),
        )
        known = _Known.of_brief(brief)
    else:
        asked = replace(request, dates=_from(request, request.since))
        known = _known_before(store, request, ranker, meaning)
    try:
        question = question_of_stored(store, asked, ranker, warnings, meaning=meaning)
    except NoArticlesError:
        # nothing is known about a misspelt topic, so that nothing new would be told for ever
        anywhen = replace(asked, dates=request.dates)
        question_of_stored(store, anywhen, ranker, (), meaning=meaning)
        return _no_question(request, ranker, warnings)
    told = replace(question, request=request, warnings=(*question.warnings, *known.warnings))
    return _only_new(told, known)


def update_of_documents(question: Question) -> Question:
    """The question about the documents since then, those before being known; undated ones are new.
    `InvalidRequestError` for a brief: it knows stored articles.
    """
    since, zone = question.request.since, question.request.told_zone
    if not isinstance(since, datetime):
        message = "a brief knows stored articles; give a time when documents are given"
        raise InvalidRequestError(message, pointer="/since")
    dates = [info.date for info in question.articles]
    old = [n for n, found in enumerate(dates) if found and _instant(found.value, zone) < since]
    fresh = sorted(set(range(len(dates))) - set(old))
    known = _Known.of_articles(_only(question, old))
    return _only_new(_only(question, fresh), known)


def _only_new(question: Question, known: _Known) -> Question:
    """The question with every sentence marked that would be told and says what is known.

    Those do that stand in what is known, and those that it supports: as a claim would be, so that
    another number, name or day is news, in a copy of a known article, too.
    """
    told = [np.isin(form.texts, _hashes(known)) for form in question.prepared]
    if not known.evidence:
        return replace(question, told=told)
    question = replace(question, told=told, known=known.text)
    languages = [article.language or "" for article in question.articles]
    # of equally many the first by name: the order of articles changes nothing
    spoken = max(sorted(set(languages)), key=languages.count) if languages else ""
    checker = Checker(known.evidence, language=spoken or None)
    for _ in range(_ROUNDS):
        found = list(_known_again(question, checker))
        if not found:
            break
        for place, sentence in found:
            told[place][sentence] = True
    return question


def _known_again(question: Question, checker: Checker) -> Iterator[tuple[int, int]]:
    """Which sentences of a longer answer say what is known: article and sentence."""
    places = {info.id: place for place, info in enumerate(question.articles)}
    request = question.request
    longer = Budget(amount=_TIMES * request.budget.amount, unit=request.budget.unit)
    summary = answer(
        replace(question, request=replace(request, budget=longer, explain=False, order="salience"))
    )
    cited = [sentence.citations[0] for sentence in summary.sentences]
    for citation, checked in zip(cited, checker.check([each.quote for each in cited]), strict=True):
        if checked.verdict == "supported":
            yield places[citation.article], citation.sentence


def _hashes(known: _Known) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return np.array([surface_hash(each.text) for each in known.evidence], dtype=np.uint64)


def _unseen(brief: Brief) -> Unseen:
    """Not what the brief was made from: that would take the places of what came in late."""
    return Unseen(
        published=replace(window(brief.key), end=None),
        seen=brief.created,
        read=tuple(name for each in brief.sections for name in each.summary.manifest.documents),
    )


def _known_before(
    store: Store, request: SummaryRequest, ranker: Ranker, meaning: Meaning | None
) -> _Known:
    assert isinstance(request.since, datetime)  # noqa: S101  (briefs are asked for elsewhere)
    asked = replace(request, dates=replace(_dates(request), end=request.since))
    when = request.since.astimezone(ZoneInfo(request.told_zone))
    before = f"{when:%Y-%m-%d %H:%M} ({request.told_zone})"
    called = f"matching articles from before {before}, which are taken as known"
    try:
        question = question_of_stored(store, asked, ranker, (), called=called, meaning=meaning)
    except NoArticlesError:
        return _Known(evidence=(), text=str)
    return replace(_Known.of_articles(question), warnings=question.warnings)


def _from(request: SummaryRequest, start: datetime | None) -> DateRange:
    dates = _dates(request)
    starts = [each for each in (dates.start, start) if each is not None]
    return replace(dates, start=max(starts, default=None))


def _dates(request: SummaryRequest) -> DateRange:
    return request.dates or DateRange(zone=request.told_zone)


def _only(question: Question, places: Iterable[int]) -> Question:
    chosen = list(places)
    prepared = [question.prepared[place] for place in chosen]
    return replace(
        question,
        articles=[question.articles[place] for place in chosen],
        prepared=prepared,
        groups=copy_groups(prepared),
    )


def _no_question(request: SummaryRequest, ranker: Ranker, warnings: Sequence[Notice]) -> Question:
    def nothing(info: ArticleInfo) -> Article:
        raise NoArticlesError(f"there is no article {info.id!r} to read")

    return Question(
        request=request,
        ranker=ranker,
        articles=[],
        prepared=[],
        groups=[],
        read=nothing,
        told=[],
        warnings=warnings,
    )


def _instant(value: date | datetime, zone: str) -> datetime:
    """A day without a time begins at its midnight in the reader's zone."""
    if isinstance(value, datetime):
        return value
    start = DateRange.between(value, None, zone=zone).start
    assert start is not None  # noqa: S101  (a range from something has a start)
    return start
