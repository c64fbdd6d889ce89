"""The chat page and that of the API: static files under a policy that lets nothing else run."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Guarded:
    """Adds the content security policy to everything an app serves."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the policy among the headers."""

        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                policy = (b"content-security-policy", POLICY.encode())
                message["headers"] = [*message["headers"], policy]
            await send(message)

        await self._app(scope, receive, with_policy)


def mount(app: FastAPI, folder: Path) -> None:
    """Serve the page at /, the description of the API at /docs, and their files under /page."""

    @app.get("/", include_in_schema=False)
    async def index() -> FileResponse:
        return FileResponse(folder / "index.html", headers={"content-security-policy": POLICY})

    @app.get("/docs", include_in_schema=False)
    async def docs() -> FileResponse:
        return FileResponse(folder / "docs.html", headers={"content-security-policy": POLICY})

    app.mount("/page", Guarded(StaticFiles(directory=folder)), name="page")
