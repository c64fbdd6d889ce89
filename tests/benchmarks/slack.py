"""The Slack door under load: `python -m tests.benchmarks.slack`, a few minutes.

Three figures: how long Slack waits for its acknowledgement with 50 events at once and a model that
takes 3 s; how long a person waits for the first words with the offline model; and what becomes of
1,000 messages that come up to four times each and out of order, while the process is killed.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import hmac
import json
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import httpx

from agent.scripts.fake_slack import SlackServer, Workspace, slack_server
from agent.settings import Settings
from agent.slack.job_table import JobTable
from agent.storage.sqlite.records import SQLiteRecords
from agent.wiring import open_index
from tests.benchmarks.slack_service import SECRET, TEAM
from tools.ingest.pipeline import Ingest

CHANNEL = "C0TEAM"
BURST, ROUNDS = 50, 10
RETRIES = (0.0, 0.6, 3.0)
"""When an event comes again: Slack's 0, 60 and 300 s, a hundred times as fast."""


class Process:
    """The service in a process of its own, which may die."""

    def __init__(self, folder: Path, slack: SlackServer, slow: float = 0.0) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self._command = [
            *(sys.executable, "-m", "tests.benchmarks.slack_service", "--port", str(self.port)),
            *("--data-dir", str(folder), "--slack", slack.base_url, "--slow", str(slow)),
        ]
        self.start()

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._process = subprocess.Popen(self._command)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                if httpx.get(f"http://127.0.0.1:{self.port}/ready").status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise TimeoutError("the service did not start")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait()


@contextmanager
def stage(folder: Path, slow: float = 0.0) -> Iterator[tuple[Process, SlackServer, Workspace]]:
    """Start Slack and the service."""
    with slack_server() as slack:
        workspace = slack.install(TEAM)
        process = Process(folder, slack, slow)
        try:
            yield process, slack, workspace
        finally:
            process.kill()


def request(text: str, ts: str, thread_ts: str) -> dict[str, Any]:
    """Return a signed mention as httpx posts it."""
    event = {"type": "app_mention", "user": "U1", "text": f"<@U0MATCHER> {text}"}
    event |= {"channel": CHANNEL, "ts": ts}
    envelope = {
        "type": "event_callback",
        "team_id": TEAM,
        "event_id": f"Ev{ts}",
        "event": event | ({"thread_ts": thread_ts} if ts != thread_ts else {}),
        "authorizations": [{"team_id": TEAM, "user_id": "U0MATCHER", "is_bot": True}],
    }
    body, stamp = json.dumps(envelope).encode(), str(int(time.time()))
    base = b"v0:%s:%s" % (stamp.encode(), body)
    signature = "v0=" + hmac.new(SECRET.encode(), base, hashlib.sha256).hexdigest()
    headers = {"x-slack-request-timestamp": stamp, "x-slack-signature": signature}
    return {"content": body, "headers": headers | {"content-type": "application/json"}}


async def acknowledgements(port: int) -> list[float]:
    """Return the milliseconds of each acknowledgement, 50 at once, again and again.

    Requests are written whole to open connections: a client that takes long to make them would be
    measured as well.
    """
    lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(BURST)]
    taken: list[float] = []
    for at in range(ROUNDS):
        wires = [_wire(f"find people, {at}-{each}", at * BURST + each) for each in range(BURST)]
        taken += await asyncio.gather(*map(_one, lines, wires))
        await asyncio.sleep(0.5)
    for _, writer in lines:
        writer.close()
    return taken


async def _one(line: tuple[asyncio.StreamReader, asyncio.StreamWriter], wire: bytes) -> float:
    reader, writer = line
    began = time.perf_counter()
    writer.write(wire)
    head = await reader.readuntil(b"\r\n\r\n")
    took = (time.perf_counter() - began) * 1000
    assert head.startswith(b"HTTP/1.1 200"), head
    length = re.search(rb"content-length: (\d+)", head)
    await reader.readexactly(int(length[1]) if length else 0)
    return took


