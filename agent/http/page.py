"""The chat page and that of the API: static files, and the policy that lets nothing else run."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGES = ("/", "/docs")
FOLDER = "/page/"


def is_of_the_page(path: str) -> bool:
    """Return whether an address is one of the pages or of the files they load."""
    return path in PAGES or path.startswith(FOLDER)


def mount(app: FastAPI, folder: Path) -> None:
    """Serve the page at /, the description of the API at /docs, and their files under /page."""

    @app.get("/", include_in_schema=False)
    async def index() -> FileResponse:
        return FileResponse(folder / "index.html")

    @app.get("/docs", include_in_schema=False)
    async def docs() -> FileResponse:
        return FileResponse(folder / "docs.html")

    app.mount("/page", StaticFiles(directory=folder), name="page")
