"""The parts of the OpenAPI document that the framework cannot know: bodies that we read ourselves,
problems, and limits that come from the settings.
"""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from api.problems import MEDIA_TYPE, Problem
from api.schemas import ArticlesBody, BriefBody, CheckBody, DocumentBody, SummarizeBody
from api.timeline_body import TimelineBody
from summarizer.config import Settings

__all__ = ["body_of", "describe", "problems"]

_REF = "#/components/schemas/{model}"
_MEANINGS = {
    400: "The body is no JSON.",
    401: "The API key is missing or wrong.",
    404: "Nothing there, or nothing matches.",
    413: "The body is too large.",
    415: "The body is of a type not read here.",
    422: "The request cannot be answered as put.",
    429: "Too many requests wait for the model; try again.",
    502: "The model gave no text that can be used.",
    503: "The database does not answer, or a model cannot be used; try again.",
    504: "The model did not finish in time.",
}
Responses = dict[int | str, dict[str, Any]]


def problems(*statuses: int) -> Responses:
    """The problems that a route answers, for its `responses`."""
    content = {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}}
    return {status: {"description": _MEANINGS[status], "content": content} for status in statuses}


def body_of(
    *models: type, media_type: str = "application/json", lines: bool = False
) -> dict[str, Any]:
    """The body of a route that reads it itself, for its `openapi_extra`: one of `models`."""
    refs = [{"$ref": _REF.format(model=model.__name__)} for model in models]
    content: dict[str, Any] = {
        media_type: {"schema": refs[0] if len(refs) == 1 else {"anyOf": refs}}
    }
    if lines:
        each = "An article a line, as JSON; a line that is none fails alone."
        content["application/x-ndjson"] = {"schema": {"type": "string", "description": each}}
    return {"requestBody": {"required": True, "content": content}}


def describe(app: FastAPI, settings: Settings) -> Callable[[], dict[str, Any]]:
    """A function for `app.openapi`: the whole document, made on the first call."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(
                title=app.title,
                version=app.version,
                description=app.description,
                routes=app.routes,
                tags=app.openapi_tags,
            )
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas.update(_own_schemas(settings))
            app.openapi_schema = document
        return app.openapi_schema

    return openapi


def _own_schemas(settings: Settings) -> dict[str, Any]:
    models = [
        (model, "validation")
        for model in (ArticlesBody, BriefBody, CheckBody, SummarizeBody, TimelineBody, Problem)
    ]
    schemas: dict[str, Any] = models_json_schema(models, ref_template=_REF)[1]["$defs"]  # type: ignore[arg-type]
    document = TypeAdapter(DocumentBody).json_schema(ref_template=_REF)
    most = settings.max_documents
    for name in ("SummarizeBody", "TimelineBody"):
        _first_variant(schemas[name], "documents")["maxItems"] = most
        _first_variant(schemas[name], "max_articles")["maximum"] = settings.max_articles
    schemas["ArticlesBody"]["properties"]["articles"]["maxItems"] = most
    schemas["CheckBody"]["properties"]["documents"]["maxItems"] = most
    return {**schemas, "DocumentBody": document}


def _first_variant(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """What the optional property is when it is not null."""
    variant: dict[str, Any] = schema["properties"][name]["anyOf"][0]
    return variant
