"""Where in Slack something was said, and which thread of ours that is."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A thread in Slack and the person who wrote in it last.

    `team` is the workspace the app is installed in, `channel` a channel or a direct message,
    `thread_ts` the time stamp of the message that began the thread; `home` is the person's own
    workspace when the channel is shared with another company, `enterprise` the organisation.
    """

    team: str
    channel: str
    thread_ts: str
    user: str
    direct: bool
    home: str = ""
    enterprise: str = ""

    @property
    def thread_id(self) -> str:
        """Return our thread, such as "slack:T1:C1:1712345678.000100"."""
        return f"slack:{self.team}:{self.channel}:{self.thread_ts}"

    @property
    def owner(self) -> str:
        """Return whose thread it is: a channel's belongs to itself, a direct one to its person.

        So several recruiters in a channel share the search of their thread, while nobody but the
        person who wrote a direct message can reach what was said there.
        """
        return f"slack:{self.team}:{self.user}" if self.direct else self.thread_id


def place_of(thread_id: str, user: str) -> Place | None:
    """Return the place of a thread of ours for somebody in it, None for a thread not in Slack."""
    door, _, rest = thread_id.partition(":")
    parts = rest.split(":")
    if door != "slack" or len(parts) != 3 or not all(parts):
        return None
    team, channel, thread_ts = parts
    return Place(team, channel, thread_ts, user, direct=is_direct(channel))


def is_direct(channel: str) -> bool:
    """Return whether a channel id is of a direct message between one person and the app."""
    return channel.startswith("D")
