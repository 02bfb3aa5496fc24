"""The body of `POST /v1/timeline`."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.choices import Count, Language, Moment, Topic, Zone, date_range
from api.schemas import DocumentBody, at_most
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError
from summarizer.types import TimelineRequest

__all__ = ["TimelineBody"]

_EXAMPLES: list[Any] = [
    {"topic": "Notre-Dame fire", "dates": 5, "sentences_per_date": 1},
    {
        "documents": [
            {
                "title": "Ferry sinks",
                "date": "2019-06-30",
                "text": "The ferry sank on Friday. On Sunday divers found the wreck.",
            }
        ],
        "dates": "auto",
    },
]
_ONE_SOURCE: dict[str, Any] = {
    "examples": _EXAMPLES,
    "anyOf": [
        {"required": [name], "properties": {name: {"not": {"type": "null"}}}}
        for name in ("documents", "topic", "date_from", "date_to")
    ],
}


#: few enough that every one of them is read
Days = Annotated[Count, Field(le=1000)]
PerDate = Annotated[Count, Field(le=100)]


class TimelineBody(BaseModel):
    """Which articles, `documents` or stored ones by `topic` and dates, and how much of them."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_ONE_SOURCE)

    documents: list[DocumentBody] | None = Field(
        None,
        min_length=1,
        description="The articles themselves; `topic` is then what to look for in them.",
    )
    topic: Topic | None = Field(None, description="Any words; finds stored articles.")
    keywords: list[Topic] = Field(
        [], max_length=100, description="More words, one of which a sentence should hold."
    )
    date_from: Moment | None = Field(
        None, description="The first day that is told; stored articles are of it or later, too."
    )
    date_to: Moment | None = Field(
        None, description="The last day that is told; stored articles are of it or earlier, too."
    )
    dates: Days | Literal["auto"] = Field(
        "auto", description="How many days are told; `auto` tells those that stand out."
    )
    sentences_per_date: PerDate = Field(1, description="Sentences of each date.")
    tz: Zone | None = Field(None, description="IANA zone of days; the server's own when absent.")
    language: Language | None = Field(None, description="Only articles in this language.")
    max_articles: Count | None = Field(None, description="Reads the best matches only.")

    def to_request(self, settings: Settings) -> TimelineRequest:
        """The question; `InvalidRequestError` where its parts do not go together."""
        if self.documents is None and self.topic is self.date_from is self.date_to is None:
            message = "say which articles: `documents`, or `topic` and/or `date_from`, `date_to`"
            raise InvalidRequestError(message, pointer="")
        at_most(settings.max_documents, self.documents or [], pointer="/documents")
        if (self.max_articles or 0) > settings.max_articles:
            message = f"a timeline reads {settings.max_articles} articles at most"
            raise InvalidRequestError(message, pointer="/max_articles")
        zone = self.tz or settings.timezone
        return TimelineRequest(
            topic=self.topic,
            keywords=tuple(self.keywords),
            dates=date_range(self.date_from, self.date_to, zone=zone),
            days=None if self.dates == "auto" else self.dates,
            sentences_per_date=self.sentences_per_date,
            zone=zone,
            language=self.language,
            max_articles=self.max_articles or settings.max_articles,
        )
