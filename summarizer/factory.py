"""The only place that picks backends from the settings."""

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.config import Settings
from summarizer.errors import ModelUnavailableError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.protocols import Embedder, Generator, Judge
    from summarizer.service import Summarizer
    from summarizer.service.writing import Writer

__all__ = ["build_embedder", "build_judges", "build_summarizer", "build_writer", "load_settings"]


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


def build_judges(settings: Settings) -> "tuple[Judge, ...]":
    """The judge that the settings name, if any; its kind is told by its own configuration.

    Loaded when it is first asked. `MissingExtraError` without the packages it needs,
    `SettingsError` for a folder that holds none.
    """
    if settings.judge is None:
        return ()
    from summarizer.neural.folders import ModelFolder
    from summarizer.neural.judges import open_judge

    folder = ModelFolder(
        path=Path(settings.judge), device=settings.model_device, dtype=settings.model_dtype
    )
    try:
        return (open_judge(folder),)
    except ModelUnavailableError as error:
        raise SettingsError("SUMMARIZER_JUDGE", f"{folder.path}: {error.reason}") from error


def build_embedder(settings: Settings) -> "Embedder | None":
    """The embedder that the settings name, loaded when it is first asked; None where they name
    none. `MissingExtraError` without the packages it needs, `SettingsError` for a folder that holds
    none.
    """
    if settings.embedder is None:
        return None
    from summarizer.neural.embedding import open_embedder
    from summarizer.neural.folders import ModelFolder

    folder = ModelFolder(
        path=Path(settings.embedder), device=settings.model_device, dtype=settings.model_dtype
    )
    try:
        return open_embedder(folder)
    except ModelUnavailableError as error:
        raise SettingsError("SUMMARIZER_EMBEDDER", f"{folder.path}: {error.reason}") from error


def build_writer(settings: Settings, *, judges: "Sequence[Judge] | None" = None) -> "Writer | None":
    """What writes with the model that the settings name; None where they name none.

    `judges` are those of the settings unless given. The model is loaded when it is first asked.
    `MissingExtraError` without the packages it needs, `SettingsError` for an address without a
    name.
    """
    if settings.model is None:
        if settings.model_url is not None:
            raise SettingsError("SUMMARIZER_MODEL_URL", "name the model, too: SUMMARIZER_MODEL")
        return None
    from summarizer.service.writing import Writer

    return Writer(
        generator=_chat(settings, settings.model_url)
        if settings.model_url
        else _seq2seq(settings, settings.model),
        timeout=settings.model_timeout,
        most_calls=settings.model_calls,
        judges=build_judges(settings) if judges is None else judges,
    )


def build_summarizer(settings: Settings | None = None) -> "Summarizer":
    """A `Summarizer` over the database that the settings name (read from the environment)."""
    from summarizer.service import Summarizer
    from summarizer.store import open_store

    chosen = settings or load_settings()
    judges = build_judges(chosen)
    writer = build_writer(chosen, judges=judges)
    embedder = build_embedder(chosen)
    return Summarizer(open_store(chosen.database), writer=writer, judges=judges, embedder=embedder)


def _seq2seq(settings: Settings, folder: str) -> "Generator":
    from summarizer.abstractive.decoding import Decoding
    from summarizer.abstractive.seq2seq import Seq2SeqGenerator, Seq2SeqOptions

    return Seq2SeqGenerator(
        Seq2SeqOptions(
            folder=Path(folder),
            device=settings.model_device,
            dtype=settings.model_dtype,
            decoding=Decoding(beams=settings.model_beams),
            most_waiting=settings.model_queue,
            batch=settings.model_batch,
        )
    )


def _chat(settings: Settings, url: str) -> "Generator":
    from summarizer.abstractive.chat import ChatModel, ChatOptions

    try:
        options = ChatOptions(
            base_url=url,
            model=settings.model or "",
            key=settings.model_key,
            context=settings.model_context,
            total=settings.model_timeout,
            reasoning=settings.model_reasoning,
            max_waiting=settings.model_queue,
        )
    except ValueError as error:
        raise SettingsError("SUMMARIZER_MODEL_URL", str(error)) from error
    return ChatModel(options)
