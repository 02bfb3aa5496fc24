"""Settings from the environment (`SUMMARIZER_…`) or an `.env` file, for factory, cli and api."""

from ipaddress import ip_address
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.types import known_zone


class Settings(BaseSettings):
    """Everything that can be set without code; every field has a working default."""

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_", env_file=".env", extra="ignore", frozen=True
    )

    database: str = Field(
        "sqlite:///summarizer.db",
        description="Where articles and briefs are kept: `sqlite:///FILE` or `postgresql://…`.",
    )
    api_key: SecretStr | None = Field(
        None, description="When set, every request to the API but health checks must carry it."
    )
    host: str = Field("127.0.0.1", description="Address that `summarizer serve` binds to.")
    port: int = Field(8000, ge=0, le=65535, description="Port that `summarizer serve` binds to.")
    timezone: str = Field("UTC", description="IANA zone in which bare dates and days are meant.")
    ranker: str = Field("learned", description="Ranker used when a request names none.")
    words: int = Field(120, ge=1, description="Length of a summary when a request names none.")
    max_articles: int = Field(100, ge=1, description="Most articles that one summary reads.")
    max_body_bytes: int = Field(
        20_000_000, ge=1, description="Largest request body, and largest single article, in bytes."
    )
    max_documents: int = Field(500, ge=1, description="Most inline documents of one request.")
    method: Literal["extractive", "abstractive", "auto"] = Field(
        "auto", description="How summaries are made when a request does not say."
    )
    policy: Literal["replace", "drop", "flag"] = Field(
        "replace", description="What becomes of a generated sentence without support."
    )
    model: str | None = Field(
        None, description="Folder of an encoder-decoder model, or a model's name at `model_url`."
    )
    model_url: str | None = Field(
        None, description="Base of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1."
    )
    model_key: SecretStr | None = Field(None, description="Key for that server.")
    model_context: int = Field(
        4096,
        ge=256,
        description="Tokens of prompt and answer that the server's model has room for.",
    )
    model_reasoning: int = Field(
        0, ge=0, description="Further tokens for a server's model that reasons before it writes."
    )
    model_device: str = Field("auto", description="auto, cpu or cuda.")
    model_dtype: Literal["auto", "float32", "bfloat16"] = Field(
        "auto", description="Numbers that a local model computes in."
    )
    model_beams: int = Field(
        4, ge=1, description="Beams of a local model; 1 is quicker, and streams word by word."
    )
    model_batch: int = Field(
        8,
        ge=1,
        description="Requests a local model writes for at once; 1: always the same bytes.",
    )
    model_queue: int = Field(16, ge=1, description="Requests that may wait for the model.")
    model_timeout: float = Field(
        120.0, gt=0, description="Seconds that a model may take for one summary."
    )
    model_calls: int = Field(6, ge=1, description="Most calls of the model for one summary.")
    judge: str | None = Field(
        None,
        description="Folder of a model that judges beside the words: embeddings, or entailment.",
    )
    embedder: str | None = Field(
        None,
        description="Folder of sentence embeddings, to find what tells of a topic in other words.",
    )
    threads: int = Field(4, ge=1, description="Requests that the API works on at the same time.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="debug, info, warning or error."
    )

    @field_validator(
        "api_key", "model", "model_url", "model_key", "judge", "embedder", mode="before"
    )
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        """`SUMMARIZER_API_KEY=` sets no key: nobody means to be let in with an empty one."""
        return None if value == "" else value

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, value: str) -> str:
        return known_zone(value).key

    def require_key_for(self, host: str) -> None:
        """`ValueError` when a server on `host` could be reached from elsewhere without a key."""
        if self.api_key is None and not _is_loopback(host):
            raise ValueError(
                f"without an API key the server binds to this machine only, and {host} is more:"
                " set SUMMARIZER_API_KEY, or use --host 127.0.0.1"
            )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
