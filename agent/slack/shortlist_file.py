"""Puts the shortlist into its thread as a file, with no more of people than may be read there."""

from __future__ import annotations

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from agent.faults import ConversationError
from agent.slack.anonymous import Names
from agent.slack.calls import ask, code_of, refusal
from agent.slack.faults import SlackRefused
from agent.slack.job_context import JobContext
from tools.desk import Desk
from tools.export import FILE_NAME, Who, identified, shortlist_csv
from tools.presenting import Row, ranked_row, rows


async def export(context: JobContext) -> None:
    """Put the shortlist into its thread, or say with the mend why Slack does not take it."""
    try:
        await _upload(context)
    except (SlackRefused, ConversationError) as refused:
        await context.say(str(refused))


async def _upload(context: JobContext) -> None:
    """Upload the shortlist: contacts are told in a direct message alone. Raises SlackRefused."""
    place = context.job.place
    table = _unnamed if context.blind else shortlist_csv if place.direct else _without_contacts
    text = await context.service.conversation.on_desk(
        place.thread_id, table, tenant=context.tenant, user=place.owner
    )

    async def upload() -> AsyncSlackResponse:
        return await context.client.files_upload_v2(
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
