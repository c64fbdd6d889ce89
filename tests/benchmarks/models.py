"""What a model costs beside its own time: a match with five explanations, and our part of a turn.

Run as `python -m tests.benchmarks.models`: a double of OpenAI's server answers on loopback after
1.0 s (and, for our own part of a turn, at once); the real client of langchain-openai calls it.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from agent.conversation import Conversation
from agent.matching import Matching
from agent.settings import Settings
from agent.stores import open_threads
from agent.wiring import deps_of, models_of, writing_of
from graphs.recruiter import build
from tests.benchmarks.figures import Figure, percentile, show
from tests.doubles.openai_server import Reply, Says, openai_server
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.ingest.profile import build_candidate
from tools.match import Job, match

SECONDS_A_CALL = 1.0
ROUNDS = 20
JOB = "Data scientist with Python, SQL and Spark"
RESUME = """Sam Field {n}
Berlin, Germany

EXPERIENCE
Data Scientist, Lindenpark Analytics, Berlin
March 2015 - Present
- Built pipelines number {n} in Python and SQL on Apache Spark.
"""


def _script(before: float) -> Any:
    """Return what the double says: explanations of the evidence given, or a call and its answer."""

    def reply(body: dict[str, Any]) -> Reply:
        last = body["messages"][-1]
        if "tools" not in body:
            person = json.loads(last["content"])["evidence"]
            quote = person["verdicts"][0]["quote"]
            return Says(f"It says: “{quote}”.", before=before)
        if last["role"] == "tool":
            return Says("That is the list now.", before=before)
        call = ("search_candidates", {"criteria": [{"kind": "skill", "value": "Python"}]})
        return Says(calls=[call], before=before)

    return reply


def _settings(home: Path, url: str) -> Settings:
    keys = {"MATCHER_OPENAI_API_KEY": "sk-bench", "MATCHER_OPENAI_BASE_URL": url}
    return Settings(_env_file=None, data_dir=home, model="openai:double", **keys)  # type: ignore[arg-type, call-arg]


async def _match(settings: Settings, index: LocalIndex) -> tuple[float, float]:
    """Return (first token, whole answer) of a match with five explanations, in seconds."""
    writing = writing_of(settings, models_of(settings))
    began, first = time.perf_counter(), 0.0
    found = await asyncio.to_thread(match, index, "local", Job(JOB), 5)
    said = ""
    async for event in Matching(writing, index, "local", found).events():
        if event.name == "token":
            said += event.data["text"]
            # A heading is code's; the first token is the first that the model wrote.
            if not first and "It says" in said:
                first = time.perf_counter() - began
    return first, time.perf_counter() - began


async def _turns(settings: Settings, index: LocalIndex) -> list[tuple[float, float]]:
    """Return (our own part, model's part) of turns with two model calls each, in milliseconds."""
    deps = deps_of(settings, models_of(settings), index)
    parts = []
    async with open_threads(settings) as kept:
        talk = Conversation(build(kept.checkpoints), deps, kept.checkpoints, kept.records)
        for n in range(ROUNDS):
            async for event in talk.stream(f"t{n % 3}", "people who know Python"):
                if event.name == "turn_finished":
                    data = event.data
                    parts.append((data["ms"] - data["model_ms"], data["model_ms"]))
        await talk.close()
    return parts[2:]


async def _measured(
    home: Path, index: LocalIndex
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return the parts of turns and the seconds of matches; one loop, as the client is kept."""
    with openai_server(_script(0.0)) as server:
        settings = _settings(home, server.url)
        await _match(settings, index)
        parts = await _turns(settings, index)
    with openai_server(_script(SECONDS_A_CALL)) as server:
        settings = _settings(home, server.url)
        return parts, [await _match(settings, index) for _ in range(3)]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        index = LocalIndex(home / "index", MiniLM())
        people = [
            build_candidate(
                f"p-{n}", RESUME.format(n=n), source="", content_hash=str(n), today=date(2026, 1, 1)
            )
            for n in range(8)
        ]
        index.upsert("local", people)
        parts, runs = asyncio.run(_measured(home, index))
        index.close()
    ours, wire = [part for part, _ in parts], [part for _, part in parts]
    first, whole = min(run[0] for run in runs), min(run[1] for run in runs)
    show(
        f"A model double of {SECONDS_A_CALL} s a call, over HTTP on loopback",
        [
            Figure("match with five explanations, first token", "s", first, at_most=1.3),
            Figure("match with five explanations, whole", "s", whole, at_most=1.6),
            Figure("turn of two calls, without them, p50", "ms", percentile(ours, 0.5), at_most=25),
            Figure("turn of two calls, without them, least", "ms", min(ours), at_most=25),
            Figure("the two calls themselves, p50", "ms", percentile(wire, 0.5)),
        ],
    )  # fmt: skip


if __name__ == "__main__":
    main()
