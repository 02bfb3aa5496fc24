"""`POST /summarize`: many articles in, one short, ordered, sourced text out."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from api.answers import answer
from api.bodies import json_body
from api.dependencies import SettingsDep, SummarizerDep
from api.openapi import body_of, problems
from api.schemas import SummarizeBody
from summarizer.types import Summary

__all__ = ["router"]

router = APIRouter(tags=["summaries"])


_DESCRIBED: dict[str, Any] = {
    "response_model": Summary,
    "responses": problems(400, 404, 413, 415, 422, 503),
    "openapi_extra": body_of(SummarizeBody),
}


@router.post("/summarize", **_DESCRIBED)
@router.post("/v1/summarize", **_DESCRIBED)
def summarize(
    body: Annotated[SummarizeBody, Depends(json_body(SummarizeBody))],
    summarizer: SummarizerDep,
    settings: SettingsDep,
) -> Response:
    """One summary of the documents handed over, or of stored articles by topic and dates.

    The same question on the same articles gives the same bytes.
    """
    return answer(summarizer.summarize(body.to_request(settings), body.documents))
