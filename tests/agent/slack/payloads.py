"""Requests as Slack signs and sends them (docs.slack.dev, verifying requests from Slack)."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from typing import Any
from urllib.parse import urlencode

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM, BOT, USER, CHANNEL, DIRECT = "T1", "UBOT", "U1", "C1", "D1"
_numbers = itertools.count(1)

Request = tuple[bytes, dict[str, str]]
"""Body and headers."""


def signed(
    body: bytes,
    content_type: str = "application/json",
    *,
    secret: str = SECRET,
    at: float | None = None,
) -> Request:
    """Return a body with its headers, signed at a time (default: now)."""
    stamp = str(int(time.time() if at is None else at))
    signed_text = b"v0:%s:%s" % (stamp.encode(), body)
    signature = "v0=" + hmac.new(secret.encode(), signed_text, hashlib.sha256).hexdigest()
    return body, {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature,
    }


def event(inner: dict[str, Any], *, team: str = TEAM, event_id: str = "") -> Request:
    """Return an event in its envelope."""
    envelope = {
        "token": "none",
        "team_id": team,
        "api_app_id": "A1",
        "event": inner,
        "type": "event_callback",
        "event_id": event_id or f"Ev{next(_numbers):08}",
        "event_time": int(time.time()),
        "authorizations": [
            {"enterprise_id": None, "team_id": team, "user_id": BOT, "is_bot": True}
        ],
        "is_ext_shared_channel": False,
    }
    return signed(json.dumps(envelope).encode())


def stamp() -> str:
    """Return a new time stamp of a message."""
    return f"{time.time():.0f}.{next(_numbers):06}"


def mention(text: str, *, ts: str = "", channel: str = CHANNEL, **more: Any) -> dict[str, Any]:
    """Return a mention of the bot in a channel."""
    said = {"type": "app_mention", "user": USER, "text": f"<@{BOT}> {text}", "channel": channel}
    return {**said, "ts": ts or stamp(), **more}


def message(text: str, *, ts: str = "", channel: str = DIRECT, **more: Any) -> dict[str, Any]:
    """Return a message, by default in the direct messages with the app."""
    kind = "im" if channel.startswith("D") else "channel"
    said = {"type": "message", "user": USER, "text": text, "channel": channel}
    return {**said, "channel_type": kind, "ts": ts or stamp(), **more}


def form(fields: dict[str, str]) -> Request:
    """Return a form, such as of a slash command."""
    return signed(urlencode(fields).encode(), "application/x-www-form-urlencoded")


def command(text: str, **more: str) -> Request:
    """Return the slash command."""
    fields = {
        "token": "none",
        "team_id": TEAM,
        "channel_id": CHANNEL,
        "user_id": USER,
        "command": "/match",
        "text": text,
        "response_url": "http://127.0.0.1:9/commands/1",
        "trigger_id": f"trigger.{next(_numbers)}",
    }
    return form(fields | more)


def interaction(payload: dict[str, Any]) -> Request:
    """Return an interaction: a form with JSON in it."""
    told = {
        "team": {"id": TEAM, "domain": "acme"},
        "user": {"id": USER, "team_id": TEAM},
        "api_app_id": "A1",
        "trigger_id": f"trigger.{next(_numbers)}",
        "response_url": "http://127.0.0.1:9/actions/1",
    }
    return form({"payload": json.dumps(told | payload)})


def press(
    action_id: str, value: str, thread_ts: str, channel: str = CHANNEL, **more: Any
) -> Request:
    """Return the press of a button below an answer in a thread."""
    return interaction(
        {
            "type": "block_actions",
            "container": {"type": "message", "message_ts": "9.9", "channel_id": channel},
            "channel": {"id": channel, "name": "general"},
            "message": {"ts": "9.9", "thread_ts": thread_ts, "bot_id": "B1"},
            "actions": [
                {
                    "type": "button",
                    "action_id": action_id,
                    "block_id": "b",
                    "value": value,
                    "action_ts": stamp(),
                }
            ],
            **more,
        }
    )
