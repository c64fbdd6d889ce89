"""How often Slack lets an app call a method: the documented rates, by a sliding window.

Tiers of https://docs.slack.dev/apis/web-api/rate-limits; about a message a second in a channel.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable

from agent.scripts.fake_slack.refusing import Limited

_MINUTE = 60.0
_TIERS = {
    "chat.startStream": 20,
    "chat.stopStream": 20,
    "chat.appendStream": 100,
    "chat.update": 50,
    "chat.postEphemeral": 100,
    "conversations.replies": 50,
    "files.info": 100,
    "files.getUploadURLExternal": 100,
    "files.completeUploadExternal": 100,
    "views.open": 100,
}
_POSTS, _POSTS_SECONDS = 5, 5.0


class Rates:
    """Counts calls; `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._calls: dict[tuple[str, ...], deque[float]] = {}

    def count(self, team: str, method: str, channel: str) -> None:
        """Count one call; raises Limited when it comes too soon."""
        if method == "chat.postMessage":
            self._count((team, method, channel), _POSTS, _POSTS_SECONDS)
        elif method in _TIERS:
            self._count((team, method), _TIERS[method], _MINUTE)

    def _count(self, key: tuple[str, ...], most: int, seconds: float) -> None:
        now = self._clock()
        calls = self._calls.setdefault(key, deque())
        while calls and calls[0] <= now - seconds:
            calls.popleft()
        if len(calls) >= most:
            raise Limited(max(1, math.ceil(calls[0] + seconds - now)))
        calls.append(now)
