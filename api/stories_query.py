"""The query of `GET /v1/stories`."""

from pydantic import BaseModel, ConfigDict, Field

from api.choices import Day, Topic, Zone
from summarizer.config import Settings
from summarizer.types import StoriesRequest

__all__ = ["StoriesQuery"]


class StoriesQuery(BaseModel):
    """Which stories: of whole days, both included."""

    model_config = ConfigDict(extra="forbid")

    first: Day | None = Field(None, alias="from", description="The first day.")
    last: Day | None = Field(None, alias="to", description="The last day.")
    tz: Zone | None = Field(None, description="IANA zone of days; the server's own when absent.")
    topic: Topic | None = Field(None, description="Only stories with an article about this.")

    limit: int = Field(100, ge=1, le=5_000, description="Most stories that are told.")

    def to_request(self, settings: Settings) -> StoriesRequest:
        """The question."""
        zone = self.tz or settings.timezone
        return StoriesRequest(
            first=self.first, last=self.last, zone=zone, topic=self.topic, limit=self.limit
        )
