"""What slash commands, shortcuts, buttons and modals send, as jobs; what is not ours is None.

Formats: docs.slack.dev/reference/interaction-payloads, /interactivity/implementing-slash-commands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from agent.slack.buttons import CRITERIA_MODAL, REASON_MODAL, action_of, decode
from agent.slack.events import files_of, seconds, text_of
from agent.slack.jobs import Job, JobKind
from agent.slack.modals import criteria_of, reason_of
from agent.slack.places import Place, is_direct, place_of
from agent.slack.wording import words_of

Body = Mapping[str, Any]


def command_of(body: Body, now: float) -> Job:
    """Return what a slash command asks for; it has no thread before somebody answers it."""
    channel = text_of(body, "channel_id")
    place = Place(
        team=text_of(body, "team_id"),
        channel=channel,
        thread_ts="",
        user=text_of(body, "user_id"),
        direct=is_direct(channel),
        enterprise=text_of(body, "enterprise_id"),
    )
    return Job(
        key=f"command:{text_of(body, 'trigger_id')}",
        kind="command",
        place=place,
        said=now,
        text=words_of(text_of(body, "text"), "-"),
        answer_url=text_of(body, "response_url"),
    )


def shortcut_of(body: Body) -> Job | None:
    """Return the match a message shortcut asks for, in the thread of that message."""
    message, channel = body.get("message"), _id(body, "channel")
    if not isinstance(message, Mapping) or not channel:
        return None
    return Job(
        key=f"shortcut:{text_of(body, 'action_ts') or text_of(body, 'trigger_id')}",
        kind="said",
        place=_place(body, channel, text_of(message, "thread_ts") or text_of(message, "ts")),
        said=seconds(text_of(body, "action_ts")),
        text=words_of(text_of(message, "text"), "-"),
        files=files_of(message),
        answer_url=text_of(body, "response_url"),
    )


def press_of(body: Body) -> Job | None:
    """Return what a button asks for; raises BadButton for a value that is not one of ours."""
    action = next((a for a in body.get("actions") or () if isinstance(a, Mapping)), None)
    name = action_of(text_of(action, "action_id")) if action else ""
    channel = _id(body, "channel") or text_of(_node(body, "container"), "channel_id")
    if action is None or not name or not channel:
        return None
    message, container = _node(body, "message"), _node(body, "container")
    thread_ts = (
        text_of(message, "thread_ts") or text_of(container, "thread_ts") or text_of(message, "ts")
    )
    acted = text_of(action, "action_ts")
    place = _place(body, channel, thread_ts)
    return Job(
        key=f"press:{channel}:{text_of(action, 'action_id')}:{place.user}:{acted}",
        kind="pressed",
        place=place,
        said=seconds(acted),
        action=name,
        press=decode(text_of(action, "value")),
        answer_url=text_of(body, "response_url"),
    )


def _place(body: Body, channel: str, thread_ts: str) -> Place:
    return Place(
        team=_team(body),
        channel=channel,
        thread_ts=thread_ts,
        user=_id(body, "user"),
        direct=is_direct(channel),
        home=text_of(_node(body, "user"), "team_id"),
        enterprise=_id(body, "enterprise"),
    )


def _node(body: Body, key: str) -> Body:
    node = body.get(key)
    return node if isinstance(node, Mapping) else {}


def _id(body: Body, key: str) -> str:
    return text_of(_node(body, key), "id")


def submission_of(body: Body, now: float) -> Job | None:
    """Return what a modal was closed with, None for nothing; raises BadButton."""
    view = _node(body, "view")
    press = decode(text_of(view, "private_metadata"))
    there = place_of(press.thread_id, _id(body, "user"))
    reader = _MODALS.get(text_of(view, "callback_id"))
    if reader is None or there is None or there.team != _team(body):
        return None
    kind, read = reader
    text = read(view)
    if not text:
        return None
    place = msgspec.structs.replace(
        there, home=text_of(_node(body, "user"), "team_id"), enterprise=_id(body, "enterprise")
    )
    return Job(
        key=f"view:{_id(body, 'view')}", kind=kind, place=place, said=now, text=text, press=press
    )


_MODALS: Mapping[str, tuple[JobKind, Callable[[Body], str]]] = {
    CRITERIA_MODAL: ("criteria", criteria_of),
    REASON_MODAL: ("reason", reason_of),
}


def _team(body: Body) -> str:
    return _id(body, "team") or text_of(_node(body, "user"), "team_id")
