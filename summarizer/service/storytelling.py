"""Articles in hand, grouped into stories that are told what they are about."""

from collections.abc import Sequence

from summarizer.prepared import Prepared
from summarizer.service.preparing import prepared_form
from summarizer.stories.copies import copy_groups
from summarizer.stories.describing import Member, described
from summarizer.stories.grouping import Grouped, grouped
from summarizer.stories.identity import day_of, founder, story_id
from summarizer.types import Article, ArticleInfo, Story

__all__ = ["stories_of", "stories_of_prepared", "story_ids"]


def stories_of(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The stories of the articles, that of the most independent articles first.

    The order in which articles are given changes nothing.
    """
    return stories_of_prepared([(article, prepared_form(article)) for article in articles])


def stories_of_prepared(given: Sequence[tuple[Article, Prepared]]) -> tuple[Story, ...]:
    """The same for articles that are prepared."""
    # of two articles that are alike in everything but their ids, one is the copy
    ordered = sorted(given, key=lambda each: (each[0].content_hash, each[0].id))
    articles, forms = [article for article, _ in ordered], [form for _, form in ordered]
    copies = copy_groups(forms)
    found = _grouped(articles, forms, copies)
    places = {place: row for row, place in enumerate(found.compared.tolist())}
    row = {copies[place]: row for place, row in places.items()}
    stories: dict[int, list[Member]] = {}
    for place, group in enumerate(found.groups.tolist()):
        member = Member(
            article=articles[place],
            prepared=forms[place],
            row=row[copies[place]],
            copy=place not in places,
        )
        stories.setdefault(group, []).append(member)
    told = (described(members, found.vectors) for members in stories.values())
    return tuple(sorted(told, key=lambda story: (-story.independent, story.id)))


def story_ids(articles: Sequence[ArticleInfo], forms: Sequence[Prepared]) -> tuple[str, ...]:
    """The id of each article's story; articles and prepared forms are in one order."""
    groups = _grouped(articles, forms, copy_groups(forms)).groups.tolist()
    members: dict[int, list[ArticleInfo]] = {}
    for article, group in zip(articles, groups, strict=True):
        members.setdefault(group, []).append(article)
    ids = {group: story_id(founder(each)) for group, each in members.items()}
    return tuple(ids[group] for group in groups)


def _grouped(
    articles: Sequence[ArticleInfo], forms: Sequence[Prepared], copies: Sequence[int]
) -> Grouped:
    return grouped(forms, days=[day_of(article) for article in articles], copies=copies)
