"""The ingest: seconds from cold and of unchanged input, memory, and where the CPU goes.

Run as `python -m tests.benchmarks.ingest --corpus people.jsonl`; it ingests into a fresh directory.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.corpus import arguments
from tests.benchmarks.figures import Figure, show
from tests.benchmarks.scale import Given
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.ingest.profile import build_candidate

SAMPLED = 200
"""People whose steps are timed one by one."""


def ingested(corpus: Path, home: Path) -> tuple[float, float, float]:
    """Ingest in a process of its own; return wall seconds, CPU seconds and peak megabytes."""
    command = [sys.executable, "-m", "agent.cli", "ingest", str(corpus), "--data-dir", str(home)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = _watched(process)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, peak


def _watched(process: subprocess.Popen[Any]) -> float:
    """Wait for a process; return the most megabytes that it and its children held together."""
    peak = [0.0]

    def watch() -> None:
        while process.poll() is None:
            peak[0] = max(peak[0], _held(process.pid))
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    watcher.join()
    return peak[0]


def _held(pid: int) -> float:
    """Return the megabytes a process and its descendants hold, 0 where the system does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), "0")
    return int(own) / 1000 + sum(_held(int(child)) for child in children)


def steps(corpus: Path) -> list[Figure]:
    """Return the CPU of reading, embedding and storing one person, over the first SAMPLED."""
    lines = corpus.read_text("utf-8").splitlines()[:SAMPLED]
    records = [json.loads(line) for line in lines if line.strip()]
    made: list[Any] = []
    read = _cpu(lambda: made.extend(_built(record) for record in records))
    texts = [p.text[s.start : s.end] for p in made for s in p.passages]
    model, given = MiniLM(), Given()
    model.vector("loads the model")
    embed = _cpu(lambda: setattr(given, "next", model.vectors(texts)))
    with tempfile.TemporaryDirectory() as home:
        index = LocalIndex(Path(home), given)
        store = _cpu(lambda: index.upsert("local", made))
        index.close()
    each = 1000 / max(len(made), 1)
    return [
        Figure("CPU to read one person", "ms", read * each),
        Figure("CPU to embed one person", "ms", embed * each),
        Figure("CPU to store one person", "ms", store * each),
        Figure("passages of one person", "", len(texts) / max(len(made), 1)),
        Figure("characters of a passage", "", float(np.mean([len(t) for t in texts]))),
    ]


def _built(record: dict[str, str]) -> Any:
    return build_candidate(
        record["candidate_id"], record["text"], source="", content_hash="", today=date.today()
    )


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def run(corpus: Path) -> None:
    """Ingest twice, time the steps and print the table."""
    people = sum(1 for line in corpus.open(encoding="utf-8") if line.strip())
    with tempfile.TemporaryDirectory() as home:
        wall, cpu, peak = ingested(corpus, Path(home))
        again, _, _ = ingested(corpus, Path(home))
    show(
        f"Ingest of {people} people, {os.cpu_count()} cores",
        [
            Figure("from cold", "s", wall, at_most=180),
            Figure("CPU of it, children included", "s", cpu),
            Figure("peak memory, children included", "MB", peak, at_most=900),
            Figure("again, nothing changed", "s", again, at_most=5),
            *steps(corpus),
        ],
    )


if __name__ == "__main__":
    run(arguments(__doc__ or "").corpus)
