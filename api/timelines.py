"""`POST /v1/timeline`: a story by its dates, each cited, and stated or inferred."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.answers import answer
from api.bodies import json_body
from api.dependencies import SettingsDep, SummarizerDep
from api.openapi import body_of, problems
from api.timeline_body import TimelineBody
from summarizer.types import Timeline

__all__ = ["router"]

router = APIRouter(tags=["timelines"])


@router.post(
    "/v1/timeline",
    response_model=Timeline,
    responses=problems(400, 404, 413, 415, 422, 503),
    openapi_extra=body_of(TimelineBody),
)
def timeline(
    body: Annotated[TimelineBody, Depends(json_body(TimelineBody))],
    summarizer: SummarizerDep,
    settings: SettingsDep,
) -> Response:
    """What the documents, or stored articles by topic and dates, tell by date.

    Every entry says whether its date is stated or inferred, and by which words.
    """
    return answer(summarizer.timeline(body.to_request(settings), body.documents))
