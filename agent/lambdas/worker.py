"""The function behind the queue: each message is run, and only those that failed come back."""

from __future__ import annotations

from typing import Any

from agent.lambdas import observing, snapshots, this_process
from agent.lambdas.errands import errand_of, runner
from agent.lambdas.process import Loop

SPARE_MS = 15_000
"""Time left below which no further message is begun: it comes back and starts afresh."""

loop = Loop()
process = this_process.process()
snapshots.keep(process, loop)
observing.trace_turns()


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Run the messages in turn; return the ids of those that are to be tried again."""
    with observing.request(context.aws_request_id):
        failed = [
            record["messageId"]
            for record in event["Records"]
            if context.get_remaining_time_in_millis() < SPARE_MS or not _ran(record)
        ]
    return {"batchItemFailures": [{"itemIdentifier": each} for each in failed]}


def _ran(record: dict[str, Any]) -> bool:
    try:
        loop.run(_run(record))
    except Exception as fault:
        observing.logger().exception(
            "message %s failed: %s", record["messageId"], type(fault).__name__
        )
        return False
    return True


async def _run(record: dict[str, Any]) -> None:
    kind, data = errand_of(record["body"])
    attempt = int(record.get("attributes", {}).get("ApproximateReceiveCount", 1))
    told = {"attempt": attempt, "receipt": record.get("receiptHandle", "")}
    await runner(kind)(await process.ready(), {**data, **told})
