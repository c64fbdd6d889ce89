"""What Slack's Events API sends, as jobs; what is not for us is None.

Formats: docs.slack.dev/reference/events, /apis/events-api.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.slack.jobs import File, Job
from agent.slack.places import Place, is_direct
from agent.slack.wording import mentions, words_of

Body = Mapping[str, Any]
MOST_FILES = 10
_SPOKEN = frozenset({"", "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote; all others are edits, deletions, joins and the like."""


def job_of(body: Body) -> Job | None:
    """Return what an event asks for; None for bots, for edits, and for events of other kinds."""
    event = body.get("event")
    if not isinstance(event, Mapping):
        return None
    match event.get("type"):
        case "app_mention":
            return _mention(body, event)
        case "message":
            return _message(body, event)
        case "app_home_opened":
            return _opened(body, event)
        case "assistant_thread_started":  # what apps made before the summer of 2026 are told
            return _greeting(body, event)
    return None


def _mention(body: Body, event: Body) -> Job | None:
    # A message that mentions the bot in a direct message comes as a message as well.
    if not _by_a_person(event) or is_direct(text_of(event, "channel")):
        return None
    return _spoken("said", body, event)


def _message(body: Body, event: Body) -> Job | None:
    if not _by_a_person(event):
        return None
    if event.get("channel_type") == "im" or is_direct(text_of(event, "channel")):
        return _spoken("said", body, event)
    # What mentions the bot in a channel comes as app_mention too, and is answered once.
    if mentions(text_of(event, "text"), _bot(body)) or not event.get("thread_ts"):
        return None
    return _spoken("overheard", body, event)


def _by_a_person(event: Body) -> bool:
    """Return whether a person wrote it just now: bots that answer bots never end."""
    bot = event.get("bot_id") or event.get("bot_profile") or event.get("app_id")
    written = event.get("subtype") or ""
    return not bot and written in _SPOKEN and bool(event.get("user")) and not event.get("edited")


def _spoken(kind: Any, body: Body, event: Body) -> Job | None:
    ts, channel = text_of(event, "ts"), text_of(event, "channel")
    if not ts or not channel:
        return None
    place = Place(
        team=team_of(body),
        channel=channel,
        thread_ts=text_of(event, "thread_ts") or ts,
        user=text_of(event, "user"),
        direct=event.get("channel_type") == "im" or is_direct(channel),
        home=text_of(event, "user_team") or text_of(event, "team"),
        enterprise=text_of(body, "enterprise_id"),
    )
    return Job(
        # Slack numbers the mention and the message of one sentence apart, and repeats either with
        # its number: what was said is the same by channel and time alone.
        key=f"message:{channel}:{ts}",
        kind=kind,
        place=place,
        said=seconds(ts),
        text=words_of(text_of(event, "text"), _bot(body)),
        files=files_of(event),
    )


def _opened(body: Body, event: Body) -> Job | None:
    """Return the greeting of somebody who opens the conversation with the app; it has no thread."""
    channel, opened = text_of(event, "channel"), text_of(event, "event_ts")
    if event.get("tab") != "messages" or not channel:
        return None
    place = _direct(body, channel, "", text_of(event, "user"))
    return Job(key=f"opened:{channel}:{opened}", kind="greet", place=place, said=seconds(opened))


def _greeting(body: Body, event: Body) -> Job | None:
    thread = event.get("assistant_thread")
    if not isinstance(thread, Mapping) or not thread.get("channel_id"):
        return None
    place = _direct(
        body,
        text_of(thread, "channel_id"),
        text_of(thread, "thread_ts"),
        text_of(thread, "user_id"),
    )
    return Job(
        key=f"pane:{place.channel}:{place.thread_ts}",
        kind="greet",
        place=place,
        said=seconds(place.thread_ts),
    )


def _direct(body: Body, channel: str, thread_ts: str, user: str) -> Place:
    enterprise = text_of(body, "enterprise_id")
    return Place(team_of(body), channel, thread_ts, user, direct=True, enterprise=enterprise)


def files_of(event: Body) -> tuple[File, ...]:
    """Return the first MOST_FILES files of a message."""
    told = event.get("files")
    listed = [f for f in told if isinstance(f, Mapping) and f.get("id")] if told else []
    return tuple(
        File(str(f["id"]), str(f.get("name") or "file"), int(f.get("size") or 0))
        for f in listed[:MOST_FILES]
    )


def team_of(body: Body) -> str:
    """Return the workspace the app is installed in, of a shared channel too."""
    for known in body.get("authorizations") or ():
        if isinstance(known, Mapping) and known.get("team_id"):
            return str(known["team_id"])
    return text_of(body, "team_id")


def seconds(ts: str) -> float:
    """Return one of Slack's time stamps as seconds since 1970, 0 for none."""
    try:
        return float(ts)
    except ValueError:
        return 0.0


def _bot(body: Body) -> str:
    for known in body.get("authorizations") or ():
        if isinstance(known, Mapping) and known.get("is_bot"):
            return str(known.get("user_id") or "")
    return ""


def text_of(node: Body, key: str) -> str:
    """Return a text of a payload, "" where there is none."""
    value = node.get(key)
    return value if isinstance(value, str) else ""
