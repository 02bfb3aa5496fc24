"""The only place that picks backends from the settings."""

from summarizer.config import Settings
from summarizer.service import Summarizer

__all__ = ["build_summarizer"]


def build_summarizer(settings: Settings | None = None) -> Summarizer:
    """A `Summarizer` over the database that the settings name (read from the environment)."""
    from summarizer.store import open_store

    chosen = settings or Settings()
    return Summarizer(open_store(chosen.database))
