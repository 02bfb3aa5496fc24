"""An answer that comes in events, as the library's types."""

from collections.abc import Iterator

import httpx2
from pydantic import TypeAdapter, ValidationError

from summarizer.client.answers import problem_error
from summarizer.errors import RemoteError
from summarizer.types import Notice, Summary, SummarySentence

__all__ = ["Told", "told"]

#: a sentence as it is found, something to know, and at last the whole
Told = SummarySentence | Notice | Summary
_KINDS: dict[str, TypeAdapter[SummarySentence] | TypeAdapter[Notice] | TypeAdapter[Summary]] = {
    "sentence": TypeAdapter(SummarySentence),
    "warning": TypeAdapter(Notice),
    "summary": TypeAdapter(Summary),
}
#: bytes of an event: a summary of many articles is a large one
_LARGEST = 64 * 2**20


def told(response: httpx2.Response, address: str) -> Iterator[Told]:
    """What each event holds, as it comes; the error of an `error` event, and `RemoteError` where
    the answer ends before its summary or is none of this API.
    """
    for event in httpx2.EventSource(response, max_event_size=_LARGEST):
        if event.event == "error":
            raise problem_error(event.data, address)
        try:
            item = _KINDS[event.event].validate_json(event.data)
        except (KeyError, ValidationError) as error:
            detail = "the events are not of this API, or of another version of it"
            raise RemoteError(response.status_code, "Not understood", detail) from error
        yield item
        if isinstance(item, Summary):
            return
    detail = f"{address} broke off before the end of its answer"
    raise RemoteError(response.status_code, "Broken off", detail)