def _wire(text: str, number: int) -> bytes:
    ts = f"1700000000.{number:06}"
    told = request(text, ts, ts)
    fields = {**told["headers"], "host": "127.0.0.1", "content-length": str(len(told["content"]))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + bytes(told["content"])


def first_words(port: int, slack: SlackServer, rounds: int = 23) -> list[float]:
    """Return the milliseconds from an event to the first words of its answer in Slack.

    The first three are left out: they load what later ones find.
    """
    taken: list[float] = []
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        for number in range(rounds):
            ts = f"1600000000.{number:06}"
            before, began = len(slack.calls), slack.clock()
            client.post("/slack/events", **request("find nurses in Texas", ts, ts))
            while (shown := _first_text(slack, before)) is None:
                time.sleep(0.002)
            taken.append((shown - began) * 1000)
            time.sleep(0.3)
    return taken[3:]


def _first_text(slack: SlackServer, before: int) -> float | None:
    for call in slack.calls[before:]:
        chunks = call.args.get("chunks") or ()
        if any(chunk.get("type") == "markdown_text" for chunk in chunks):
            return call.at
    return None


async def storm(
    process: Process, messages: int, kills: int, seed: int
) -> dict[str, tuple[str, str]]:
    """Send messages as a bad day would, and kill the process meanwhile; return what was sent."""
    chance = random.Random(seed)
    threads = [f"{1_500_000_000 + n}.000000" for n in range(messages // 5)]
    sent: dict[str, tuple[str, str]] = {}
    for number in range(messages):
        thread_ts = threads[number // 5]
        ts = thread_ts if number % 5 == 0 else f"{thread_ts[:10]}.{number % 5:06}"
        sent[f"hello, this is {number}"] = (ts, thread_ts)
    order = sorted(enumerate(sent), key=lambda each: each[0] + chance.uniform(0, 12))
    gate = asyncio.Semaphore(40)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{process.port}", timeout=30) as client:
        done = asyncio.Event()
        killer = asyncio.create_task(_kill(process, kills, done, chance))
        tasks = [
            asyncio.create_task(_deliver(client, gate, text, *sent[text], chance))
            for _, text in order
        ]
        await asyncio.gather(*tasks)
        done.set()
        await killer
    return sent


async def _kill(process: Process, kills: int, done: asyncio.Event, chance: random.Random) -> None:
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(1.0, 4.0))
        process.kill()
        await asyncio.to_thread(process.start)
    done.set()


async def _deliver(
    client: httpx.AsyncClient,
    gate: asyncio.Semaphore,
    text: str,
    ts: str,
    thread_ts: str,
    chance: random.Random,
) -> None:
    """Send an event until it is acknowledged, and as often again as Slack might."""
    async with gate:
        while not await _acknowledged(client, text, ts, thread_ts):  # noqa: ASYNC110 Slack asks again
            await asyncio.sleep(0.2)
    for wait in RETRIES[: chance.randrange(4)]:
        await asyncio.sleep(wait)
        await _acknowledged(client, text, ts, thread_ts)


async def _acknowledged(client: httpx.AsyncClient, text: str, ts: str, thread_ts: str) -> bool:
    try:
        answer = await client.post("/slack/events", **request(text, ts, thread_ts))
    except httpx.HTTPError:
        return False
    return answer.status_code == 200


def wait_until_done(folder: Path, patience: float) -> int:
    """Wait for the queue to be empty; return what is dead."""
    with closing(JobTable(folder / "slack.db")) as table:
        until = time.monotonic() + patience
        while table.unfinished() and time.monotonic() < until:
            time.sleep(0.2)
        assert not table.unfinished(), f"{table.unfinished()} jobs are left"
        return len(table.dead_letters())


def reckoned(
    folder: Path, workspace: Workspace, sent: dict[str, tuple[str, str]]
) -> dict[str, int]:
    """Return what became of what was sent: turns in the records, answers in Slack."""
    turns: Counter[str] = Counter()
    disordered = 0
    with closing(SQLiteRecords(folder / "threads.db")) as records:
        for thread_ts in {thread for _, thread in sent.values()}:
            thread_id = f"slack:{TEAM}:{CHANNEL}:{thread_ts}"
            _, kept = records.transcript("local", thread_id, thread_id)
            said = [turn.message for turn in kept]
            turns.update(said)
            disordered += said != sorted(said, key=lambda text: sent[text][0])
    answers: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for message in workspace.kept.values():
        thread = message.thread_ts or ""
        whole = not message.streaming and "cut off" not in message.markdown
        (answers if whole else broken)[thread] += 1
    expected = Counter(thread for _, thread in sent.values())
    return {
        "messages": len(sent),
        "turns lost": sum(1 for text in sent if not turns[text]),
        "turns twice": sum(count - 1 for count in turns.values() if count > 1),
        "answers lost": sum((expected - answers).values()),
        "answers twice": sum((answers - expected).values()),
        "answers broken off and told again": sum(broken.values()),
        "threads out of order": disordered,
    }


def _people(folder: Path) -> None:
    sample = Path(str(files("tools").joinpath("sample")))
    settings = Settings(_env_file=None, data_dir=folder)
    with closing(open_index(settings)) as index:
        Ingest(index, "local", today=date(2026, 11, 1)).run([sample / "people"])


def _measured(make: Callable[[], list[float]]) -> dict[str, float]:
    taken = sorted(make())
    p99 = taken[min(len(taken) - 1, round(len(taken) * 0.99))]
    return {"p50": round(taken[len(taken) // 2]), "p99": round(p99), "most": round(taken[-1])}


def main() -> None:
    """Measure and print; exit 1 when something was lost or done twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000)
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        slow, fast, wild = (Path(home) / name for name in ("slow", "fast", "wild"))
        with stage(slow, slow=3.0) as (process, _, __):
            told = _measured(lambda: asyncio.run(acknowledgements(process.port)))
            print(f"acknowledged, {BURST} at once, model 3 s, ms: {told}")
        _people(fast)
        with stage(fast) as (process, slack, _):
            print(f"first words, ms: {_measured(lambda: first_words(process.port, slack))}")
        with stage(wild) as (process, _, workspace):
            began = time.perf_counter()
            sent = asyncio.run(storm(process, options.messages, options.kills, options.seed))
            dead = wait_until_done(wild, 600)
            seconds = time.perf_counter() - began
        found = reckoned(wild, workspace, sent)
        print(f"{found} with {options.kills} kills, {dead} dead, in {seconds:.0f} s")
    sys.exit(any(found[name] for name in ("turns lost", "turns twice", "answers lost")))


if __name__ == "__main__":
    main()
