"""Articles in hand, grouped into stories that are told what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.prepared import Prepared
from summarizer.service.preparing import prepared_form
from summarizer.stories.copies import copy_groups
from summarizer.stories.describing import Grouped, Member, Read, described
from summarizer.stories.grouping import grouped
from summarizer.stories.identity import day_of
from summarizer.stories.story_vectors import Vectors
from summarizer.types import Article, ArticleInfo, Story

__all__ = ["Grouping", "stories_of", "story_ids"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouping:
    """Stories of which nothing is told yet."""

    #: that of the most independent articles first
    stories: tuple[Grouped, ...]
    #: a row for each original
    vectors: Vectors

    @classmethod
    def of(cls, articles: Sequence[ArticleInfo], forms: Sequence[Prepared]) -> "Grouping":
        """The stories of the articles; their prepared forms are in the same order.

        The order in which they are given changes nothing.
        """
        # of two articles that are alike in everything but their ids, one is the copy
        order = sorted(
            range(len(forms)), key=lambda at: (articles[at].content_hash, articles[at].id)
        )
        articles, forms = [articles[at] for at in order], [forms[at] for at in order]
        copies = copy_groups(forms)
        found = grouped(forms, days=[day_of(article) for article in articles], copies=copies)
        places = {place: row for row, place in enumerate(found.compared.tolist())}
        row = {copies[place]: row for place, row in places.items()}
        stories: dict[int, list[Member]] = {}
        for place, group in enumerate(found.groups.tolist()):
            member = Member(info=articles[place], row=row[copies[place]], copy=place not in places)
            stories.setdefault(group, []).append(member)
        told = [Grouped.of(members) for members in stories.values()]
        told.sort(key=lambda story: (-story.independent, story.id))
        return cls(stories=tuple(told), vectors=found.vectors)

    def described(self, story: Grouped, read: Read) -> Story:
        """One of the stories, told what it is about."""
        return described(story, self.vectors, read)


def stories_of(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The stories of the articles, that of the most independent articles first.

    The order in which articles are given changes nothing.
    """
    forms = [prepared_form(article) for article in articles]
    grouping = Grouping.of([article.info for article in articles], forms)
    # ids may be given twice
    texts = {_key(each.info): (each, form) for each, form in zip(articles, forms, strict=True)}
    return tuple(
        grouping.described(story, lambda info: texts[_key(info)]) for story in grouping.stories
    )


def story_ids(articles: Sequence[ArticleInfo], forms: Sequence[Prepared]) -> tuple[str, ...]:
    """The id of each article's story; articles and prepared forms are in one order."""
    stories = Grouping.of(articles, forms).stories
    ids = {_key(member.info): story.id for story in stories for member in story.members}
    return tuple(ids[_key(info)] for info in articles)


def _key(info: ArticleInfo) -> tuple[str, str]:
    return info.id, info.content_hash
