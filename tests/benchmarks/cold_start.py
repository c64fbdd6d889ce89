"""What a cold start of the Lambda functions costs: imports beside a bare loop's, and the rest.

python -m tests.benchmarks.cold_start [--rounds 5]
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.benchmarks.figures import Figure, show

ROOT = Path(__file__).parents[2]
BARE = "import fastapi, langgraph.graph"
HANDLERS = ("buffered", "streaming", "worker", "authorizer")
TURN = "import agent.lambdas.buffered, agent.wiring"
RATIO = 1.25
_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \| \s*(\S+)")

OPENED = """
import asyncio, pathlib, sys, time
from agent.access.callers import Caller
from agent.lambdas import this_process
clock = time.process_time
async def main():
    began = clock()
    service = await this_process.process().ready()
    opened = clock()
    await service.warmed
    warm = clock()
    async for _ in service.conversation.stream("t", "ICU nurses in Texas"):
        pass
    turn = clock()
    print(opened - began, warm - opened, turn - warm)
    await this_process.process().close()
asyncio.run(main())
"""


def seconds(code: str) -> float:
    """Return the CPU seconds of a fresh interpreter that runs the code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def imports(rounds: int) -> list[Figure]:
    """Return the figures of importing each handler, the bare loop between them each round."""
    codes = {BARE: BARE, TURN: TURN}
    codes |= {name: f"import agent.lambdas.{name}" for name in HANDLERS}
    taken: dict[str, list[float]] = {name: [] for name in codes}
    nothing: list[float] = []
    for _ in range(rounds + 1):  # the first round fills the caches of the machine
        nothing.append(seconds("pass"))
        for name, code in codes.items():
            taken[name].append(seconds(code))
    idle = statistics.median(nothing[1:])
    cost = {name: (statistics.median(runs[1:]) - idle) * 1000 for name, runs in taken.items()}
    figures = [
        Figure(f"import agent.lambdas.{n}", "ms", cost[n], cost[BARE], ratio_at_most=RATIO)
        for n in HANDLERS
    ]
    whole = "the same and all that a turn needs"
    return [*figures, Figure(whole, "ms", cost[TURN], cost[BARE], ratio_at_most=RATIO)]


def beyond_bare() -> Counter[str]:
    """Return milliseconds by package of what a turn loads and the bare loop does not."""
    bare, ours = (dict(_timed(code)) for code in (BARE, TURN))
    found: Counter[str] = Counter()
    for module, spent in ours.items():
        if module not in bare:
            found[module.partition(".")[0]] += spent
    return found


def _timed(code: str) -> list[tuple[str, float]]:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    return [(m[2], int(m[1]) / 1000) for m in map(_LINE.match, ran.stderr.splitlines()) if m]


def opening() -> list[Figure]:
    """Return the figures of what comes after the import: opening, warming and a first turn."""
    with tempfile.TemporaryDirectory() as home:
        ran = subprocess.run(
            [sys.executable, "-c", OPENED],
            cwd=ROOT,
            env={"MATCHER_DATA_DIR": home, "PATH": "/usr/bin:/bin", "HOME": home},
            capture_output=True,
            text=True,
            check=True,
        )
    line = next(each for each in ran.stdout.splitlines() if not each.startswith("{"))
    names = ("open the service, its imports included", "load the embedding model", "a first turn")
    told = zip(names, map(float, line.split()), strict=True)
    return [Figure(name, "ms", spent * 1000) for name, spent in told]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    show(f"Imports, CPU time, median of {rounds} (bare: {BARE})", imports(rounds))
    show("After the import, CPU time", opening())
    most = beyond_bare().most_common(10)
    show("What a turn loads beyond the bare loop", [Figure(n, "ms", spent) for n, spent in most])


if __name__ == "__main__":
    main()
