"""The queue of a deployment: SQS, first in first out for each thread, read by a worker function.

Slack is answered once SQS has the message, so nothing is lost between the two. What Slack sends
again within five minutes SQS drops by the deduplication id; what comes later, or is delivered
twice, the worker knows by its mark (see agent/slack/sqs_worker.py). That is set when the job is
done and not when it begins: a worker that dies leaves no mark, and its message comes back.
"""

from __future__ import annotations

import asyncio
import hashlib
from typing import Any

import msgspec

from agent.slack.jobs import Job

KIND = "slack"
"""What the worker function knows these messages by."""


class SqsQueue:
    """Puts jobs into a queue by its URL; raises AwsError, which becomes a 500 Slack retries."""

    def __init__(self, url: str, region: str | None) -> None:
        self._url, self._region = url, region
        self._client: Any = None

    async def put(self, job: Job) -> bool:
        """Keep a job; whether its key is new is found out by the worker."""
        await asyncio.to_thread(self._send, job)
        return True

    async def sooner(self, receipt: str, seconds: int) -> None:
        """Let a message that failed come back in some seconds, and not when its time is over."""
        await asyncio.to_thread(
            self._call,
            "change_message_visibility",
            ReceiptHandle=receipt,
            VisibilityTimeout=seconds,
        )

    def _send(self, job: Job) -> None:
        self._call(
            "send_message",
            MessageBody=msgspec.json.encode({"kind": KIND, "job": job}).decode(),
            MessageGroupId=_short(job.lane),
            MessageDeduplicationId=_short(f"{job.place.team}/{job.key}"),
        )

    def _call(self, name: str, **told: Any) -> None:
        from tools.index.aws.clients import client, explained

        with explained("The queue of Slack's jobs", "MATCHER_SLACK_QUEUE", self._region):
            self._client = self._client or client("sqs", self._region)
            getattr(self._client, name)(QueueUrl=self._url, **told)


def _short(text: str) -> str:
    """Return a text as SQS takes ids: at most 128 letters and digits."""
    return hashlib.sha256(text.encode()).hexdigest()
