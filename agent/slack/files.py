"""Files people drop in Slack: fetched with the bot's token, from Slack alone."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from agent.slack.calls import code_of
from agent.slack.jobs import File
from tools.ingest.files import too_large
from tools.ingest.records import UnreadableError

_SCOPE = "cannot be fetched from Slack: give the app the scope files:read, then drop it again."
_GONE = "is no longer in Slack, or not shown to the app: drop it again."
_FAULTS = {
    **dict.fromkeys(("missing_scope", "not_allowed_token_type"), _SCOPE),
    **dict.fromkeys(("file_not_found", "file_deleted"), _GONE),
}
"""What asking again would not change."""


async def fetch(client: AsyncWebClient, file_id: str, limit: int) -> tuple[File, bytes]:
    """Return what a file is called and holds.

    Raises UnreadableError, whose message reads on from the file's name, for a file that is too
    large (over `limit` bytes), lies elsewhere than at Slack, or cannot be had.
    """
    told = await _about(client, file_id)
    file = File(file_id, str(told.get("name") or "file"), int(told.get("size") or 0))
    if file.size > limit:
        raise UnreadableError(too_large(file.size, limit))
    url = str(told.get("url_private_download") or told.get("url_private") or "")
    if told.get("is_external") or not _is_of_slack(url, client.base_url):
        raise UnreadableError("lies outside Slack: upload the file itself.")
    return file, await _read(client, url, limit)


async def _about(client: AsyncWebClient, file_id: str) -> dict[str, Any]:
    try:
        return dict((await client.files_info(file=file_id))["file"])
    except SlackApiError as error:
        fault = _FAULTS.get(code_of(error))
        if fault is None:
            raise
        raise UnreadableError(fault) from error


async def _read(client: AsyncWebClient, url: str, limit: int) -> bytes:
    session = client.session
    assert session is not None
    headers = {"authorization": f"Bearer {client.token}"}
    data = bytearray()
    # A token that may not read files is sent on to a page that asks to log in.
    async with session.get(url, headers=headers, allow_redirects=False) as answer:
        if answer.status != 200 or answer.content_type == "text/html":
            raise UnreadableError(_SCOPE)
        async for chunk in answer.content.iter_chunked(1 << 16):
            data += chunk
            if len(data) > limit:
                raise UnreadableError(too_large(len(data), limit))
    return bytes(data)


def _is_of_slack(url: str, base_url: str) -> bool:
    """Return whether a token may be shown to an address: only to Slack, or what stands for it."""
    there, api = urlsplit(url), urlsplit(base_url)
    if (there.scheme, there.netloc) == (api.scheme, api.netloc):
        return True
    return there.scheme == "https" and (there.hostname or "").endswith(".slack.com")
