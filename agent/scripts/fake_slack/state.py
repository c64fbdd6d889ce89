"""A workspace: its channels, its messages, its files, and what it was asked to open."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from agent.scripts.fake_slack.reading import mentions_in, shown
from agent.scripts.fake_slack.refusing import Refused

TRIGGER_SECONDS = 3.0
"""How long a press may open a modal."""


@dataclass
class Channel:
    """A place to write in; `direct` is a conversation of one person with the app."""

    id: str
    direct: bool = False
    joined: bool = True


@dataclass
class Message:
    """A message of the app: `text` is its fallback, `markdown` what was streamed into it."""

    channel: str
    ts: str
    thread_ts: str | None = None
    text: str = ""
    markdown: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    tasks: dict[str, dict[str, Any]] = field(default_factory=dict)
    streaming: bool = False
    streamed: bool = False
    deleted: bool = False
    seen_by: str = ""
    """The one person who sees it, of an ephemeral message."""
    recipient: tuple[str, str] = ("", "")
    """Team and user whom a stream is for."""

    def read(self) -> str:
        """Return the message as a person reads it."""
        return shown(self.text, self.markdown, self.blocks, list(self.tasks.values()))

    @property
    def mentions(self) -> list[str]:
        """Return whom the message calls: "!channel", "@U1"; those would be notified."""
        return mentions_in(self.text, self.markdown, self.blocks)

    def public(self) -> dict[str, Any]:
        """Return the message as Slack's answers carry it."""
        body = {"type": "message", "ts": self.ts, "text": self.text or self.markdown}
        return (
            body
            | ({"thread_ts": self.thread_ts} if self.thread_ts else {})
            | ({"blocks": self.blocks} if self.blocks else {})
            | {"bot_id": "B0MATCHER"}
        )


@dataclass
class Workspace:
    """One team in which the app is installed with a token."""

    team: str
    token: str
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    kept: dict[tuple[str, str], Message] = field(default_factory=dict)
    gone: set[tuple[str, str]] = field(default_factory=set)
    views: list[dict[str, Any]] = field(default_factory=list)
    statuses: list[dict[str, Any]] = field(default_factory=list)
    prompts: list[dict[str, Any]] = field(default_factory=list)
    triggers: dict[str, float] = field(default_factory=dict)
    revoked: str = ""
    """The error every call is answered with, such as "token_revoked"."""
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def channel(self, channel_id: Any) -> Channel:
        """Return a channel the app may write in; raises Refused."""
        channel = self.channels.get(str(channel_id))
        if channel is None:
            raise Refused("channel_not_found")
        if not channel.joined:
            raise Refused("not_in_channel")
        return channel

    def new_ts(self) -> str:
        """Return the time stamp of the next message."""
        return f"{1_764_000_000 + next(self._numbers)}.000900"

    def keep(self, message: Message) -> Message:
        """Keep a new message."""
        if message.thread_ts and (message.channel, message.thread_ts) in self.gone:
            raise Refused("thread_not_found")
        self.kept[message.channel, message.ts] = message
        return message

    def message(self, channel: Any, ts: Any) -> Message:
        """Return a message of the app that is still there; raises Refused."""
        found = self.kept.get((self.channel(channel).id, str(ts)))
        if found is None or found.deleted:
            raise Refused("message_not_found")
        return found

    def messages(self, channel: str, thread_ts: str | None = None) -> list[Message]:
        """Return what stands in a channel, or in one thread of it, in order."""
        return [
            m
            for m in self.kept.values()
            if m.channel == channel and not m.deleted and thread_ts in (None, m.thread_ts)
        ]

    def read(self, channel: str, thread_ts: str | None = None) -> str:
        """Return a thread as a person reads it, a blank line between messages."""
        return "\n\n".join(message.read() for message in self.messages(channel, thread_ts))

    def delete(self, channel: str, ts: str) -> None:
        """Take a message away, as a person may: of the app, or one that began a thread."""
        self.gone.add((channel, ts))
        if (channel, ts) in self.kept:
            self.kept[channel, ts].deleted = True

    def expire(self, channel: str, ts: str) -> None:
        """End a stream from Slack's side, as happens after some minutes."""
        self.kept[channel, ts].streaming = False
