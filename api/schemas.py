"""The bodies and queries that the routes take."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, with_config

from api.choices import (
    Count,
    Day,
    Language,
    Length,
    Method,
    Moment,
    RankerName,
    Since,
    StoryId,
    Topic,
    Zone,
    date_range,
    since,
)
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError
from summarizer.types import (
    BriefInfo,
    Budget,
    DateRange,
    Document,
    Order,
    Policy,
    RankerOptions,
    SummaryRequest,
)

__all__ = [
    "ArticlesBody",
    "ArticlesQuery",
    "BriefBody",
    "BriefsQuery",
    "CheckBody",
    "DocumentBody",
    "RankerOptionsBody",
    "SummarizeBody",
    "at_most",
]


def _given(*names: str) -> dict[str, Any]:
    return {
        "required": list(names),
        "properties": {name: {"not": {"type": "null"}} for name in names},
    }


def _absent(*names: str) -> dict[str, Any]:
    return {"properties": {name: {"type": "null"} for name in names}}


#: what `SummarizeBody.to_request` checks, for readers of the schema
_ONE_SOURCE: dict[str, Any] = {
    "oneOf": [
        {"allOf": [_given("documents"), _absent("date_from", "date_to", "story_id")]},
        {"allOf": [_given("story_id"), _absent("documents", "date_from", "date_to", "since")]},
        {
            "allOf": [
                _absent("documents", "story_id"),
                {
                    "anyOf": [
                        _given("topic"),
                        _given("date_from"),
                        _given("date_to"),
                        _given("since"),
                    ]
                },
            ]
        },
    ]
}


_CHECK: dict[str, Any] = {
    "documents": [{"text": "The ferry sank at noon. Forty people were saved."}],
    "summary": "The ferry sank at noon. Fifty people were saved.",
}


# Without a configuration of its own it would take over the strictness of the bodies around it.
@with_config(ConfigDict(extra="ignore"))
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBody(Document):
    """An article: `text` or `html` is required. Other keys than these are ignored, as in files."""


class RankerOptionsBody(BaseModel):
    """How sentences are chosen, whatever the ranker."""

    model_config = ConfigDict(extra="forbid")

    standalone: bool = Field(
        True,
        description="A sentence that points back is told behind the one that it points to, or with "
        "what it points to in brackets, and a quotation whole; `false`: as any other sentence.",
    )

    def to_options(self) -> RankerOptions:
        """The library's own."""
        return RankerOptions(standalone=self.standalone)


