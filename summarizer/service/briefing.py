"""The brief of a day, made from what the store holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from summarizer.briefs.day import brief_id, is_over, window
from summarizer.errors import InvalidRequestError, NoArticlesError
from summarizer.extractive.answer import Question
from summarizer.prepared import Prepared
from summarizer.protocols import Ranker, Store
from summarizer.service.chosen import Chosen, Wanted
from summarizer.service.disagreeing import answer_with_disagreements
from summarizer.service.finding import choose_articles
from summarizer.service.meaning import Meaning
from summarizer.service.refusing import check_zone
from summarizer.service.stored import OnceRead
from summarizer.stories.copies import copy_groups
from summarizer.stories.grouping import group_articles
from summarizer.types import (
    Brief,
    BriefKey,
    BriefSection,
    Budget,
    DateRange,
    Notice,
    RankerOptions,
    SummaryRequest,
)

__all__ = ["BriefOrder", "brief_window", "new_brief"]

#: stories that a brief tells: more than that is no brief
_STORIES = 12
#: articles of a day that a brief is made from, best matches first
_ARTICLES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOrder:
    """What to write."""

    key: BriefKey
    edition: int
    #: length of each story
    words: int
    ranker: str
    ranker_options: RankerOptions


def brief_window(key: BriefKey) -> DateRange:
    """The brief's day as a range; `InvalidRequestError` for a zone or a day that there is not."""
    check_zone(key.zone)
    try:
        return window(key)
    except ValueError as error:
        raise InvalidRequestError(str(error), pointer="/date") from error


def new_brief(
    order: BriefOrder,
    store: Store,
    ranker: Callable[[], Ranker],
    *,
    now: datetime,
    meaning: Meaning | None = None,
) -> Brief:
    """The brief, not saved yet; `NoArticlesError` when the day has no articles."""
    key = order.key
    wanted = Wanted(topic=key.topic, dates=brief_window(key), limit=_ARTICLES)
    try:
        found = choose_articles(store, wanted, meaning=meaning)
    except NoArticlesError as error:
        raise NoArticlesError(f"{error}; nothing written", error.nearest) from error
    warnings = [*found.warnings]
    prepared = found.prepared
    stories = _stories(prepared, copy_groups(prepared))
    sections = tuple(
        _section(order, store, ranker(), found.only(story)) for story in stories[:_STORIES]
    )
    if len(stories) > _STORIES:
        message = f"Smaller stories of the day that were left out: {len(stories) - _STORIES}."
        warnings.append(Notice(code="stories-left-out", message=message))
    if not is_over(key, now):
        message = f"{key.day} is not over yet in {key.zone}: more articles may follow."
        warnings.append(Notice(code="day-not-over", message=message))
    return Brief(
        id=brief_id(key, order.edition),
        key=key,
        edition=order.edition,
        created=now,
        sections=sections,
        warnings=tuple(warnings),
    )


def _stories(prepared: Sequence[Prepared], copies: Sequence[int]) -> list[list[int]]:
    """The articles of each story, as places in `prepared`: most independent articles first."""
    groups = group_articles(prepared, copies=copies).tolist()
    stories: dict[int, list[int]] = {}
    for place in sorted(range(len(prepared)), key=lambda i: (prepared[i].content_hash, i)):
        stories.setdefault(groups[place], []).append(place)
    return sorted(stories.values(), key=lambda places: -len({copies[place] for place in places}))


def _section(
    order: BriefOrder,
    store: Store,
    ranker: Ranker,
    found: Chosen,
) -> BriefSection:
    request = SummaryRequest(
        budget=Budget(amount=order.words),
        topic=order.key.topic,
        dates=window(order.key),
        ranker=order.ranker,
        ranker_options=order.ranker_options,
    )
    texts = OnceRead(store)
    summary = answer_with_disagreements(
        Question(
            request=request,
            ranker=ranker,
            articles=found.articles,
            prepared=found.prepared,
            groups=copy_groups(found.prepared),
            found_by=found.parameters,
            read=texts,
            expect=texts.expect,
        )
    )
    best = max(summary.sentences, key=lambda sentence: sentence.score, default=None)
    titles = [best.citations[0].title] if best else [info.title for info in found.articles]
    label = next((title for title in titles if title), best.text if best else "Untitled")
    return BriefSection(label=label, summary=summary)
