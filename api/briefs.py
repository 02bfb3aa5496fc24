"""`/v1/briefs`: the saved summaries of days."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Header, Query, Response

from api.answers import BriefList, answer
from api.bodies import json_body
from api.choices import date_range
from api.dependencies import SettingsDep, SummarizerDep
from api.negotiation import preferred
from api.openapi import body_of, problems
from api.schemas import BriefBody, BriefsQuery
from summarizer.briefs.day import yesterday
from summarizer.briefs.rendering import as_markdown, as_text
from summarizer.errors import InvalidRequestError
from summarizer.types import Brief, BriefKey

__all__ = ["router"]

router = APIRouter(prefix="/v1/briefs", tags=["briefs"])
_RENDERINGS = {"text/markdown": as_markdown, "text/plain": as_text}
_FORMS = ("application/json", *_RENDERINGS)
#: a brief without its content is small: all of them are looked through for those asked for
_ALL = 100_000


@router.get("", response_model=BriefList, responses=problems(422, 503))
def list_briefs(query: Annotated[BriefsQuery, Query()], summarizer: SummarizerDep) -> Response:
    """The saved briefs, newest day first, newest edition first."""
    found = [brief for brief in summarizer.store.briefs(limit=_ALL) if query.matches(brief)]
    return answer(BriefList(items=tuple(found[: query.limit])))


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    response_model=Brief,
    responses={
        200: {"model": Brief, "description": "It had been written before."},
        **problems(400, 404, 413, 415, 422, 503),
    },
    openapi_extra=body_of(BriefBody),
)
def write_brief(
    body: Annotated[BriefBody, Depends(json_body(BriefBody))],
    summarizer: SummarizerDep,
    settings: SettingsDep,
) -> Response:
    """The brief of a day: written once, the saved one ever after, but for `rebuild`."""
    key = _key(body, settings.timezone)
    before = summarizer.store.brief(key)
    brief = summarizer.write_brief(
        key,
        words=body.words,
        ranker=settings.ranker,
        ranker_options=body.ranker_options.to_options(),
        rebuild=body.rebuild,
    )
    new = before is None or brief.edition > before.edition
    where = {"Location": f"/v1/briefs/{quote(brief.id, safe='')}"}
    return answer(brief, status=HTTPStatus.CREATED if new else HTTPStatus.OK, headers=where)


@router.get(
    "/{brief_id}",
    response_model=Brief,
    responses={
        200: {"content": {form: {"schema": {"type": "string"}} for form in _RENDERINGS}},
        **problems(404, 422, 503),
    },
)
def read_brief(
    brief_id: str,
    summarizer: SummarizerDep,
    accept: Annotated[str | None, Header(include_in_schema=False)] = None,
) -> Response:
    """A saved brief as JSON or, where the header Accept says so, as Markdown or plain text."""
    brief = summarizer.store.brief_by_id(brief_id)
    form = preferred(accept, _FORMS)
    headers = {"Vary": "Accept"}
    if form in _RENDERINGS:
        return Response(_RENDERINGS[form](brief), headers=headers, media_type=form)
    return answer(brief, headers=headers)


def _key(body: BriefBody, timezone: str) -> BriefKey:
    zone = body.tz or timezone
    day = body.date or yesterday(datetime.now(UTC), zone)
    try:
        date_range(day.isoformat(), day.isoformat(), zone=zone)
    except InvalidRequestError as error:
        raise InvalidRequestError(str(error), pointer="/date") from error
    return BriefKey(day=day, zone=zone, topic=body.topic)
