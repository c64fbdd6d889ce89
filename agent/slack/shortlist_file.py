"""Puts the shortlist into its thread as a file, with no more of people than may be read there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from agent.events import Event
from agent.slack.anonymous import Names
from agent.slack.calls import ask, code_of, refusal
from agent.slack.faults import SlackRefused
from tools.desk import Desk
from tools.export import FILE_NAME, Who, identified, shortlist_csv
from tools.presenting import Row, ranked_row, rows

if TYPE_CHECKING:
    from agent.service import Service
    from agent.slack.places import Place


class Offered:
    """Passes a turn's events on and notes whether the shortlist was asked for as a file."""

    def __init__(self, events: AsyncIterator[Event]) -> None:
        self._events = events
        self.wanted = False

    async def passing(self) -> AsyncIterator[Event]:
        """Yield every event as it comes."""
        async for event in self._events:
            self.wanted |= event.name == "shortlist" and bool(event.data.get("export"))
            yield event


async def share_shortlist(
    service: Service, tenant: str, client: AsyncWebClient, place: Place, *, blind: bool
) -> None:
    """Upload the shortlist into its thread: contacts are told in a direct message alone.

    Raises SlackRefused, with the mend, where Slack does not take it.
    """
    from aiohttp import ClientError

    table = _unnamed if blind else shortlist_csv if place.direct else _without_contacts
    text = await service.conversation.on_desk(
        place.thread_id, table, tenant=tenant, user=place.owner
    )

    async def upload() -> AsyncSlackResponse:
        return await client.files_upload_v2(
            content=text.encode(),
            filename=FILE_NAME,
            channel=place.channel,
            thread_ts=place.thread_ts or None,
        )

    try:
        await ask(upload)
    except SlackApiError as error:
        fault, code = refusal(error, place), code_of(error)
        if isinstance(fault, SlackRefused):
            raise fault from error
        raise SlackRefused(code, f"Slack did not take the file ({code}): ask again.") from error
    except (SlackClientError, ClientError, TimeoutError, OSError) as error:
        raise SlackRefused("upload_failed", "The file did not reach Slack: ask again.") from error


def _without_contacts(desk: Desk) -> str:
    return shortlist_csv(desk, lambda row: identified(row)._replace(emails=(), phones=()))


def _unnamed(desk: Desk) -> str:
    """Return the shortlist with people called by rank: an id may be a name as well."""
    names = Names(blind=True)
    for row in rows(desk.index, desk.tenant, desk.view, desk.shortlist, ()):
        names.learn(ranked_row(row).public())

    def told(row: Row) -> Who:
        return Who(names.of(ranked_row(row).public()), id="")

    def words(text: str, row: Row) -> str:
        return names.without_own(text, ranked_row(row).public())

    return shortlist_csv(desk, told, words)
