"""What the working half asks of the speaking half."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from agent.events import Event
from agent.slack.places import Place

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient


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


class Say(Protocol):
    """Says one plain sentence in a thread; raises SlackRefused as `Tell` does."""

    async def __call__(self, client: AsyncWebClient, place: Place, text: str) -> None:
        """Say a sentence."""
        ...
