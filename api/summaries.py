"""`POST /summarize`: many articles in, one short, ordered, sourced text out."""

from typing import Annotated, Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, Depends, Request, Response

from api.answers import answer
from api.bodies import JSON, json_body
from api.dependencies import ModelLimiterDep, SettingsDep, SummarizerDep
from api.negotiation import preferred
from api.openapi import body_of, problems
from api.schemas import SummarizeBody
from api.streaming import EVENTS, event_stream, watched
from summarizer.types import Summary

__all__ = ["router"]

router = APIRouter(tags=["summaries"])


_DESCRIBED: dict[str, Any] = {
    "response_model": Summary,
    "responses": {
        **problems(400, 404, 413, 415, 422, 429, 502, 503, 504),
        200: {"content": {EVENTS: {"schema": {"type": "string"}}}},
    },
    "openapi_extra": body_of(SummarizeBody),
}


@router.post("/summarize", **_DESCRIBED)
@router.post("/v1/summarize", **_DESCRIBED)
async def summarize(  # noqa: PLR0917  (what it depends on)
    request: Request,
    body: Annotated[SummarizeBody, Depends(json_body(SummarizeBody))],
    summarizer: SummarizerDep,
    settings: SettingsDep,
    limiter: ModelLimiterDep,
) -> Response:
    """One summary of the documents handed over, or of stored articles by topic and dates.

    The same question on the same articles gives the same extract, byte for byte. With
    `Accept: text/event-stream` the answer comes in events: `sentence` and `warning` as they are
    found, then `summary`, or `error` with a problem.
    """
    asked = body.to_request(settings)
    threads = limiter if summarizer.writes(asked) else current_default_thread_limiter()
    if preferred(request.headers.get("accept"), (JSON, EVENTS)) == EVENTS:
        return await event_stream(
            request, lambda stop: summarizer.stream(asked, body.documents, stop=stop), threads
        )
    return await watched(
        request,
        lambda stop: answer(summarizer.summarize(asked, body.documents, stop=stop)),
        threads,
    )
