"""The function of all routes that answer in one piece: API Gateway → Mangum → the app."""

from __future__ import annotations

from typing import Any

from mangum import Mangum

from agent.http.errors import envelope
from agent.lambdas import observing, snapshots, this_process
from agent.lambdas.process import Loop

_TEXT = ["text/", "application/json", "application/javascript", "image/svg+xml"]

loop = Loop()
process = this_process.process()
_adapted = Mangum(process, lifespan="off", text_mime_types=_TEXT)
snapshots.keep(process, loop)
observing.trace_turns()


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer a request of API Gateway or of a Function URL; 503 with a sentence if it cannot."""
    try:
        loop.run(process.ready())
    except Exception as fault:
        return _not_started(fault)
    return _adapted(event, context)  # type: ignore[arg-type] # the context is the runtime's own


def _not_started(fault: Exception) -> dict[str, Any]:
    observing.logger().error("the service did not start: %s", told := this_process.sentence(fault))
    answer = envelope(503, "not_started", told)
    return {
        "statusCode": answer.status_code,
        "headers": {"content-type": "application/json", "retry-after": "10"},
        "body": bytes(answer.body).decode(),
        "isBase64Encoded": False,
    }
