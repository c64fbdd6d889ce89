"""The HTTP application: routers, limits, errors and the chat page, put together in one place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from agent.access.gatekeeper import open_gatekeeper
from agent.http import candidates, chat, errors, health, match, page, slack, threads
from agent.http.gate import Gate
from agent.http.limits import BodyLimit, SafetyHeaders
from agent.http.rate import RateLimit
from agent.http.schemas import faults
from agent.service import Service
from agent.settings import Settings
from agent.slack.door import Door, open_door

Opener = Callable[[Settings], AbstractAsyncContextManager[Service]]
SlackOpener = Callable[[Service | None], AbstractAsyncContextManager[Door | None]]


def create_app(
    settings: Settings, opener: Opener | None = None, slack_door: SlackOpener = open_door
) -> FastAPI:
    """Return the app; the service behind it opens when the app starts and closes with it."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.gatekeeper = gatekeeper = open_gatekeeper(settings)
        try:
            async with (
                (opener or service_opener())(settings) as service,
                slack_door(service) as door,
            ):
                app.state.service, app.state.slack = service, door
                yield
                app.state.service = app.state.slack = None
        finally:
            app.state.gatekeeper = None
            gatekeeper.close()

    app = FastAPI(
        title="Candidate Matcher",
        version=version("candidate-matcher"),
        description="Find people in conversation; every claim about a person carries a quote.",
        docs_url=None,  # the framework's own pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
        middleware=[
            Middleware(SafetyHeaders),
            *_pages_elsewhere(settings),
            Middleware(Gate, rate=RateLimit(settings.rate_per_minute)),
            Middleware(BodyLimit, most=settings.max_upload_mb * 1_000_000),
        ],
    )
    errors.install(app)
    for part in (chat, match, threads, candidates):
        app.include_router(part.router, responses=faults(401, 403, 429))
    for part in (health, slack):
        app.include_router(part.router)
    page.mount(app, Path(str(files("agent").joinpath("page"))))
    return app


def _pages_elsewhere(settings: Settings) -> list[Middleware]:
    """Return what lets the pages of MATCHER_CORS_ORIGINS call this service; nothing by default."""
    if not settings.cors_origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["authorization", "content-type", "last-event-id", "x-api-key"],
        )
    ]


def service_opener() -> Opener:
    """Return what opens the service, loaded when it is wanted: a cold start waits for the rest."""
    from agent.wiring import open_service

    return open_service
