"""`POST /v1/check`: a text from anywhere, sentence by sentence against its articles."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.answers import answer
from api.bodies import json_body
from api.dependencies import SettingsDep, SummarizerDep
from api.openapi import body_of, problems
from api.schemas import CheckBody, at_most
from summarizer.types import CheckReport

__all__ = ["router"]

router = APIRouter(tags=["checks"])


@router.post(
    "/v1/check",
    response_model=CheckReport,
    responses=problems(400, 413, 415, 422, 503),
    openapi_extra=body_of(CheckBody),
)
def check(
    body: Annotated[CheckBody, Depends(json_body(CheckBody))],
    summarizer: SummarizerDep,
    settings: SettingsDep,
) -> Response:
    """Whether the documents support each sentence of a text: verdict, score, reasons, citations."""
    at_most(settings.max_documents, body.documents, pointer="/documents")
    zone = body.tz or settings.timezone
    return answer(summarizer.check(body.summary, body.documents, zone=zone))
