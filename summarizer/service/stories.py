"""The stories of a range of days, worked out from the articles whenever they are asked for.

Nothing of them is kept, so that they depend on the articles alone: not on the order in which these
came, nor on what was asked before. An id names the founding article and the days, and so leads to
its story again, also after that was joined with an older one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from summarizer.errors import InvalidRequestError, NoArticlesError, StoryNotFoundError
from summarizer.extractive.answer import Question
from summarizer.protocols import Found, Ranker, Store
from summarizer.service.chosen import Wanted
from summarizer.service.finding import choose_articles
from summarizer.service.groupings import Groupings
from summarizer.service.inline import readable
from summarizer.service.meaning import Meaning
from summarizer.service.stored import OnceRead, prepared_forms
from summarizer.service.storytelling import Grouping, stories_of
from summarizer.stories.copies import copy_groups
from summarizer.stories.describing import Grouped
from summarizer.stories.identity import story_id
from summarizer.types import (
    Article,
    ArticleInfo,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """The stories of the articles of some days."""

    #: the days that were read, all of each
    request: StoriesRequest
    grouping: Grouping
    warnings: tuple[Notice, ...]

    def id_of(self, story: Grouped) -> str:
        """Its founder's part, and the days behind it."""
        ends = (str(day) if day else _OPEN for day in (self.request.first, self.request.last))
        return ".".join([story_id(story.founder.id), *ends, _plain(self.request.zone)])

    def told(self, store: Store, stories: Sequence[Grouped]) -> tuple[Story, ...]:
        """These of its stories with what they are about."""
        infos = [member.info for story in stories for member in story.members]
        read = OnceRead(store)
        read.expect(infos)
        forms = dict(zip([info.id for info in infos], prepared_forms(store, infos), strict=True))
        return tuple(
            replace(
                self.grouping.described(story, lambda info: (read(info), forms[info.id])),
                id=self.id_of(story),
            )
            for story in stories
        )


def find_stories(
    store: Store,
    request: StoriesRequest,
    groupings: Groupings,
    *,
    meaning: Meaning | None = None,
) -> StoryList:
    """The stories, those of most independent articles first; `NoArticlesError` without any."""
    days = _days(store, request, groupings)
    stories = days.grouping.stories
    warnings: tuple[Notice, ...] = ()
    if request.topic is not None:
        asked = Wanted(topic=request.topic, dates=_dates(days.request), limit=_ARTICLES)
        chosen = choose_articles(store, asked, meaning=meaning)
        about = {info.id for info in chosen.articles}
        stories = tuple(s for s in stories if about & {each.info.id for each in s.members})
        warnings = chosen.warnings if meaning else ()
    return StoryList(
        stories=days.told(store, stories[: request.limit]),
        total=len(stories),
        warnings=(*days.warnings, *warnings),
    )


def find_story(store: Store, wanted: str, groupings: Groupings) -> Story:
    """The story that the id leads to, which may have another one by now; `StoryNotFoundError`."""
    days, story = _led_to(store, wanted, groupings)
    [told] = days.told(store, [story])
    return told


def question_of_story(
    store: Store,
    request: SummaryRequest,
    ranker: Ranker,
    *,
    groupings: Groupings,
    warnings: Sequence[Notice],
) -> Question:
    """The question about the articles of the request's story; `StoryNotFoundError`."""
    _, story = _led_to(store, request.story or "", groupings)
    infos = tuple(member.info for member in story.members)
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
    stories = stories_of(articles)
    return StoryList(stories=stories, total=len(stories), warnings=warnings)


def _led_to(store: Store, wanted: str, groupings: Groupings) -> tuple[_Days, Grouped]:
    """The story that an id leads to, among those of its days."""
    founding, request = _of_id(wanted)
    try:
        days = _days(store, request, groupings)
    except (NoArticlesError, InvalidRequestError) as error:
        raise StoryNotFoundError(wanted) from error
    for story in days.grouping.stories:
        if founding in (story_id(member.info.id) for member in story.members):
            return days, story
    raise StoryNotFoundError(wanted)


def _days(store: Store, request: StoriesRequest, groupings: Groupings) -> _Days:
    """The stories of the days; of the last ones among them where these have too many articles."""
    dates = _dates(request)
    found = store.find(dates=dates, limit=_ARTICLES)
    if not found.articles:
        choose_articles(store, Wanted(topic=None, dates=dates, limit=_ARTICLES))
    warnings: tuple[Notice, ...] = ()
    if found.total > len(found.articles):
        total = found.total
        request = _whole_days(found, request)
        found = store.find(dates=_dates(request), limit=_ARTICLES)
        warnings = (_left_unread(found, request, total),)
    grouping = groupings.of(found.articles, lambda: prepared_forms(store, found.articles))
    return _Days(request=request, grouping=grouping, warnings=warnings)


def _whole_days(found: Found, request: StoriesRequest) -> StoriesRequest:
    """The days of which every article is among those found, so that an id of theirs stays; the last
    day where that alone has too many.
    """
    days = [_day(info, ZoneInfo(request.zone)) for info in found.articles]
    last = max(days)
    return replace(request, first=min(last, min(days) + timedelta(days=1)), last=last)


def _day(info: ArticleInfo, zone: ZoneInfo) -> date:
    """When it was published or else first seen, which is what the store sorts by."""
    value = info.first_seen if info.date is None else info.date.value
    return value.astimezone(zone).date() if isinstance(value, datetime) else value or date.min


def _left_unread(found: Found, request: StoriesRequest, total: int) -> Notice:
    message = (
        f"Read the {len(found.articles)} articles from {request.first} to {request.last},"
        f" of {total} that match: ask for fewer days to see the others."
    )
    return Notice(code="not-all-read", message=message)


def _dates(request: StoriesRequest) -> DateRange | None:
    if request.first is request.last is None:
        return None
    try:
        return DateRange.between(request.first, request.last, zone=request.zone)
    except ValueError as error:
        raise InvalidRequestError(str(error), pointer="/from") from error


def _of_id(wanted: str) -> tuple[str, StoriesRequest]:
    """The founder's part and the days of an id; `StoryNotFoundError` for what is none."""
    try:
        founding, first, last, zone = wanted.split(".")
        request = StoriesRequest(
            first=None if first == _OPEN else date.fromisoformat(first),
            last=None if last == _OPEN else date.fromisoformat(last),
            zone=_zones()[zone],
        )
    except (KeyError, ValueError) as error:
        raise StoryNotFoundError(wanted) from error
    return founding, request


@cache
def _zones() -> dict[str, str]:
    """The zones by how an id writes them."""
    return {_plain(name): name for name in available_timezones()}


def _plain(zone: str) -> str:
    return zone.replace("/", "-")
