"""What the queue carries: one thing to do for somebody in Slack, small and plain."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from agent.slack.buttons import Press
from agent.slack.places import Place

JobKind = Literal[
    "said", "overheard", "command", "greet", "export", "pressed", "reason", "criteria"
]
"""`said` is meant for us, `overheard` was written without a mention in a thread that may be ours;
`command` has no thread yet, `greet` opens the assistant pane, `export` follows a turn that offered
a file, `pressed` is a button; `reason` and
`criteria` come from modals."""


class File(msgspec.Struct, frozen=True):
    """A file somebody dropped, as Slack describes it; `size` is in bytes, 0 when not told."""

    id: str
    name: str
    size: int = 0


class Job(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing to do; `key` is the same however often Slack sends it.

    `said` is when it was said by Slack's clock, by which jobs of a thread are put in order;
    `action` is the button of a press; `files` were dropped with a message; `answer_url` takes words
    for the person alone, where no thread can be written to.
    """

    key: str
    kind: JobKind
    place: Place
    said: float
    text: str = ""
    action: str = ""
    press: Press | None = None
    files: tuple[File, ...] = ()
    answer_url: str = ""

    @property
    def lane(self) -> str:
        """Return what jobs must share to be done one after the other."""
        return self.place.thread_id if self.place.thread_ts else self.key

    @property
    def turn_id(self) -> str:
        """Return the id of the turn this becomes: the same at every attempt."""
        return hashlib.sha256(f"{self.place.team}\0{self.key}".encode()).hexdigest()[:32]


def encode(job: Job) -> bytes:
    """Return a job as it is queued."""
    return msgspec.json.encode(job)


def decode(body: bytes | str) -> Job:
    """Return a queued job; raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(body, type=Job)
