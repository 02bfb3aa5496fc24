"""Stories: articles about one event, what they are about, and why they are together."""

from dataclasses import dataclass
from datetime import date, datetime

from summarizer.types.articles import ArticleInfo, Notice

__all__ = ["StoriesRequest", "Story", "StoryLink", "StoryList"]


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
    #: the most that are told
    limit: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """Why an article is in its story: what it shares with the one there that it is most like."""

    article: str
    nearest: str
    #: cosine of what the two are about, in [0, 1]; 1 for copies of one text
    similarity: float
    #: what they share, as they write it, what decided most first; none for copies
    terms: tuple[str, ...]
    #: one is a copy of the other
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event."""

    #: made from the content hash of the story's first article: the same articles give the same id.
    #: In a store from that article's id, with the days that were looked through behind it: it stays
    #: while articles are added or updated, and leads on when the story becomes part of another
    id: str
    #: the title of its most central article that has one, or the head of its most central sentence
    label: str
    #: what it is about, as its articles write it, most telling first
    terms: tuple[str, ...]
    #: when its first and its last dated article were published; None where none is dated
    first: date | datetime | None
    last: date | datetime | None
    #: by date, undated ones last
    articles: tuple[ArticleInfo, ...]
    #: in the order of their first article
    publishers: tuple[str, ...]
    #: articles, copies of one text counted once
    independent: int
    #: one for each article but the most central one, in the order of the articles
    links: tuple[StoryLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryList:
    """The stories of a range of days, those of most independent articles first."""

    stories: tuple[Story, ...]
    #: how many there are, told or not
    total: int
    warnings: tuple[Notice, ...] = ()
