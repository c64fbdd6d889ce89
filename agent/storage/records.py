"""What is kept of conversations beside the graph's state: the contract every store of it keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

LEASE_SECONDS = 120.0
"""How long a turn that no longer renews its lease keeps its thread busy."""
UNKNOWN_THREAD = (
    "There is no thread {0!r} of yours: choose another thread id, or list your threads."
)
UNKNOWN_TURN = "There is no turn {0!r} in the thread {1!r}."
BUSY = (
    "The thread {0!r} is still answering: wait until that turn has ended, or for two minutes where "
    "its process died."
)
_TITLE = 80


class Lease(msgspec.Struct, frozen=True):
    """The right to run a turn on a thread.

    `unfinished` are the turns that were begun since the last one that ended and never ended
    themselves: their processes died, and what they stored must be rolled back.
    """

    tenant: str
    thread_id: str
    turn_id: str
    unfinished: tuple[str, ...] = ()


class Turn(msgspec.Struct, frozen=True):
    """A finished turn: people in `message` and `answer` are placeholders with their ids.

    `frames` are the events a door needs to show the turn again, without résumé text; `people`
    maps everybody shown to whether the answer quotes or names them.
    """

    turn_id: str
    message: str
    answer: str
    frames: list[dict[str, Any]]
    people: dict[str, bool] = {}
    created: float = 0.0


class Thread(msgspec.Struct, frozen=True):
    """A conversation: its title is the first message; times are seconds since 1970."""

    thread_id: str
    title: str
    created: float
    updated: float
    turns: int


class Rating(msgspec.Struct, frozen=True):
    """What somebody thinks of a turn, or of a person in it: `up` or `down`, and why."""

    turn_id: str
    rating: str
    candidate_id: str = ""
    reason: str = ""


class Records(Protocol):
    """Transcripts, owners, leases, ratings and the audit log, apart by tenant."""

    def begin(self, tenant: str, user: str, thread_id: str, turn_id: str) -> Lease:
        """Take a thread for one turn; a new thread belongs to its first user.

        Raises ThreadForbidden for somebody else's thread and TurnRunning for a busy one.
        """
        ...

    def renew(self, lease: Lease, seconds: float = LEASE_SECONDS) -> None:
        """Keep a thread for so many seconds more; with 0 the next turn takes over at once."""
        ...

    def finish(self, lease: Lease, turn: Turn) -> None:
        """Write a finished turn and its audit entry and let go of the thread, all at once."""
        ...

    def abandon(self, lease: Lease) -> None:
        """Let go of a thread after a turn that left nothing; one without turns is forgotten."""
        ...

    def owned(self, tenant: str, user: str, thread_id: str) -> None:
        """Return when the thread is the user's; raises ThreadForbidden else, or when unknown."""
        ...

    def threads(self, tenant: str, user: str, limit: int = 200) -> list[Thread]:
        """Return the user's threads, the last used first."""
        ...

    def transcript(self, tenant: str, user: str, thread_id: str) -> tuple[Thread, list[Turn]]:
        """Return a thread with its turns, the first said first; raises ThreadForbidden."""
        ...

    def delete(self, tenant: str, user: str, thread_id: str) -> None:
        """Forget a thread; raises ThreadForbidden, or TurnRunning while a turn runs on it."""
        ...

    def rate(self, tenant: str, user: str, thread_id: str, rating: Rating) -> None:
        """Keep what the user thinks of a turn or of a person in it; the last word counts.

        Raises ThreadForbidden for a thread or turn that is not the user's.
        """
        ...

    def feedback(self, tenant: str) -> list[dict[str, Any]]:
        """Return a tenant's feedback, the oldest first."""
        ...

    def forget_people(self, tenant: str, candidate_ids: Sequence[str]) -> None:
        """Take removed people out of every transcript: their ids, their quotes, their ratings."""
        ...

    def audit(self, tenant: str) -> list[dict[str, Any]]:
        """Return the audit entries of a tenant, the oldest first; they outlive their threads."""
        ...

    def once(self, tenant: str, key: str, seconds: float = 86_400) -> bool:
        """Return True for the first caller with this key within `seconds`, False for others."""
        ...

    def seen(self, tenant: str, key: str) -> bool:
        """Return whether `once` was called with this key and its time is not over."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


def title_of(message: str) -> str:
    """Return the title a first message gives its thread."""
    return " ".join(message.split())[:_TITLE]


def audited(lease: Lease, user: str, turn: Turn, now: float) -> dict[str, Any]:
    """Return what the audit log keeps of a turn: what was asked for and who was shown.

    People are digests of tenant and id, so that an entry outlives a removed person lawfully.
    """
    wishes = [f["criteria"] for f in turn.frames if f.get("name") == "criteria"]
    asked = [{k: c[k] for k in ("kind", "value", "weight") if k in c} for c in (wishes or [[]])[-1]]
    return {
        "at": round(now, 3),
        "user": user,
        "thread_id": lease.thread_id,
        "turn_id": turn.turn_id,
        "criteria": asked,
        "people": [digest(lease.tenant, i) for i in sorted(turn.people)],
    }


def digest(tenant: str, candidate_id: str) -> str:
    """Return the name a person has in the audit log."""
    return hashlib.sha256(f"{tenant}\0{candidate_id}".encode()).hexdigest()[:16]