class SummarizeBody(BaseModel):
    """Which articles, and how long: `documents`, or stored articles by `topic` and dates."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_ONE_SOURCE)

    documents: list[DocumentBody] | None = Field(
        None,
        min_length=1,
        description="The articles themselves; `topic` is then what to look for in them.",
    )
    topic: Topic | None = Field(None, description="Any words; finds stored articles.")
    story_id: StoryId | None = Field(
        None, description="A story of `GET /v1/stories`, instead of topic and dates."
    )
    date_from: Moment | None = Field(
        None, description="The first day, whole in `tz`, or the first instant."
    )
    date_to: Moment | None = Field(
        None, description="The last day, whole in `tz`, or the instant that ends the range."
    )
    since: Since | None = Field(
        None,
        description="Only what articles from this day or instant on add to those before, or what"
        " those from its day on, or first seen after it was written, add to the brief of this id:"
        " the summary is empty when that is nothing. Documents without a date count as new.",
    )
    tz: Zone | None = Field(None, description="IANA zone of days; the server's own when absent.")
    length: Length | None = Field(None, description="Exactly one of words, sentences, characters.")
    method: Method | None = Field(
        None,
        description="`auto` lets a model write where the server has one, and checks each sentence;"
        " the server's own setting when absent.",
    )
    policy: Policy | None = Field(
        None, description="What becomes of a generated sentence that has no support."
    )
    ranker: RankerName | None = None
    ranker_options: RankerOptionsBody = Field(
        RankerOptionsBody(), description="How sentences are chosen, whatever the ranker."
    )
    order: Order = "chronological"
    language: Language | None = Field(None, description="Only articles in this language.")
    max_articles: Count | None = Field(None, description="Reads the best matches only.")
    include: list[Literal["explanation"]] = Field(
        [], description="`explanation`: why sentences were kept or dropped."
    )

    def to_request(self, settings: Settings) -> SummaryRequest:
        """The question; `InvalidRequestError` where its parts do not go together."""
        self._check(settings)
        unit, amount = next(iter((self.length or {"words": settings.words}).items()))
        return SummaryRequest(
            budget=Budget(amount=amount, unit=unit),
            topic=self.topic,
            dates=date_range(self.date_from, self.date_to, zone=self.tz or settings.timezone),
            zone=self.tz or settings.timezone,
            ranker=self.ranker or settings.ranker,
            ranker_options=self.ranker_options.to_options(),
            order=self.order,
            method=self.method or settings.method,
            policy=self.policy or settings.policy,
            story=self.story_id,
            since=since(self.since, zone=self.tz or settings.timezone),
            language=self.language,
            max_articles=self.max_articles or settings.max_articles,
            explain="explanation" in self.include,
        )

    def _check(self, settings: Settings) -> None:
        others = (self.documents, self.date_from, self.date_to, self.since)
        if self.story_id is not None and any(each is not None for each in others):
            message = "a story is its own choice of articles: leave out documents, dates and since"
            raise InvalidRequestError(message, pointer="/story_id")
        stored = (self.topic, self.story_id, self.date_from, self.date_to, self.since)
        if self.documents is None and all(each is None for each in stored):
            message = (
                "say which articles: `documents`, `story_id`, or `topic` and/or `date_from`,"
                " `date_to`, `since`"
            )
            raise InvalidRequestError(message, pointer="")
        if self.documents is not None:
            at_most(settings.max_documents, self.documents, pointer="/documents")
        if (self.max_articles or 0) > settings.max_articles:
            message = f"a summary reads {settings.max_articles} articles at most"
            raise InvalidRequestError(message, pointer="/max_articles")


def at_most(limit: int, documents: Sequence[object], *, pointer: str) -> None:
    """`InvalidRequestError` when there are more than `limit`."""
    if len(documents) > limit:
        message = f"{len(documents)} documents; send {limit} at most in one request"
        raise InvalidRequestError(message, pointer=pointer)


class CheckBody(BaseModel):
    """A text, and the articles that it is to be held against."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_CHECK]})

    documents: list[DocumentBody] = Field(min_length=1)
    # Each sentence is held against each of the articles': 800 against 200 took 2.3 s.
    summary: str = Field(
        min_length=1, max_length=100_000, description="The text to check, from anywhere."
    )
    tz: Zone | None = Field(None, description="IANA zone of days; the server's own when absent.")


class ArticlesBody(BaseModel):
    """Articles to keep."""

    model_config = ConfigDict(extra="forbid")

    articles: list[DocumentBody]


class BriefBody(BaseModel):
    """The brief to write: of a day in a zone, of one topic or of everything.

    A brief is its day, zone and topic: the length and the options are those of a new edition, and
    the saved brief comes back whatever they say.
    """

    model_config = ConfigDict(extra="forbid")

    date: Day | None = Field(None, description="Yesterday in `tz` when absent.")
    tz: Zone | None = Field(None, description="IANA zone; the server's own when absent.")
    topic: Topic | None = None
    words: Count = Field(80, description="Length of each story, when it is written now.")
    ranker_options: RankerOptionsBody = Field(
        RankerOptionsBody(), description="How sentences are chosen, when it is written now."
    )
    rebuild: bool = Field(False, description="Write a new edition although there is one.")


class ArticlesQuery(BaseModel):
    """Which stored articles to list."""

    model_config = ConfigDict(extra="forbid")

    cursor: str | None = Field(None, description="`next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=500)
    topic: Topic | None = None
    date_from: Moment | None = None
    date_to: Moment | None = None
    tz: Zone | None = Field(None, description="IANA zone of days; the server's own when absent.")

    def dates(self, settings: Settings) -> DateRange | None:
        """The range asked for."""
        return date_range(self.date_from, self.date_to, zone=self.tz or settings.timezone)


class BriefsQuery(BaseModel):
    """Which saved briefs to list."""

    model_config = ConfigDict(extra="forbid")

    date: Day | None = None
    tz: Zone | None = None
    topic: Topic | None = None
    limit: int = Field(50, ge=1, le=500)

    def matches(self, brief: BriefInfo) -> bool:
        """Whether the brief is one of those asked for."""
        return (
            self.date in (None, brief.key.day)
            and self.tz in (None, brief.key.zone)
            and self.topic in (None, brief.key.topic)
        )
