"""The API key: as `Authorization: Bearer …` or as `X-API-Key`."""

from collections.abc import Callable, Coroutine
from hmac import compare_digest
from typing import Annotated

from fastapi import Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from pydantic import SecretStr

from api.problems import Kind, ProblemError

__all__ = ["require"]

_UNAUTHORIZED = Kind("unauthorized", 401, "The API key is missing or wrong")
_DETAIL = "send the key as `Authorization: Bearer KEY` or as `X-API-Key: KEY`"
_BEARER = HTTPBearer(auto_error=False, scheme_name="bearer", description="The API key.")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="header")


def require(key: SecretStr) -> Callable[..., Coroutine[None, None, None]]:
    """A dependency that turns away requests without `key`."""
    expected = key.get_secret_value().encode("utf-8", "surrogateescape")

    async def check(
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
        header: Annotated[str | None, Security(_HEADER)],
    ) -> None:
        given = [each for each in (bearer.credentials if bearer else None, header) if each]
        # The server decodes headers as Latin-1; that way back are the bytes that were sent.
        right = [compare_digest(each.encode("latin-1"), expected) for each in given]
        if not right or not all(right):
            raise ProblemError(_UNAUTHORIZED, _DETAIL, headers={"WWW-Authenticate": "Bearer"})

    return check
