"""Stories: articles about one event, and why they stand together."""

from dataclasses import dataclass
from datetime import date, datetime

from summarizer.types.articles import ArticleInfo, Notice

__all__ = ["StoriesRequest", "Story", "StoryArticle", "StoryList"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesRequest:
    """Which stories: those of articles of these days, and about this topic where one is given.

    Both ends are days of `zone` and included; None leaves one open.
    """

    first: date | None = None
    last: date | None = None
    #: IANA name
    zone: str = "UTC"
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryArticle:
    """An article of a story, and what decided that it is one."""

    article: ArticleInfo
    #: reprints of its text: they count as one source
    copies: tuple[ArticleInfo, ...] = ()
    #: id of the article of the story that it is most similar to; None in a story of one
    nearest: str | None = None
    #: cosine of the two articles' weighted terms, in [0, 1]
    similarity: float = 0.0
    #: words and names that both hold, the rarest first
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event."""

    #: the founding article's id, and the days that were looked through: it stays while articles are
    #: added, and still leads to the story when that becomes part of another
    id: str
    #: the title of its most typical article, or the opening of that
    label: str
    #: words and names, the most telling first
    terms: tuple[str, ...]
    #: when its first and its last article appeared; None where no article is dated
    first: date | datetime | None
    last: date | datetime | None
    #: by time, undated ones last
    articles: tuple[StoryArticle, ...]
    #: sorted
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryList:
    """The stories of a range of days, those of most articles first."""

    stories: tuple[Story, ...]
    warnings: tuple[Notice, ...] = ()
