"""Turns over HTTP, ours beside the bare loop: latency, growth, bytes stored and throughput.

Run as `python -m tests.benchmarks.turns --corpus people.jsonl`.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
import uuid
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.corpus import CONVERSATION, SEARCHES, arguments, indexed
from tests.benchmarks.figures import Figure, percentile, show
from tests.benchmarks.http import Server, Turn, serving, turn, turns

ROUNDS = 10
LONG = 50
CONCURRENT = 32
TURNS_EACH = 5


@dataclass(frozen=True)
class Measured:
    """What one server did."""

    plain: list[Turn]
    long: list[Turn]
    stored_mb: float
    per_second: float
    errors: list[str]
    seconds_to_healthy: float
    idle_mb: float
    resident_mb: float


def measure(server: Server, data_dir: Path) -> Measured:
    """Run every part against one server; threads are named anew, so that runs never meet."""
    run = uuid.uuid4().hex[:8]
    idle = server.resident_mb()
    asyncio.run(turns(server.port, f"{run}-warm", CONVERSATION))
    plain = asyncio.run(_plain(server.port, run))
    before = stored_mb(data_dir)
    messages = list(islice(cycle(CONVERSATION), LONG))
    long = asyncio.run(turns(server.port, f"{run}-long", messages))
    stored = stored_mb(data_dir) - before
    began = time.perf_counter()
    crowd = asyncio.run(_crowd(server.port, run))
    per_second = len(crowd) / (time.perf_counter() - began)
    errors = [t.error for t in [*plain, *long, *crowd] if t.error]
    return Measured(
        plain=plain,
        long=long,
        stored_mb=stored,
        per_second=per_second,
        errors=errors,
        seconds_to_healthy=server.seconds_to_healthy,
        idle_mb=idle,
        resident_mb=server.resident_mb(),
    )


async def _plain(port: int, run: str) -> list[Turn]:
    """Return the turns of short conversations and of single searches, each on a new thread."""
    done = [await turn(port, f"{run}-s{i}", message) for i, message in enumerate(SEARCHES)]
    for i in range(ROUNDS):
        done += await turns(port, f"{run}-c{i}", CONVERSATION)
    return done


async def _crowd(port: int, run: str) -> list[Turn]:
    """Return the turns of many threads at once."""
    talks = [
        turns(port, f"{run}-w{i}", list(islice(cycle(CONVERSATION), TURNS_EACH)))
        for i in range(CONCURRENT)
    ]
    return [t for talk in await asyncio.gather(*talks) for t in talk]


def stored_mb(data_dir: Path) -> float:
    """Return the MB in use by threads and checkpoints, the write-ahead log included."""
    total = 0
    for file in data_dir.glob("*.db"):
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
            pages, free, size = (
                db.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
        total += (pages - free) * size
    return total / 1e6


def _like_the_first(long: list[Turn]) -> tuple[float, float]:
    """Return (early, late) medians of the turns that said what turn 1 said, in milliseconds."""
    same = [t.total_ms for t in long[:: len(CONVERSATION)]]
    return percentile(same[:3], 0.5), percentile(same[-3:], 0.5)


def report(ours: Measured, bare: Measured) -> None:
    """Print the table of turns."""
    total, bare_total = [t.total_ms for t in ours.plain], [t.total_ms for t in bare.plain]
    first, bare_first = [t.first_ms for t in ours.plain], [t.first_ms for t in bare.plain]
    (early, late), (bare_early, bare_late) = _like_the_first(ours.long), _like_the_first(bare.long)
    show(
        f"Offline turns over HTTP ({len(ours.plain)} turns, {LONG} on one thread, "
        f"{CONCURRENT} threads at once)",
        [
            Figure(
                "turn, p50",
                "ms",
                percentile(total, 0.5),
                percentile(bare_total, 0.5),
                ratio_at_most=2.5,
            ),
            Figure(
                "turn, p95",
                "ms",
                percentile(total, 0.95),
                percentile(bare_total, 0.95),
                at_most=150,
            ),
            Figure(
                "first event, p50",
                "ms",
                percentile(first, 0.5),
                percentile(bare_first, 0.5),
                at_most=10,
            ),
            Figure("first event, p95", "ms", percentile(first, 0.95), percentile(bare_first, 0.95)),
            Figure("turn 1", "ms", early, bare_early),
            Figure(f"turn {LONG}", "ms", late, bare_late),
            Figure(f"turn {LONG} ÷ turn 1", "", late / early, bare_late / bare_early, at_most=1.2),
            Figure(f"stored after {LONG} turns", "MB", ours.stored_mb, bare.stored_mb, at_most=1),
            Figure("turns a second", "/s", ours.per_second, bare.per_second, at_least=20),
            Figure("errors", "", len(ours.errors), len(bare.errors), at_most=0),
            Figure(
                "start to healthy", "s", ours.seconds_to_healthy, bare.seconds_to_healthy, at_most=4
            ),
            Figure("resident when started", "MB", ours.idle_mb, bare.idle_mb),
            Figure(
                "resident after all this", "MB", ours.resident_mb, bare.resident_mb, at_most=500
            ),
        ],
    )
    for error in sorted(set(ours.errors)):
        print(f"ours: {ours.errors.count(error)} × {error}")


def run(home: Path) -> None:
    """Measure both servers in one run and print the table."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        serving("tests.benchmarks.bare", data_dir=Path(scratch)) as server,
    ):
        bare = measure(server, Path(scratch))
    with serving("agent.cli", "serve", data_dir=home) as server:
        ours = measure(server, home)
    report(ours, bare)


if __name__ == "__main__":
    options = arguments(__doc__ or "")
    run(indexed(options.corpus, options.data_dir))
