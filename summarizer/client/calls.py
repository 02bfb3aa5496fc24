"""What is sent: requests, and the bodies that are made of the library's types."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from summarizer.types import DateRange, Document, SummaryRequest, TimelineRequest

__all__ = [
    "LINES",
    "Call",
    "batches",
    "ends",
    "key_headers",
    "post",
    "question",
    "timeline_question",
]

LINES = "application/x-ndjson"
_JSON = "application/json"
#: documents and bytes of one request; servers take 500 and 20 MB unless set otherwise
_BATCH, _BATCH_BYTES = 50, 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request; `repeatable` when sending it twice does what sending it once does."""

    method: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    body: bytes | None = None
    media_type: str = _JSON
    repeatable: bool = True


def key_headers(api_key: str | None) -> dict[bytes, bytes]:
    """The header that carries the key; `ValueError` when a header cannot."""
    if api_key is None:
        return {}
    if not api_key.isprintable():
        raise ValueError("the API key holds a line break or another control character")
    return {b"Authorization": b"Bearer " + api_key.encode()}


def question(
    request: SummaryRequest, documents: Sequence[Document] | None = None
) -> dict[str, Any]:
    """The body that asks for a summary of the documents, or of stored articles."""
    given = {} if documents is None else {"documents": [asdict(each) for each in documents]}
    return {
        **given,
        "since": _written(request.since),
        "story_id": request.story,
        "topic": request.topic,
        **ends(request.dates),
        "tz": request.told_zone,
        "length": {request.budget.unit: request.budget.amount},
        "ranker": request.ranker,
        "ranker_options": asdict(request.ranker_options),
        "order": request.order,
        "method": request.method,
        "policy": request.policy,
        "language": request.language,
        "max_articles": request.max_articles,
        "include": ["explanation"] if request.explain else [],
    }


def _written(since: datetime | str | None) -> str | None:
    return since.isoformat() if isinstance(since, datetime) else since


def timeline_question(
    request: TimelineRequest, documents: Sequence[Document] | None
) -> dict[str, Any]:
    """The body that asks for a timeline of the documents, or of stored articles."""
    given = {} if documents is None else {"documents": [asdict(each) for each in documents]}
    return {
        **given,
        "topic": request.topic,
        "keywords": list(request.keywords),
        **ends(request.dates),
        "dates": "auto" if request.days is None else request.days,
        "sentences_per_date": request.sentences_per_date,
        "tz": request.told_zone,
        "language": request.language,
        "max_articles": request.max_articles,
    }


def ends(dates: DateRange | None) -> dict[str, str | None]:
    """The range's ends as the API names them."""
    if dates is None:
        return {}
    moments = {"date_from": dates.start, "date_to": dates.end}
    return {name: end.isoformat() if end else None for name, end in moments.items()}


def post(path: str, body: Mapping[str, Any], *, repeatable: bool = True) -> Call:
    """The call that sends `body` as JSON."""
    return Call(method="POST", path=path, body=json.dumps(body).encode(), repeatable=repeatable)


def batches(documents: Iterable[Document]) -> Iterator[list[tuple[str, bytes]]]:
    """Names and JSON lines; documents without an id are counted through all batches."""
    batch: list[tuple[str, bytes]] = []
    size = 0
    for number, document in enumerate(documents, start=1):
        name = document.id or f"a{number}"
        line = json.dumps(asdict(replace(document, id=name))).encode()
        if batch and (len(batch) == _BATCH or size + len(line) > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append((name, line))
        size += len(line)
    if batch:
        yield batch
