"""What a model costs beside its own time: a match with five explanations, and our part of a turn.

Run as `python -m tests.benchmarks.models`: a double of OpenAI's server, in a process of its own,
answers on loopback after 1.0 s; the real client of langchain-openai calls it. For our own part of
a turn it answers after 0.05 s: whatever a turn takes beside that is ours, the client's included.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from agent.conversation import Conversation
from agent.matching import Matching
from agent.settings import Settings
from agent.storage.opening import open_threads
from agent.wiring import deps_of, models_of, writing_of
from graphs.recruiter import build
from tests.benchmarks.figures import Figure, percentile, show
from tests.doubles.openai_server import Reply, Says, openai_server_apart
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.ingest.profile import build_candidate
from tools.match import Job, match

SECONDS_A_CALL = 1.0
SHORT = 0.05
ROUNDS = 40
JOB = "Data scientist with Python, SQL and Spark"
RESUME = """Sam Field {n}
Berlin, Germany

EXPERIENCE
Data Scientist, Lindenpark Analytics, Berlin
March 2015 - Present
- Built pipelines number {n} in Python and SQL on Apache Spark.
"""


class Part(NamedTuple):
    """Seconds of a turn of two calls: beside what the double waits, beside the calls, of CPU."""

    ours: float
    beside: float
    cpu: float


def _reply(before: float, body: dict[str, Any]) -> Reply:
    """Return what the double says: explanations of the evidence given, or a call and its answer."""
    last = body["messages"][-1]
    if "tools" not in body:
        person = json.loads(last["content"])["evidence"]
        quote = person["verdicts"][0]["quote"]
        return Says(f"It says: “{quote}”.", before=before)
    if last["role"] == "tool":
        return Says("That is the list now.", before=before)
    call = ("search_candidates", {"criteria": [{"kind": "skill", "value": "Python"}]})
    return Says(calls=[call], before=before)


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


async def _turns(settings: Settings, index: LocalIndex) -> list[Part]:
    """Return the parts of turns of two model calls each, without the first ones."""
    deps = deps_of(settings, models_of(settings), index)
    parts = []
    async with open_threads(settings) as kept:
        talk = Conversation(build(kept.checkpoints), deps, kept.checkpoints, kept.records)
        for n in range(ROUNDS):
            began, used = time.perf_counter(), time.process_time()
            async for event in talk.stream(f"t{n % 3}", "people who know Python"):
                if event.name == "turn_finished":
                    whole, used = time.perf_counter() - began, time.process_time() - used
                    beside = whole - event.data["model_ms"] / 1000
                    parts.append(Part(whole - 2 * SHORT, beside, used))
        await talk.close()
    return parts[2:]


async def _measured(home: Path, index: LocalIndex) -> tuple[list[Part], list[tuple[float, float]]]:
    """Return the parts of turns and the seconds of matches."""
    with openai_server_apart(partial(_reply, SHORT)) as url:
        settings = _settings(home, url)
        await _match(settings, index)
        parts = await _turns(settings, index)
    with openai_server_apart(partial(_reply, SECONDS_A_CALL)) as url:
        settings = _settings(home, url)
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
    first, whole = min(run[0] for run in runs), min(run[1] for run in runs)
    show(
        f"A model double of {SECONDS_A_CALL} s a call, over HTTP on loopback",
        [
            Figure("match with five explanations, first token", "s", first, at_most=1.3),
            Figure("match with five explanations, whole", "s", whole, at_most=1.6),
        ],
    )
    show(
        "Our own part of a turn of two model calls, in milliseconds for each call",
        [
            _a_call("all but the double's time, p50", [p.ours for p in parts], 0.5, 25),
            _a_call("all but the double's time, least", [p.ours for p in parts], 0.01, 25),
            _a_call("all but the calls, p50", [p.beside for p in parts], 0.5),
            _a_call("CPU of the process, p50", [p.cpu for p in parts], 0.5, 25),
            _a_call("CPU of the process, least", [p.cpu for p in parts], 0.01, 25),
        ],
    )


def _a_call(name: str, seconds: list[float], share: float, most: float | None = None) -> Figure:
    return Figure(name, "ms", percentile(seconds, share) * 1000 / 2, at_most=most)


if __name__ == "__main__":
    main()
