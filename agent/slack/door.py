"""The Slack door put together: what hears, the queue, and the worker behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from agent.service import Service
from agent.slack.faults import SlackSettingError
from agent.slack.local_queue import LocalQueue
from agent.slack.queue import Queue
from agent.slack.sqs_queue import SqsQueue
from tools.extras import how_to_install

if TYPE_CHECKING:
    from slack_bolt import BoltResponse
    from slack_bolt.async_app import AsyncApp

    from agent.settings import Settings
    from agent.slack.job_context import Tell
    from agent.slack.worker import Worker
    from agent.slack.workspaces import Workspaces

NOT_INSTALLED = (
    "Slack is set up, but what speaks with it is not installed: "
    f"{how_to_install('slack')}, or remove SLACK_BOT_TOKEN."
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

        if not headers.get("x-slack-signature", "").isascii():  # which Bolt cannot compare
            return BoltResponse(status=401, body="")
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
    """Return whether Slack is set up; raises SlackSettingError when it is by half or amiss."""
    from agent.slack.workspaces import read

    token, secret = settings.slack_bot_token, settings.slack_signing_secret
    if (token is None) != (secret is None):
        missing = "SLACK_BOT_TOKEN" if token is None else "SLACK_SIGNING_SECRET"
        raise SlackSettingError(f"Slack is set up by half: set {missing} too, or neither.")
    read(settings)
    return token is not None


@asynccontextmanager
async def open_door(
    service: Service | None, tell: Tell | None = None
) -> AsyncIterator[Door | None]:
    """Yield the door of a service, None where Slack is not set up or no service is behind.

    With MATCHER_SLACK_QUEUE the work is done elsewhere, without it by this process. Raises
    SlackSettingError, or DatabaseError when the queue cannot be used.
    """
    if service is None or not is_set_up(service.settings):
        yield None
        return
    bolt_app = _bolt_app()
    from agent.slack.modal_opening import open_modal

    settings = service.settings
    assert settings.slack_signing_secret is not None
    secret = settings.slack_signing_secret.get_secret_value()
    async with workspaces_of(settings) as workspaces:
        opening = partial(open_modal, service, workspaces)
        if settings.slack_queue:
            far = SqsQueue(settings.slack_queue, settings.aws_region)
            yield Door(bolt_app(secret, far.put, opening), far)
            return
        queue = LocalQueue(settings.data_dir / "slack.db")
        queue.run(worker_of(service, workspaces, queue, tell))
        try:
            yield Door(bolt_app(secret, queue.put, opening), queue)
        finally:
            await queue.close()


def worker_of(
    service: Service,
    workspaces: Workspaces,
    queue: Queue,
    tell: Tell | None = None,
) -> Worker:
    """Return what does the jobs of a service."""
    from agent.slack import thread_messages
    from agent.slack.worker import Worker

    return Worker(service, workspaces, tell or thread_messages.tell, queue.put)


@asynccontextmanager
async def workspaces_of(settings: Settings) -> AsyncIterator[Workspaces]:
    """Yield the workspaces of the settings, with one line to Slack that stays open.

    Raises SlackSettingError.
    """
    import aiohttp
    from slack_sdk.web.async_client import AsyncWebClient

    from agent.slack.workspaces import Workspaces

    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session:

        def client(token: str) -> AsyncWebClient:
            return AsyncWebClient(token, base_url=settings.slack_api_url, session=session)

        yield Workspaces(settings, client)


def _bolt_app() -> Callable[..., AsyncApp]:
    try:
        from agent.slack.bolt import bolt_app
    except ImportError as missing:
        raise SlackSettingError(NOT_INSTALLED) from missing
    return bolt_app
