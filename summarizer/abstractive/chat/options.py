"""Where the server is, and how it is asked."""

from dataclasses import dataclass

import httpx2
from pydantic import SecretStr

__all__ = ["ChatOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatOptions:
    """A chat model by its server and name; `ValueError` says which of these cannot be used."""

    #: with its `/v1`, such as `http://127.0.0.1:11434/v1`
    base_url: str
    #: as the server calls it
    model: str
    #: hides itself when it is printed, logged or turned into a dictionary
    key: SecretStr | None = None
    #: tokens of question and answer together. Ollama has 4,096 unless it is told otherwise, and
    #: cuts longer questions off without a word
    context: int = 4096
    #: seconds to connect in, between two pieces (the first one comes when the question was read),
    #: and for all of it, with every retry
    connect: float = 5.0
    read: float = 60.0
    total: float = 120.0
    #: tries after the first
    retries: int = 2
    temperature: float = 0.0
    seed: int | None = 0
    #: more tokens for a model that reasons before it writes
    reasoning: int = 0
    #: requests at once; a further one is told to come back
    max_waiting: int = 4

    def __post_init__(self) -> None:
        _check_address(self.base_url)
        if self.key is not None and not _fits_header(self.key.get_secret_value()):
            raise ValueError("the key holds a blank, a line break or a letter that no header takes")
        if not self.model.strip():
            raise ValueError("the model needs the name that its server knows it by")
        least = {"context": 256, "max_waiting": 1, "retries": 0, "reasoning": 0, "temperature": 0}
        for name, lowest in least.items():
            if not getattr(self, name) >= lowest:
                raise ValueError(f"{name} must be {lowest} or more")
        for name in ("connect", "read", "total"):
            if not 0 < getattr(self, name) < float("inf"):
                raise ValueError(f"{name} must be a number of seconds above 0")

    @property
    def address(self) -> str:
        """The base address without a slash at its end."""
        return self.base_url.rstrip("/")


def _fits_header(key: str) -> bool:
    return key != "" and key.isascii() and key.isprintable() and " " not in key


def _check_address(address: str) -> None:
    """`ValueError` unless it is a plain web address: messages show it, so it holds no secret."""
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise ValueError("the address of the model's server cannot be read") from error
    if url.userinfo:
        raise ValueError("the address of the model's server holds a password: set its key instead")
    if url.scheme not in ("http", "https") or not url.host:
        raise ValueError(f"the address {address!r} must begin with http:// or https://")
    if url.query or url.fragment:
        raise ValueError("the address of the model's server takes no query and no fragment")
