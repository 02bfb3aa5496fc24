"""One page of the web, fetched because somebody named its address: nothing is followed but
redirects.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from time import monotonic
from urllib.parse import unquote, urlsplit

import httpx2

from summarizer.errors import UnreadableInputError
from summarizer.reading.contents import Served, read_stream
from summarizer.reading.formats import Format
from summarizer.types import Article

__all__ = ["is_address", "read_address"]

_MOST_REDIRECTS = 5
#: to connect, and between two pieces of the answer
_SECONDS_TO_WAIT = 20.0
_SECONDS_IN_ALL = 120.0
_HEADERS = {"User-Agent": "summarizer", "Accept": "text/html, application/xhtml+xml, */*;q=0.8"}
#: None where the content tells
_KINDS: dict[str, Format | None] = {
    **dict.fromkeys(("text/html", "application/xhtml+xml"), "html"),
    **dict.fromkeys(("application/rss+xml", "application/atom+xml", "application/rdf+xml"), "feed"),
    **dict.fromkeys(("application/x-ndjson", "application/ndjson", "application/jsonl"), "jsonl"),
    "application/json": "json",
    **dict.fromkeys(("", "application/octet-stream", "application/xml", "text/xml", "text/plain")),
}


def is_address(path: object) -> bool:
    """Whether `path` is the address of a page, and no file."""
    return isinstance(path, str) and path.lower().startswith(("http://", "https://"))


def read_address(url: str, *, max_bytes: int) -> Iterator[Article | UnreadableInputError]:
    """The articles of the page at `url`, or the error that says why there are none."""
    try:
        data, served = _fetch(url, max_bytes)
    except UnreadableInputError as error:
        yield error
    except httpx2.TooManyRedirects:
        yield UnreadableInputError(url, f"redirects more than {_MOST_REDIRECTS} times")
    except httpx2.TimeoutException:
        yield UnreadableInputError(url, "did not answer in time: try again later")
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        yield UnreadableInputError(url, f"cannot be reached ({error}): check the address")
    else:
        yield from read_stream(
            BytesIO(data),
            name=url,
            default_id=_name(served.url or url),
            max_bytes=max_bytes,
            served=served,
        )


def _fetch(url: str, max_bytes: int) -> tuple[bytes, Served]:
    with (
        httpx2.Client(
            headers=_HEADERS,
            timeout=_SECONDS_TO_WAIT,
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
        ) as client,
        client.stream("GET", url) as response,
    ):
        if not response.is_success:
            answer = f"{response.status_code} {response.reason_phrase}".strip()
            raise UnreadableInputError(url, f"the server answered {answer}")
        served = Served(
            kind=_kind(response, url), charset=response.charset_encoding, url=str(response.url)
        )
        return _body(response, url, max_bytes), served


def _kind(response: httpx2.Response, url: str) -> Format | None:
    media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media not in _KINDS:
        raise UnreadableInputError(url, f"is {media}: only pages, texts, feeds and JSON are read")
    return _KINDS[media]


def _body(response: httpx2.Response, url: str, max_bytes: int) -> bytes:
    data = bytearray()
    latest = monotonic() + _SECONDS_IN_ALL
    for piece in response.iter_bytes():
        data += piece
        if len(data) > max_bytes:
            raise UnreadableInputError(url, f"is larger than {max_bytes} bytes")
        if monotonic() > latest:
            raise UnreadableInputError(url, f"took more than {_SECONDS_IN_ALL:.0f} seconds")
    return bytes(data)


def _name(url: str) -> str:
    """The last part of the address, or its host."""
    parts = urlsplit(url)
    return PurePosixPath(unquote(parts.path)).stem or parts.hostname or url
