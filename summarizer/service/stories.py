"""The stories of a range of days, worked out from the articles whenever they are asked for.

Nothing of them is kept, so that they depend on the articles alone: not on the order in which these
came, nor on what was asked before. An id names the founding article and the days, and so leads to
its story again, also after that was joined with an older one.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import available_timezones

from summarizer.errors import InvalidRequestError, NoArticlesError, StoryNotFoundError
from summarizer.extractive.answer import Question
from summarizer.protocols import Ranker, Store
from summarizer.service.finding import Wanted, choose_articles
from summarizer.service.inline import readable
from summarizer.service.stored import OnceRead, prepared_forms
from summarizer.service.storytelling import stories_of, stories_of_prepared
from summarizer.stories.copies import copy_groups
from summarizer.stories.identity import story_id as id_of_founder
from summarizer.types import (
    Article,
    DateRange,
    Document,
    Notice,
    StoriesRequest,
    Story,
    StoryList,
    SummaryRequest,
)

__all__ = ["find_stories", "find_story", "question_of_story", "stories_of_documents"]

#: articles that are grouped at once: some seconds
_ARTICLES = 5_000
_OPEN = "-"


def find_stories(store: Store, request: StoriesRequest) -> StoryList:
    """The stories, those of most independent articles first; `NoArticlesError` without any."""
    dates = _dates(request)
    found = choose_articles(store, Wanted(topic=None, dates=dates, limit=_ARTICLES))
    read = OnceRead(store)
    read.expect(found.articles)
    articles = [read(info) for info in found.articles]
    suffix = _suffix(request)
    stories = [
        replace(story, id=f"{story.id}.{suffix}")
        for story in stories_of_prepared(list(zip(articles, found.prepared, strict=True)))
    ]
    if request.topic is not None:
        asked = Wanted(topic=request.topic, dates=dates, limit=_ARTICLES)
        about = {info.id for info in choose_articles(store, asked).articles}
        stories = [s for s in stories if about & {info.id for info in s.articles}]
    return StoryList(stories=tuple(stories), warnings=found.warnings)


def find_story(store: Store, story_id: str) -> Story:
    """The story that the id leads to, which may have another one by now; `StoryNotFoundError`."""
    founding, request = _of_id(story_id)
    try:
        stories = find_stories(store, request).stories
    except (NoArticlesError, InvalidRequestError) as error:
        raise StoryNotFoundError(story_id) from error
    for story in stories:
        if founding in map(id_of_founder, story.articles):
            return story
    raise StoryNotFoundError(story_id)


def question_of_story(
    store: Store, request: SummaryRequest, ranker: Ranker, warnings: Sequence[Notice]
) -> Question:
    """The question about the articles of the request's story; `StoryNotFoundError`."""
    infos = find_story(store, request.story or "").articles
    if len(infos) > request.max_articles:
        message = f"Read the first {request.max_articles} of {len(infos)} articles of the story."
        warnings = (*warnings, Notice(code="not-all-read", message=message))
        infos = infos[: request.max_articles]
    prepared = prepared_forms(store, infos)
    read = OnceRead(store)
    return Question(
        request=request,
        ranker=ranker,
        articles=infos,
        prepared=prepared,
        groups=copy_groups(prepared),
        read=read,
        expect=read.expect,
        warnings=warnings,
    )


def stories_of_documents(documents: Sequence[Document | Article]) -> StoryList:
    """The stories of the documents that can be read; the others are warnings."""
    articles, warnings = readable(documents)
    return StoryList(stories=stories_of(articles), warnings=warnings)


def _dates(request: StoriesRequest) -> DateRange | None:
    if request.first is request.last is None:
        return None
    try:
        return DateRange.between(request.first, request.last, zone=request.zone)
    except ValueError as error:
        raise InvalidRequestError(str(error), pointer="/from") from error


def _suffix(request: StoriesRequest) -> str:
    """The days as they stand in an id."""
    ends = (str(day) if day else _OPEN for day in (request.first, request.last))
    return ".".join([*ends, _plain(request.zone)])


def _of_id(story_id: str) -> tuple[str, StoriesRequest]:
    """The founder's part and the days of an id; `StoryNotFoundError` for what is none."""
    try:
        founding, first, last, zone = story_id.split(".")
        request = StoriesRequest(
            first=None if first == _OPEN else date.fromisoformat(first),
            last=None if last == _OPEN else date.fromisoformat(last),
            zone=next(name for name in available_timezones() if _plain(name) == zone),
        )
    except (ValueError, StopIteration) as error:
        raise StoryNotFoundError(story_id) from error
    return founding, request


def _plain(zone: str) -> str:
    return zone.replace("/", "-")
