"""What is at hand while one job is done: the service, the place, and ways to speak there."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec
from slack_sdk.web.async_client import AsyncWebClient

from agent.events import Event
from agent.faults import ConversationError
from agent.service import Service
from agent.slack.cut_off import stands
from agent.slack.jobs import Job
from agent.slack.places import Place
from agent.slack.thread_messages import say
from agent.slack.turns import turn_of

log = logging.getLogger(__name__)


class Tell(Protocol):
    """Streams a turn into its thread; raises SlackRefused where Slack will never take it."""

    async def __call__(
        self,
        client: AsyncWebClient,
        place: Place,
        events: AsyncIterator[Event],
        *,
        blind: bool,
        criteria: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Tell every event of a turn; `criteria` are those of the thread before it."""
        ...


@dataclass(frozen=True)
class JobContext:
    """A job with everything it needs; `again` says that it was begun before."""

    service: Service
    tenant: str
    client: AsyncWebClient
    job: Job
    again: bool
    speak_turn: Tell
    keep: Callable[[Job], Awaitable[object]]
    """Queues another job."""

    @property
    def blind(self) -> bool:
        """Return whether nobody may be named where the job is done."""
        return self.service.settings.slack_blind and not self.job.place.direct

    async def turn(self, text: str) -> None:
        """Run the turn the job becomes and tell it, or say why it cannot be; raises NotNow."""
        place = self.job.place
        if self.again and await stands(self.client, self.job):
            return
        wished = await self.service.conversation.criteria(
            place.thread_id, tenant=self.tenant, user=place.owner
        )
        try:
            events = await turn_of(
                self.service, self.tenant, self.job, text, again=self.again, blind=self.blind
            )
        except ConversationError as refused:
            events = _refusal(refused)
        told = self._queueing_files(events)
        await self.speak_turn(self.client, place, told, blind=self.blind, criteria=wished)

    async def _queueing_files(self, events: AsyncIterator[Event]) -> AsyncIterator[Event]:
        """Yield events; a file they offer is queued before the answer stands, and so never lost."""
        async for event in events:
            if event.name == "shortlist" and event.data.get("export"):
                key = f"export:{self.job.key}"
                await self.keep(msgspec.structs.replace(self.job, key=key, kind="export"))
            yield event

    async def say(self, text: str) -> None:
        """Say a sentence in the thread."""
        await say(self.client, self.job.place, text)

    async def whisper(self, text: str) -> None:
        """Say a sentence that only the person sees; what was done stands when it cannot be said."""
        try:
            await self._whisper(text)
        except Exception as fault:
            log.warning(
                "a %s was done and could not be answered: %s", self.job.kind, type(fault).__name__
            )

    async def _whisper(self, text: str) -> None:
        place = self.job.place
        if self.job.answer_url and not place.thread_ts:
            await whisper_to(self.job.answer_url, text)
            return
        await self.client.chat_postEphemeral(
            channel=place.channel, user=place.user, thread_ts=place.thread_ts or None, text=text
        )


async def _refusal(error: ConversationError) -> AsyncIterator[Event]:
    """Yield what a turn tells that could not begin."""
    yield Event(0, "error", {"code": error.code, "message": error.message, "retryable": False})


async def whisper_to(answer_url: str, text: str) -> None:
    """Say a sentence to the person alone at the address Slack gave for it."""
    from slack_sdk.webhook.async_client import AsyncWebhookClient

    await AsyncWebhookClient(answer_url).send(text=text, response_type="ephemeral")
