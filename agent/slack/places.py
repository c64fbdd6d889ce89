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
