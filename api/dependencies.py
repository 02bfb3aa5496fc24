"""What routes ask for: the summarizer and the settings, from the state of the app's lifespan."""

from typing import Annotated, TypedDict

from anyio import CapacityLimiter
from fastapi import Depends, Request

from api.metrics import Metrics
from summarizer.config import Settings
from summarizer.service import Summarizer

__all__ = [
    "HealthLimiterDep",
    "MetricsDep",
    "ModelLimiterDep",
    "SettingsDep",
    "State",
    "SummarizerDep",
]


class State(TypedDict):
    """What lives as long as the app runs."""

    settings: Settings
    summarizer: Summarizer
    metrics: Metrics
    #: a thread of their own for health checks: they answer while all others are busy
    health_limiter: CapacityLimiter
    #: threads that wait for the model: beside them others answer without one
    model_limiter: CapacityLimiter


# Coroutines, although they await nothing: the framework runs plain functions in threads, and these
# would then wait behind the work that they belong to.


async def _settings(request: Request) -> Settings:
    settings: Settings = request.state.settings
    return settings


async def _summarizer(request: Request) -> Summarizer:
    summarizer: Summarizer = request.state.summarizer
    return summarizer


async def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.state.metrics
    return metrics


async def _health_limiter(request: Request) -> CapacityLimiter:
    limiter: CapacityLimiter = request.state.health_limiter
    return limiter


async def _model_limiter(request: Request) -> CapacityLimiter:
    limiter: CapacityLimiter = request.state.model_limiter
    return limiter


SettingsDep = Annotated[Settings, Depends(_settings)]
SummarizerDep = Annotated[Summarizer, Depends(_summarizer)]
MetricsDep = Annotated[Metrics, Depends(_metrics)]
HealthLimiterDep = Annotated[CapacityLimiter, Depends(_health_limiter)]
ModelLimiterDep = Annotated[CapacityLimiter, Depends(_model_limiter)]
