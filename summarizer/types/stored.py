"""What a store says of the articles that it keeps, and the briefs that it keeps beside them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from summarizer.types.articles import ArticleInfo, Notice
from summarizer.types.summaries import Summary

__all__ = [
    "ArticlePage",
    "BoilerplateLine",
    "Brief",
    "BriefInfo",
    "BriefKey",
    "BriefSection",
    "IngestOutcome",
    "IngestStatus",
]

IngestStatus = Literal["added", "updated", "unchanged", "skipped", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOutcome:
    """What became of one article handed to the store."""

    #: where it came from: a path, a line, an id
    name: str
    status: IngestStatus
    id: str | None = None
    title: str | None = None
    #: why it failed
    error: str | None = None
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """A page of a listing; pass `next_cursor` to get the next one, None at the end."""

    items: tuple[ArticleInfo, ...]
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateLine:
    """A line that a publisher prints under many articles."""

    id: str
    publisher: str
    #: the line as one of the articles prints it
    excerpt: str
    #: how many stored articles hold it
    articles: int
    #: learned by itself, kept for good, or forgotten: no boilerplate after all
    state: Literal["learned", "kept", "forgotten"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefKey:
    """What identifies a brief: one day in one zone, of one topic or of everything."""

    day: date
    zone: str = "UTC"
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """One story of a brief."""

    label: str
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefInfo:
    """A saved brief without its content."""

    #: stable: made from the key and the edition
    id: str
    key: BriefKey
    #: 1, and one more for each rebuild
    edition: int
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(BriefInfo):
    """The saved summary of a day, story by story, the most reported story first."""

    sections: tuple[BriefSection, ...]
    warnings: tuple[Notice, ...] = field(default=())
