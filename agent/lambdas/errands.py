"""The kinds of message in the queue and what runs each: the one place to add a kind."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.service import Service

Errand = Callable[["Service", Mapping[str, Any]], Awaitable[None]]

ERRANDS: Mapping[str, str] = {
    "ingest": "agent.lambdas.uploads:ingest",
    "slack": "agent.slack.sqs_worker:run",
}
"""Kind → module:function, loaded when the first message of the kind comes."""


class UnknownErrand(Exception):
    """A message that nothing here can run; the text names its kind and never its content."""


def errand_of(body: str) -> tuple[str, Mapping[str, Any]]:
    """Return kind and data of a message: `{"kind": …, …}`, or a notice of S3 about an upload.

    Raises UnknownErrand.
    """
    try:
        told = json.loads(body)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise UnknownErrand("the message is not a JSON object")
    if "kind" not in told and ("Records" in told or told.get("Event") == "s3:TestEvent"):
        return "ingest", told
    kind = told.get("kind")
    if not isinstance(kind, str) or kind not in ERRANDS:
        known = ", ".join(ERRANDS)
        raise UnknownErrand(f"the kind of the message is none of {known}")
    return kind, told


def runner(kind: str) -> Errand:
    """Return the function that runs a kind."""
    module, _, name = ERRANDS[kind].partition(":")
    found: Errand = getattr(import_module(module), name)
    return found
