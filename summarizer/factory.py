"""The only place that picks backends from the settings."""

from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.config import Settings
from summarizer.errors import SettingsError

if TYPE_CHECKING:  # half a second, for whoever wants the settings only
    from summarizer.service import Summarizer

__all__ = ["build_summarizer", "load_settings"]


def load_settings() -> Settings:
    """The settings of the environment and of `.env`; `SettingsError` names a wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(["SUMMARIZER", *map(str, first["loc"])]).upper()
        raise SettingsError(name, first["msg"].removeprefix("Value error, ")) from error
    except UnicodeDecodeError as error:
        raise SettingsError(".env", "the file is not UTF-8") from error


def build_summarizer(settings: Settings | None = None) -> "Summarizer":
    """A `Summarizer` over the database that the settings name (read from the environment)."""
    from summarizer.service import Summarizer
    from summarizer.store import open_store

    chosen = settings or load_settings()
    return Summarizer(open_store(chosen.database))
