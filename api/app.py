"""The application: `create_app(settings)`, or `app_from_env` as uvicorn's import string."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from anyio import CapacityLimiter
from anyio.to_thread import current_default_thread_limiter, run_sync
from fastapi import Depends, FastAPI
from starlette.middleware import Middleware

from api import articles, briefs, checks, health, stories, summaries, timelines
from api.dependencies import State
from api.limiting import BodyLimit
from api.metrics import Metrics
from api.observing import Observing, build_log
from api.openapi import describe, problems
from api.pages import add_pages
from api.problems import handle_problems
from api.security import require
from summarizer import __version__
from summarizer.config import Settings
from summarizer.factory import build_summarizer
from summarizer.service import Summarizer

__all__ = ["app_from_env", "create_app"]

_DESCRIPTION = (
    "Many articles in; one short, ordered, sourced text out. Every error is a problem (RFC 9457)."
)


def create_app(
    settings: Settings | None = None, *, build: Callable[[Settings], Summarizer] = build_summarizer
) -> FastAPI:
    """The API over the database that the settings name; it is opened when the app starts.

    Everything but health checks and the documentation asks for the key, when the settings have one.
    """
    chosen = settings or Settings()
    metrics = Metrics()
    app = FastAPI(
        title="Summarizer",
        version=__version__,
        description=_DESCRIPTION,
        lifespan=_lifespan(chosen, build, metrics),
        middleware=[
            Middleware(Observing, log=build_log(chosen.log_level), metrics=metrics),
            Middleware(BodyLimit, most=chosen.max_body_bytes),
        ],
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.openapi = describe(app, chosen)  # type: ignore[method-assign]
    handle_problems(app)
    _mount(app, chosen)
    return app


def app_from_env() -> FastAPI:
    """The app with the settings of the environment: `uvicorn --factory api.app:app_from_env`."""
    return create_app()


def _mount(app: FastAPI, settings: Settings) -> None:
    key = settings.api_key
    dependencies = [] if key is None else [Depends(require(key))]
    responses = {} if key is None else problems(401)
    for router in (
        summaries.router,
        timelines.router,
        checks.router,
        articles.router,
        briefs.router,
        stories.router,
        health.metrics,
    ):
        app.include_router(router, dependencies=dependencies, responses=responses)
    app.include_router(health.router)
    add_pages(app)


def _lifespan(
    settings: Settings, build: Callable[[Settings], Summarizer], metrics: Metrics
) -> Callable[[FastAPI], AbstractAsyncContextManager[State]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[State]:
        # Routes are plain functions: the framework runs each in one of these threads.
        current_default_thread_limiter().total_tokens = settings.threads
        summarizer = await run_sync(build, settings)
        try:
            # Takes a tenth of a second the first time: not while others wait.
            await run_sync(app.openapi)
            yield State(
                settings=settings,
                summarizer=summarizer,
                metrics=metrics,
                health_limiter=CapacityLimiter(1),
                # more than may wait: those that find the queue full must learn it at once
                model_limiter=CapacityLimiter(2 * settings.model_queue + settings.threads),
            )
        finally:
            await run_sync(summarizer.close)

    return lifespan
