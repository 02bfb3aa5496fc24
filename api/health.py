"""Whether the process lives, whether it can work, and numbers about what it does."""

from typing import Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel

from api.dependencies import HealthLimiterDep, MetricsDep, SummarizerDep
from api.openapi import problems

__all__ = ["metrics", "router"]

router = APIRouter(tags=["health"])
metrics = APIRouter(tags=["health"])


class Health(BaseModel):
    """All is well; anything else is a problem."""

    status: Literal["ok"] = "ok"


@router.get("/livez")
async def livez() -> Health:
    """The process answers."""
    return Health()


@router.get("/readyz", responses=problems(503))
async def readyz(summarizer: SummarizerDep, limiter: HealthLimiterDep) -> Health:
    """The database answers."""
    await run_sync(summarizer.store.check, limiter=limiter)
    return Health()


@metrics.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def read_metrics(numbers: MetricsDep) -> Response:
    """Counts and durations of requests, for Prometheus."""
    return Response(numbers.exposition(), media_type=CONTENT_TYPE_LATEST)
