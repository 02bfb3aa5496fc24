"""Pages for people: the documentation of the API, served whole from here, so it works offline."""

from fastapi import FastAPI, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

__all__ = ["add_pages"]

_ASSETS = "/docs/assets"


def add_pages(app: FastAPI) -> None:
    """`/docs`, its script and style, and `/`, which leads there.

    FastAPI's own page loads Swagger UI from a content network; `fastapi_swagger` carries the files.
    """
    app.mount(_ASSETS, StaticFiles(packages=[("fastapi_swagger", "resources")]), name="assets")

    @app.get("/docs", include_in_schema=False)
    async def documentation(request: Request) -> HTMLResponse:
        root = request.scope.get("root_path", "").rstrip("/")
        return get_swagger_ui_html(
            openapi_url=f"{root}{app.openapi_url}",
            title=app.title,
            swagger_js_url=f"{root}{_ASSETS}/swagger-ui-bundle.js",
            swagger_css_url=f"{root}{_ASSETS}/swagger-ui.css",
            swagger_favicon_url=f"{root}{_ASSETS}/favicon-32x32.png",
        )

    @app.get("/", include_in_schema=False)
    async def start() -> RedirectResponse:
        return RedirectResponse("/docs")
