"""Traces of turns, off unless a setting asks: to LangSmith or over OpenTelemetry, without texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from agent.models.setting import need

Trace = Callable[[Mapping[str, Any]], None]
"""Takes the figures of a turn that has ended."""


@contextmanager
def tracing(kind: str) -> Iterator[Trace]:
    """Yield what traces turns: nothing, LangSmith or OpenTelemetry (`off | langsmith | otel`).

    LangChain traces by itself when it finds LANGSMITH_TRACING in the environment; only
    `langsmith` lets it, and then without what was said. Raises ModelSettingError without the extra.
    """
    _langsmith(on=kind == "langsmith")
    if kind != "otel":
        yield lambda _: None
        return
    need("opentelemetry.sdk", "otel")
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource.create({"service.name": "candidate-matcher"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    tracer = provider.get_tracer("candidate-matcher")

    def trace(figures: Mapping[str, Any]) -> None:
        ended = time.time_ns()
        began = ended - int(figures["ms"] * 1e6)
        span = tracer.start_span("turn", start_time=began, attributes=_attributes(figures))
        span.end(ended)

    try:
        yield trace
    finally:
        provider.shutdown()


def _attributes(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures under the names OpenTelemetry gives to those of language models."""
    names = {
        "model": "gen_ai.request.model",
        "input_tokens": "gen_ai.usage.input_tokens",
        "output_tokens": "gen_ai.usage.output_tokens",
    }
    return {
        names.get(name, f"matcher.{name}"): value
        for name, value in figures.items()
        if value is not None
    }


def _langsmith(*, on: bool) -> None:
    import langsmith

    if on:
        client = langsmith.Client(hide_inputs=True, hide_outputs=True)
        langsmith.configure(client=client, enabled=True)
    else:
        langsmith.configure(enabled=False)
