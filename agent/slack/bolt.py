"""Slack's requests through Bolt: verified, turned into jobs, kept, acknowledged; nothing waits."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_internals import build_async_context

from agent.slack import events, interactions
from agent.slack.buttons import EDIT_CRITERIA, BadButton
from agent.slack.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Mapping

log = logging.getLogger(__name__)
Keep = Callable[[Job], Awaitable[object]]
Open = Callable[[Job, str], Awaitable[None]]
Ack = Callable[..., Awaitable[object]]
_ANY = re.compile("")
ASK_SOMETHING = "Say whom you look for: `/match data scientist in Berlin with Spark`."


def bolt_app(
    signing_secret: str, keep: Keep, open_modal: Open, now: Callable[[], float] = time.time
) -> AsyncApp:
    """Return the app; `keep` queues a job, and only then is Slack answered.

    Bolt checks the signature over the raw body and that its time stamp is of the last five minutes.
    Its listeners end before the answer, so that nothing is left behind in a process that freezes.
    """

    async def authorized(**_: Any) -> AuthorizeResult:
        # Whose workspace it is, the worker finds out: nothing is asked of Slack before the answer.
        return AuthorizeResult(enterprise_id=None, team_id=None)

    app = AsyncApp(
        name="candidate-matcher",
        logger=_quiet(),
        signing_secret=signing_secret,
        authorize=authorized,
        process_before_response=True,
        ignoring_self_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )

    intake = Intake(keep, open_modal, now)
    app.event(_ANY)(intake.event)
    app.command(_ANY)(intake.command)
    app.shortcut(_ANY)(intake.shortcut)
    app.action(_ANY)(intake.action)
    app.view(_ANY)(intake.view)
    return app


def _quiet() -> logging.Logger:
    """Return Bolt's logger, which else tells what requests hold."""
    logger = logging.getLogger(f"{__name__}.framework")
    logger.setLevel(logging.ERROR)
    return logger


class Intake:
    """The listeners: each keeps what was asked and acknowledges it."""

    def __init__(self, keep: Keep, open_modal: Open, now: Callable[[], float]) -> None:
        self._keep, self._open, self._now = keep, open_modal, now

    async def event(self, body: dict[str, Any], ack: Ack) -> None:
        """Keep an event that is meant for us; others are let go."""
        job = events.job_of(body)
        if job is None:
            log.debug("an event was dropped: %s", str(body.get("event", {}).get("type"))[:60])
        else:
            await self._keep(job)
        await ack()

    async def command(self, body: dict[str, Any], ack: Ack) -> None:
        """Keep a slash command; one without words is answered with an example."""
        job = interactions.command_of(body, self._now())
        if not job.text:
            await ack(ASK_SOMETHING)
            return
        await self._keep(job)
        await ack()

    async def shortcut(self, body: dict[str, Any], ack: Ack) -> None:
        """Keep a shortcut on a message."""
        job = interactions.shortcut_of(body)
        if job is not None:
            await self._keep(job)
        await ack()

    async def action(self, body: dict[str, Any], ack: Ack) -> None:
        """Keep a press of one of our buttons."""
        try:
            job = interactions.press_of(body)
        except BadButton as bad:
            log.warning("a button was dropped: %s", bad)
            job = None
        if job is not None:
            if job.action != EDIT_CRITERIA:
                await self._keep(job)
            await self._open(job, str(body.get("trigger_id") or ""))
        await ack()

    async def view(self, body: dict[str, Any], ack: Ack) -> None:
        """Keep what a modal was closed with."""
        try:
            job = interactions.submission_of(body, self._now())
        except BadButton as bad:
            log.warning("a modal was dropped: %s", bad)
            job = None
        if job is not None:
            await self._keep(job)
        await ack()


def bolt_request(body: str, query: str, headers: Mapping[str, str]) -> AsyncBoltRequest:
    """Return a request as Bolt takes it.

    Raises ValueError, TypeError or AttributeError for a body that is not Slack's.
    """
    request = AsyncBoltRequest(body=body, query=query, headers=dict(headers))
    if not request.body and "payload" in body:
        # Bolt 1.30 takes a form in which the word stands anywhere for an interaction: a slash
        # command that asks for a "payload engineer" would be lost.
        request.body = dict(parse_qsl(body, keep_blank_values=True))
        build_async_context(request.context, request.body)
    return request
