"""What the reader of a timeline should know about how it came about."""

from collections.abc import Iterator, Mapping, Sequence

from summarizer.service.timeline_entries import told_day
from summarizer.stories.timelines import InferredDay
from summarizer.types import ArticleInfo, Notice, TimelineEntry, TimelineRequest

__all__ = ["timeline_notices"]


def timeline_notices(
    request: TimelineRequest,
    entries: Sequence[TimelineEntry],
    articles: Sequence[ArticleInfo],
    inferred: Mapping[int, InferredDay],
    *,
    met: bool,
) -> Iterator[Notice]:
    """A topic that nothing is about, days that were worked out, articles that have none, and fewer
    dates than were asked for. `articles` are in the order that `inferred` numbers them in.
    """
    if not met:
        words = " ".join(filter(None, (request.topic, *request.keywords)))
        message = f"No article holds a word of “{words}”: the timeline is of all that they tell."
        yield Notice(code="topic-not-found", message=message)
    yield from _inferred(articles, inferred)
    yield from _undated(articles, inferred)
    days = sum((e.until - e.date).days + 1 for e in entries if e.precision == "day")
    if not entries:
        message = "The articles name no date that can be told."
        if request.dates is not None:
            message = "The articles name no date that can be told in the days asked for."
        yield Notice(code="no-dates", message=message)
    elif request.days is not None and days < request.days:
        message = f"Asked for {request.days} days, found {days} that something is told of."
        yield Notice(code="short", message=message)


def _inferred(
    articles: Sequence[ArticleInfo], inferred: Mapping[int, InferredDay]
) -> Iterator[Notice]:
    for place, found in sorted(inferred.items()):
        article, neighbour = articles[place], articles[found.neighbour]
        name = neighbour.title or neighbour.id
        yield Notice(
            code="day-inferred",
            message=f"{article.title or article.id} is undated: taken to be of"
            f" {told_day(found.day)}, as it is about the same as “{name}”"
            f" ({neighbour.date.value if neighbour.date else ''}).",
            articles=(article.id, neighbour.id),
        )


def _undated(
    articles: Sequence[ArticleInfo], inferred: Mapping[int, InferredDay]
) -> Iterator[Notice]:
    unknown = [
        article.id
        for place, article in enumerate(articles)
        if article.date is None and place not in inferred
    ]
    if unknown:
        count = "1 article is" if len(unknown) == 1 else f"{len(unknown)} articles are"
        message = f"{count} undated: only dates that need no other day count from there."
        yield Notice(code="undated", message=message, articles=tuple(sorted(unknown)))
