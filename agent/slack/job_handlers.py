"""What is done for each kind of job; a change of criteria is said as a message is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import msgspec
from slack_sdk.errors import SlackApiError

from agent.faults import ThreadForbidden
from agent.slack.dropping import take_files
from agent.slack.escaping import mrkdwn
from agent.slack.job_context import JobContext
from agent.slack.jobs import JobKind
from agent.slack.press_handlers import press, reason
from agent.slack.shortlist_file import export

_UNREACHABLE = frozenset({"channel_not_found", "not_in_channel", "is_archived"})
INVITE = "I cannot write here: invite me with `/invite`, or write to me in a direct message."
_QUOTED = 500
"""Characters of a command that open its thread; all of it is answered."""
GREETING = "Whom are you looking for?"
PROMPTS = (
    ("Find people", "Find me data scientists with Python and 3+ years of experience"),
    ("Match a job", "I will paste a job description: who fits it best?"),
    ("Narrow it down", "Which of these speaks German?"),
    ("Understand a match", "Why is #1 a good match, and what is missing?"),
)
"""Title and message of what the assistant pane suggests."""


async def said(context: JobContext) -> None:
    """Answer what was said, and take the files that were dropped with it."""
    if context.job.files:
        await take_files(context)
    else:
        await context.turn(context.job.text)


async def overheard(context: JobContext) -> None:
    """Answer what was said in a thread of ours; elsewhere people talk to each other."""
    place = context.job.place
    try:
        await asyncio.to_thread(
            context.service.records.owned, context.tenant, place.owner, place.thread_id
        )
    except ThreadForbidden:
        return
    await said(context)


async def command(context: JobContext) -> None:
    """Begin a thread with what was asked, in which it is then answered."""
    job, place = context.job, context.job.place
    asked = job.text if len(job.text) <= _QUOTED else job.text[:_QUOTED] + " …"
    try:
        opened = await context.client.chat_postMessage(
            channel=place.channel, text=f"<@{place.user}> asks: {mrkdwn(asked)}", unfurl_links=False
        )
    except SlackApiError as error:
        if error.response.get("error") not in _UNREACHABLE:
            raise
        await context.whisper(INVITE)
        return
    there = msgspec.structs.replace(
        place, channel=str(opened["channel"]), thread_ts=str(opened["ts"])
    )
    await context.keep(
        msgspec.structs.replace(job, key=f"opened:{job.key}", kind="said", place=there)
    )


async def greet(context: JobContext) -> None:
    """Suggest what may be asked to somebody who opens a conversation with the app."""
    await context.client.assistant_threads_setSuggestedPrompts(
        channel_id=context.job.place.channel,
        thread_ts=context.job.place.thread_ts or None,
        title=GREETING,
        prompts=[{"title": title, "message": message} for title, message in PROMPTS],
    )


HANDLERS: Mapping[JobKind, Callable[[JobContext], Awaitable[None]]] = {
    "said": said,
    "overheard": overheard,
    "command": command,
    "greet": greet,
    "export": export,
    "pressed": press,
    "reason": reason,
    "criteria": said,
}
