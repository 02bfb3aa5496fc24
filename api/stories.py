"""`/v1/stories`: articles about one event, and why they stand together."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.answers import answer
from api.dependencies import SettingsDep, SummarizerDep
from api.openapi import problems
from api.stories_query import StoriesQuery
from summarizer.types import Story, StoryList

__all__ = ["router"]

router = APIRouter(prefix="/v1/stories", tags=["stories"])


@router.get("", response_model=StoryList, responses=problems(404, 422, 503))
def list_stories(
    query: Annotated[StoriesQuery, Query()], summarizer: SummarizerDep, settings: SettingsDep
) -> Response:
    """The stories of some days, those of most independent articles first."""
    return answer(summarizer.stories(query.to_request(settings)))


@router.get(
    "/{story_id}",
    response_model=Story,
    responses={
        307: {"description": "It became part of the story that `Location` names."},
        **problems(404, 422, 503),
    },
)
def read_story(story_id: str, summarizer: SummarizerDep, request: Request) -> Response:
    """A story by its id; ids of stories that were joined with others lead to these."""
    story = summarizer.story(story_id)
    if story.id != story_id:
        # not for good: the two may part again when an article goes
        root = request.scope.get("root_path", "").rstrip("/")
        return RedirectResponse(f"{root}/v1/stories/{quote(story.id, safe='')}", status_code=307)
    return answer(story)
