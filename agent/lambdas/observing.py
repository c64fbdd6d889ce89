"""Logs, metrics and traces of AWS: one JSON line an event, with no résumé text and no identity."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agent.log_privacy import OURS, discreet

if TYPE_CHECKING:
    from aws_lambda_powertools import Tracer

SERVICE = "candidate-matcher"
NAMESPACE = "CandidateMatcher"

_UNHEARD = ("model_failed", "model_timeout")
"""Errors of a turn that nothing but the model could have answered."""
_HEARD = (None, "empty", "unsupported", "too_many_steps", "budget_spent", "cut_short")
"""Why a turn is degraded though its model could be reached; all other reasons are its failure."""

_request_id: ContextVar[str] = ContextVar("request_id", default="")
_warm = False
_traces = False
_stage = "local"


@lru_cache(maxsize=1)
def start(stage: str = "local") -> None:
    """Send every log line of the process through the discreet formatter, once.

    `stage` is a dimension of the metrics.
    """
    global _stage
    _stage = stage
    from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

    lines = logging.StreamHandler(sys.stdout)
    lines.setFormatter(LambdaPowertoolsFormatter(service=SERVICE))
    lines.addFilter(_discreet)
    root = logging.getLogger()
    root.handlers[:] = [lines, Turns()]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    if _traces:
        tracer()


def logger() -> logging.Logger:
    """Return the logger of the handlers."""
    return logging.getLogger("agent.lambdas")


@lru_cache(maxsize=1)
def tracer() -> Tracer:
    """Return the tracer; what functions return and raise is never put in a trace.

    Only the runtime client of Lambda tells which trace a call belongs to. Behind the Web Adapter
    nothing does, so the streaming function has the traces of the platform and the metrics alone.
    """
    from aws_lambda_powertools import Tracer

    made = Tracer(service=SERVICE, auto_patch=False)
    made.patch(("botocore",))
    return made


@contextmanager
def request(request_id: str) -> Iterator[None]:
    """Name the request in every line that is logged meanwhile, also by turns it began."""
    token = _request_id.set(request_id)
    try:
        yield
    finally:
        _request_id.reset(token)


def request_id_of(scope: Mapping[str, Any]) -> str:
    """Return the id Lambda gave a request, as Mangum or the Web Adapter hands it on."""
    context = scope.get("aws.context")
    if context is not None:
        return str(getattr(context, "aws_request_id", ""))
    told = dict(scope.get("headers", ())).get(b"x-amzn-lambda-context", b"{}")
    try:
        context = json.loads(told)
    except ValueError:
        return ""
    return str(context.get("request_id", "")) if isinstance(context, dict) else ""


def trace_turns() -> None:
    """Put each turn, with its figures, and each call of AWS in the trace of the invocation."""
    global _traces
    _traces = True


class Turns(logging.Handler):
    """Turns the line that ends a turn into metrics (EMF, on standard output) and a trace."""

    def emit(self, record: logging.LogRecord) -> None:
        """Put out the figures of a turn."""
        turn = getattr(record, "turn", None)
        if isinstance(turn, dict):
            _metrics(turn)
            if _traces:
                _trace(turn)


def _trace(turn: Mapping[str, Any]) -> None:
    """Add a turn that has just ended to the trace: figures and whose it is as a digest, no text."""
    with tracer().provider.in_subsegment(name="turn") as segment:
        began = time.time() - turn["ms"] / 1000
        segment.start_time = began  # type: ignore[attr-defined] # the SDK's own, unlike its stub
        for name, value in turn.items():
            if value not in (None, ""):
                segment.put_annotation(name, value)


def _metrics(turn: Mapping[str, Any]) -> None:
    global _warm
    from aws_lambda_powertools import Metrics

    metrics = Metrics(namespace=NAMESPACE, service=SERVICE)
    metrics.add_dimension(name="stage", value=_stage)
    for name, key in (("Turn", "ms"), ("Retrieval", "retrieval_ms"), ("Model", "model_ms")):
        metrics.add_metric(name=f"{name}Milliseconds", unit="Milliseconds", value=turn[key])
    for name in ("input", "output"):
        metrics.add_metric(name=f"{name.title()}Tokens", unit="Count", value=turn[f"{name}_tokens"])
    error = turn["error"]
    for name, happened in (
        ("ColdStarts", not _warm),
        ("FailedTurns", error not in ("", "stopped")),
        ("ModelFailures", error in _UNHEARD or turn["reason"] not in _HEARD),
        ("DegradedTurns", turn["degraded"]),
    ):
        metrics.add_metric(name=name, unit="Count", value=int(happened))
    _warm = True
    metrics.flush_metrics()


def _discreet(record: logging.LogRecord) -> bool:
    """Take out what may hold what a person said, and name the request."""
    record.request_id = _request_id.get()
    return discreet(record)
