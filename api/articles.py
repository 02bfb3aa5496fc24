"""`/v1/articles`: keep articles, list them, look at one, remove it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import IngestReport, answer, as_members
from api.bodies import HandedOver, HandedOverDep
from api.dependencies import SettingsDep, SummarizerDep
from api.openapi import body_of, problems
from api.problems import Kind, ProblemError
from api.schemas import ArticlesBody, ArticlesQuery, DocumentBody
from summarizer.errors import UnreadableInputError
from summarizer.service import Summarizer
from summarizer.types import Article, ArticlePage, Document, IngestOutcome

__all__ = ["router"]

router = APIRouter(prefix="/v1/articles", tags=["articles"])
_NOTHING_KEPT = Kind("nothing-kept", 422, "None of the articles can be read")


@router.get("", response_model=ArticlePage, responses=problems(422, 503))
def list_articles(
    query: Annotated[ArticlesQuery, Query()], summarizer: SummarizerDep, settings: SettingsDep
) -> Response:
    """A page of the stored articles, newest first; undated ones by when they were first seen."""
    page = summarizer.store.page(
        cursor=query.cursor, limit=query.limit, topic=query.topic, dates=query.dates(settings)
    )
    return answer(page)


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    response_model=IngestReport,
    responses={
        200: {"model": IngestReport, "description": "Nothing was new."},
        **problems(400, 413, 415, 422, 503),
    },
    openapi_extra=body_of(ArticlesBody, DocumentBody, lines=True),
)
def add_articles(articles: HandedOverDep, summarizer: SummarizerDep) -> Response:
    """Keep articles, each once: sending them again changes nothing, a changed one is a new version.

    What cannot be read is `failed` in the answer, the rest is kept; when all have failed, the
    answer is a problem with the same `outcomes`. What was deleted comes back.
    """
    report = IngestReport.of(_keep(articles, summarizer))
    if report.outcomes and report.failed == len(report.outcomes):
        raise _nothing_kept(report)
    return answer(report, status=HTTPStatus.CREATED if report.added else HTTPStatus.OK)


@router.get("/{article_id}", response_model=Article, responses=problems(404, 422, 503))
def read_article(article_id: str, summarizer: SummarizerDep) -> Response:
    """The article with its text, the text as given, and everything that was removed from it."""
    return answer(summarizer.store.article(article_id))


@router.delete(
    "/{article_id}",
    status_code=HTTPStatus.NO_CONTENT,
    response_class=Response,
    responses=problems(404, 422, 503),
)
def delete_article(article_id: str, summarizer: SummarizerDep) -> None:
    """Remove the article for good, with its versions and the briefs that quote it."""
    summarizer.store.delete(article_id)


def _keep(items: HandedOver, summarizer: Summarizer) -> tuple[IngestOutcome, ...]:
    """An outcome for each item, in order."""
    documents = [item for item in items if isinstance(item, Document)]
    kept = iter(summarizer.ingest_documents(documents, restore=True))
    return tuple(
        IngestOutcome(name=item.name, status="failed", error=item.reason)
        if isinstance(item, UnreadableInputError)
        else next(kept)
        for item in items
    )


def _nothing_kept(report: IngestReport) -> ProblemError:
    reasons = [f"{outcome.name}: {outcome.error}" for outcome in report.outcomes]
    detail = "; ".join(reasons[:10]) + (" …" if len(reasons) > 10 else "")
    return ProblemError(_NOTHING_KEPT, detail, more=as_members(report))
