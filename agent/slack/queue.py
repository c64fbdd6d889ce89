"""The queue between what Slack must hear at once and the work that takes longer."""

from __future__ import annotations

from typing import Protocol

from agent.slack.jobs import Job

MOST_ATTEMPTS = 4
"""How often a job is begun before it is given up and its person is told."""


class NotNow(Exception):
    """The job can be done later, and nothing is wrong with it: its thread is busy."""


class Queue(Protocol):
    """Keeps jobs until they are done, each key once."""

    async def put(self, job: Job) -> bool:
        """Keep a job; return whether its key was new. What is kept survives this process."""
        ...


class Performer(Protocol):
    """Does jobs."""

    async def perform(self, job: Job, *, again: bool) -> None:
        """Do a job; `again` says that it was begun before.

        Raises NotNow, SlackRefused, or anything else for a fault that may pass.
        """
        ...

    async def give_up(self, job: Job) -> None:
        """Tell the person, once, that a job was given up; raises nothing."""
        ...
