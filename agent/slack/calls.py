"""Calls Slack until it answers: waits where it says so, and tells which faults stay."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from agent.slack.faults import SlackRefused
from agent.slack.places import Place

Sleep = Callable[[float], Awaitable[object]]
PATIENCE = 120.0
"""Seconds that Slack's Retry-After may add up to for one call."""

_INSTALL = (
    "Slack no longer takes the app's token ({code}): install the app in the workspace again, and "
    "set SLACK_BOT_TOKEN to the new token."
)
_SCOPE = (
    "The Slack app lacks a permission ({code}{needed}): add it under OAuth & Permissions in the "
    "app's settings, and install the app again."
)
_CHANNEL = "Slack shows the app no channel {channel} ({code}): invite the app with /invite there."
_GONE = "What was to be answered in {channel} was deleted ({code}): ask again in a new message."
_BARRED = (
    "A setting of the workspace keeps the app from writing in {channel} ({code}): ask one of its "
    "administrators, or write to the app directly."
)
_OURS = "Slack does not take what it was sent in {channel} ({code}): please report this message."
_MENDS = {
    **dict.fromkeys(
        ("token_revoked", "token_expired", "invalid_auth", "not_authed", "account_inactive"),
        _INSTALL,
    ),
    **dict.fromkeys(("missing_scope", "not_allowed_token_type"), _SCOPE),
    **dict.fromkeys(("channel_not_found", "not_in_channel", "is_archived"), _CHANNEL),
    **dict.fromkeys(("message_not_found", "thread_not_found", "cannot_reply_to_message"), _GONE),
    **dict.fromkeys(
        (
            "no_permission",
            "access_denied",
            "accesslimited",
            "ekm_access_denied",
            "messages_tab_disabled",
            "org_login_required",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
            "team_access_not_granted",
            "user_not_in_channel",
        ),
        _BARRED,
    ),
    **dict.fromkeys(
        ("invalid_blocks", "invalid_blocks_format", "invalid_chunks", "msg_blocks_too_long"), _OURS
    ),
    **dict.fromkeys(
        ("invalid_arguments", "markdown_text_conflict", "msg_too_long", "no_text"), _OURS
    ),
}


async def ask(
    call: Callable[[], Awaitable[AsyncSlackResponse]],
    *,
    patience: float = PATIENCE,
    sleep: Sleep = asyncio.sleep,
) -> AsyncSlackResponse:
    """Return Slack's answer; a call that is limited is repeated after the time Slack names.

    Raises SlackApiError: of a limit when it would take longer than `patience` seconds.
    """
    left = patience
    while True:
        try:
            return await call()
        except SlackApiError as error:
            wait = retry_after(error)
            if wait is None or wait > left:
                raise
            left -= wait
            await sleep(wait)


def is_limit(fault: Exception) -> bool:
    """Return whether Slack asked for patience."""
    return isinstance(fault, SlackApiError) and retry_after(fault) is not None


def retry_after(error: SlackApiError) -> float | None:
    """Return the seconds to wait before a call may be repeated, None when it was not limited.

    The SDK's own handler for this reads the first digit of the header alone, and waits 3 s for 30.
    """
    response = error.response
    if getattr(response, "status_code", 0) != 429:
        return None
    for name, value in response.headers.items():
        if name.lower() == "retry-after":
            said = value[0] if isinstance(value, list) else value
            return float(said) if str(said).isdigit() else 1.0
    return 1.0


def code_of(error: SlackApiError) -> str:
    """Return Slack's word for what went wrong, "" where it sent none."""
    try:
        return str(error.response.get("error") or "")
    except (AttributeError, TypeError, ValueError):
        return ""


def refusal(error: SlackApiError, place: Place) -> Exception:
    """Return SlackRefused with the mend where the fault stays, else the error itself."""
    code = code_of(error)
    if code not in _MENDS:
        return error
    needed = error.response.get("needed") or ""
    needs = f", {needed} is needed" if needed else ""
    return SlackRefused(code, _MENDS[code].format(code=code, channel=place.channel, needed=needs))
