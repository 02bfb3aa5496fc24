"""The stories of a range of days, worked out from the articles whenever they are asked for.

Nothing of them is kept, so that they depend on the articles alone: not on the order in which these
came, nor on what was asked before. An id names the founding article and the days, and so leads to
its story again, also after that was joined with an older one.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import available_timezones

from scipy.sparse import csr_array

from summarizer.errors import InvalidRequestError, NoArticlesError, StoryNotFoundError
from summarizer.extractive.answer import Question
from summarizer.prepared import Prepared
from summarizer.protocols import Ranker, Store
from summarizer.service.finding import Wanted, choose_articles
from summarizer.service.inline import readable
from summarizer.service.preparing import prepared_form
from summarizer.service.stored import OnceRead, prepared_forms
from summarizer.stories.copies import copy_groups
from summarizer.stories.describing import (
    Member,
    Rarity,
    label_of,
    nearest_of,
    shared_terms,
    story_terms,
)
from summarizer.stories.grouping import Grouped, group_articles
from summarizer.types import (
    Article,
    ArticleInfo,
    DateRange,
    Document,
    Notice,
    StoriesRequest,
    Story,
    StoryArticle,
    StoryList,
    SummaryRequest,
)

__all__ = [
    "describe_stories",
    "find_stories",
    "find_story",
    "question_of_story",
    "stories_of_documents",
    "story_names",
]

#: articles that are grouped at once: some seconds
_ARTICLES = 5_000
_OPEN = "-"


def find_stories(store: Store, request: StoriesRequest) -> StoryList:
    """The stories, those of most independent articles first; `NoArticlesError` without any."""
    dates = _dates(request)
    found = choose_articles(store, Wanted(topic=None, dates=dates, limit=_ARTICLES))
    read = OnceRead(store)
    read.expect(found.articles)
    stories = describe_stories(
        [read(info) for info in found.articles], found.prepared, suffix=_suffix(request)
    )
    if request.topic is not None:
        asked = Wanted(topic=request.topic, dates=dates, limit=_ARTICLES)
        about = {info.id for info in choose_articles(store, asked).articles}
        stories = [s for s in stories if about & {each.article.id for each in s.articles}]
    return StoryList(stories=tuple(stories), warnings=found.warnings)


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
    """The founding article and the days of an id; `StoryNotFoundError` for what is none."""
    try:
        article, first, last, zone = story_id.split(".")
        request = StoriesRequest(
            first=None if first == _OPEN else date.fromisoformat(first),
            last=None if last == _OPEN else date.fromisoformat(last),
            zone=next(name for name in available_timezones() if _plain(name) == zone),
        )
    except (ValueError, StopIteration) as error:
        raise StoryNotFoundError(story_id) from error
    return article, request


def find_story(store: Store, story_id: str) -> Story:
    """The story that the id leads to, which may have another one by now; `StoryNotFoundError`."""
    article, request = _of_id(story_id)
    try:
        stories = find_stories(store, request).stories
    except NoArticlesError as error:
        raise StoryNotFoundError(story_id) from error
    found = (story for story in stories if article in _ids(story))
    story = next(found, None)
    if story is None:
        raise StoryNotFoundError(story_id)
    return story


def question_of_story(
    store: Store, request: SummaryRequest, ranker: Ranker, warnings: Sequence[Notice]
) -> Question:
    """The question about the articles of the request's story; `StoryNotFoundError`."""
    story = find_story(store, request.story or "")
    infos = [info for each in story.articles for info in (each.article, *each.copies)]
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
    prepared = [prepared_form(article) for article in articles]
    stories = describe_stories(articles, prepared, suffix="")
    return StoryList(stories=tuple(stories), warnings=warnings)


def story_names(articles: Sequence[Article]) -> list[str]:
    """For each article the id of the first one of its story, by time."""
    prepared = [prepared_form(article) for article in articles]
    labels = group_articles(prepared, copies=copy_groups(prepared)).labels.tolist()
    first: dict[int, Article] = {}
    for label, article in zip(labels, articles, strict=True):
        first[label] = min(first.get(label, article), article, key=_when)
    return [first[label].id for label in labels]


def describe_stories(
    articles: Sequence[Article], prepared: Sequence[Prepared], *, suffix: str
) -> list[Story]:
    """The stories of the articles, those of most independent articles first, then the newest."""
    copies = copy_groups(prepared)
    grouped = group_articles(prepared, copies=copies)
    rarity = Rarity(prepared)
    members: dict[int, list[int]] = {}
    for place, label in enumerate(grouped.labels.tolist()):
        members.setdefault(label, []).append(place)
    stories = [
        _story([(articles[n], copies[n], n) for n in places], grouped, rarity, suffix)
        for places in members.values()
    ]
    return sorted(stories, key=lambda story: (-len(story.articles), story.id))


def _story(
    found: Sequence[tuple[Article, int, int]], grouped: Grouped, rarity: Rarity, suffix: str
) -> Story:
    """The story of articles with their copy groups and places."""
    texts: dict[int, list[Article]] = {}
    for article, group, _ in sorted(found, key=lambda each: _when(each[0])):
        texts.setdefault(group, []).append(article)
    rows = [grouped.row_of[group] for group in texts]
    similar = csr_array(grouped.graph[rows][:, rows])
    lead = [articles[0] for articles in texts.values()]
    members = [Member(title=each.title, text=each.text, language=each.language) for each in lead]
    bonds = tuple(_bonds(members, similar, rarity))
    dates = [article.date.value for article in lead if article.date]
    return Story(
        id=f"{lead[0].id}.{suffix}".rstrip("."),
        label=label_of(members, similar),
        terms=story_terms(members, rarity),
        first=min(dates, key=_instant, default=None),
        last=max(dates, key=_instant, default=None),
        articles=tuple(
            _article(place, texts=tuple(texts.values()), bonds=bonds) for place in range(len(texts))
        ),
        publishers=tuple(sorted({each.source for each, _, _ in found if each.source})),
    )


def _bonds(
    members: Sequence[Member], similar: csr_array, rarity: Rarity
) -> Iterator[tuple[int, float, tuple[str, ...]] | None]:
    """For each member the nearest one, how similar they are, and what they share."""
    for place, member in enumerate(members):
        found = nearest_of(similar, place)
        yield found and (*found, shared_terms(member, members[found[0]], rarity))


def _article(
    place: int,
    *,
    texts: Sequence[Sequence[Article]],
    bonds: Sequence[tuple[int, float, tuple[str, ...]] | None],
) -> StoryArticle:
    first, *copies = texts[place]
    bond = bonds[place]
    return StoryArticle(
        article=first.info,
        copies=tuple(each.info for each in copies),
        nearest=None if bond is None else texts[bond[0]][0].id,
        similarity=0.0 if bond is None else bond[1],
        shared=() if bond is None else bond[2],
    )


def _when(article: ArticleInfo) -> tuple[bool, datetime, str]:
    """Dated ones by time, then undated ones by when they were first seen."""
    known = article.date is not None
    value = article.date.value if article.date else article.first_seen or date.max
    return not known, _instant(value), article.content_hash


def _instant(value: date | datetime) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.combine(value, time.min, tzinfo=UTC)


def _ids(story: Story) -> set[str]:
    return {info.id for each in story.articles for info in (each.article, *each.copies)}


def _plain(zone: str) -> str:
    return zone.replace("/", "-")
