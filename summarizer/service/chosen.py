"""Which articles are wanted, and which were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from summarizer.prepared import Prepared
from summarizer.protocols.ranking import Parameters
from summarizer.types import ArticleInfo, DateRange, Notice

__all__ = ["Chosen", "Wanted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which articles."""

    topic: str | None
    dates: DateRange | None
    language: str | None = None
    #: the most
    limit: int
    #: those that match, in a notice of how many of them are read
    called: str = "matching articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Articles with their prepared forms, the best first."""

    articles: tuple[ArticleInfo, ...]
    prepared: tuple[Prepared, ...]
    warnings: tuple[Notice, ...]
    #: what of how they were found belongs into a manifest
    parameters: Parameters = field(default_factory=dict)

    def only(self, places: Sequence[int]) -> "Chosen":
        """Those at these places, in this order."""
        return replace(
            self,
            articles=tuple(self.articles[place] for place in places),
            prepared=tuple(self.prepared[place] for place in places),
        )
