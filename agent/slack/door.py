"""The Slack door put together: what hears, the queue, and the worker behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from agent.service import Service
from agent.slack.faults import SlackSettingError
from agent.slack.queue import Queue
from agent.slack.speech import Say, Tell

if TYPE_CHECKING:
    from slack_bolt import BoltResponse
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.web.async_client import AsyncWebClient

    from agent.settings import Settings
    from agent.slack.working import Worker

NOT_INSTALLED = (
    "Slack is set up, but what speaks with it is not installed: "
    "pip install 'candidate-matcher[slack]', or remove SLACK_BOT_TOKEN."
)
_SECONDS = 30


class Door:
    """Answers Slack's requests; `queue` keeps what they ask for."""

    def __init__(self, app: AsyncApp, queue: Queue) -> None:
        self._app = app
        self.queue = queue

    async def answer(self, body: bytes, query: str, headers: Mapping[str, str]) -> BoltResponse:
        """Return the answer to a request; 401 for a signature that is not Slack's."""
        from slack_bolt import BoltResponse

        from agent.slack.bolt import bolt_request

        try:
            request = bolt_request(body.decode(), query, headers)
        except (ValueError, TypeError, AttributeError):  # not UTF-8, not JSON, no object
            return BoltResponse(status=400, body="This is not a request of Slack's.")
        answer = await self._app.async_dispatch(request)
        if (
            answer.status == 404
        ):  # signed, and of a kind that is not known here: Slack need not retry
            return BoltResponse(status=200, body="")
        return answer


def is_set_up(settings: Settings) -> bool:
    """Return whether Slack is set up; raises SlackSettingError when it is only half."""
    token, secret = settings.slack_bot_token, settings.slack_signing_secret
    if (token is None) != (secret is None):
        missing = "SLACK_BOT_TOKEN" if token is None else "SLACK_SIGNING_SECRET"
        raise SlackSettingError(f"Slack is set up by half: set {missing} too, or neither.")
    return token is not None


@asynccontextmanager
async def open_door(
    service: Service | None, tell: Tell | None = None, say: Say | None = None
) -> AsyncIterator[Door | None]:
    """Yield the door of a service, None where Slack is not set up or no service is behind.

    Raises SlackSettingError, or DatabaseError when the queue's file cannot be used.
    """
    if service is None or not is_set_up(service.settings):
        yield None
        return
    settings = service.settings
    try:
        from agent.slack.bolt import bolt_app
    except ImportError as missing:
        raise SlackSettingError(NOT_INSTALLED) from missing
    assert settings.slack_signing_secret is not None
    from agent.slack.local_queue import LocalQueue

    queue = LocalQueue(settings.data_dir / "slack.db")
    async with worker_of(service, queue, tell, say) as worker:
        queue.run(worker)
        try:
            yield Door(bolt_app(settings.slack_signing_secret.get_secret_value(), queue.put), queue)
        finally:
            await queue.close()


@asynccontextmanager
async def worker_of(
    service: Service, queue: Queue, tell: Tell | None = None, say: Say | None = None
) -> AsyncIterator[Worker]:
    """Yield what does the jobs, with one line to Slack that stays open."""
    import aiohttp
    from slack_sdk.web.async_client import AsyncWebClient

    from agent.slack.working import Worker
    from agent.slack.workspaces import Workspaces

    settings = service.settings
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session:

        def client(token: str) -> AsyncWebClient:
            return AsyncWebClient(token, base_url=settings.slack_api_url, session=session)

        workspaces = Workspaces(settings, client)
        tell, say = tell or _speaking().tell, say or _speaking().say
        yield Worker(service, workspaces, tell, say, queue.put)


def _speaking() -> Any:
    return import_module("agent.slack.speaking")
