"""Plays a script over a door and keeps what was said, shown and not as expected."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Sequence
from typing import Any

import msgspec

from agent.scripts.checking import unmet, unmet_state
from agent.scripts.drivers import Driver
from agent.scripts.loading import Run
from agent.scripts.rules import broken_rules
from agent.scripts.screen import Screen
from agent.scripts.script import Turn

END = "at the end"


class PlayedTurn(msgspec.Struct, frozen=True):
    """One turn as it went; `failures` are sentences, empty when all was as expected."""

    line: int
    said: str
    answer: str
    tools: tuple[tuple[str, dict[str, Any]], ...]
    criteria: tuple[str, ...]
    shown: tuple[str, ...]
    names: dict[str, str]
    shortlist: tuple[str, ...]
    ms: float
    failures: tuple[str, ...] = ()

    def essence(self) -> tuple[Any, ...]:
        """Return what must be the same whenever this is said again."""
        return self.answer, self.tools, self.criteria, self.shown, self.shortlist


class Played(msgspec.Struct, frozen=True):
    """One play of a script over a door."""

    run: Run
    door: str
    turns: tuple[PlayedTurn, ...]
    end: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def name(self) -> str:
        """Return what reports call this play."""
        stem = self.run.path.name.removesuffix(".conversation.yaml")
        label = f"[{self.run.label}]" if self.run.label else ""
        return f"{stem}{label}@{self.door}"

    @property
    def failures(self) -> list[str]:
        """Return every failure with the line of its turn."""
        told = [f"line {t.line}: {failure}" for t in self.turns for failure in t.failures]
        return told + [f"{END}: {failure}" for failure in self.end]


async def play(run: Run, driver: Driver) -> Played:
    """Play a run as often as its script asks; a play that differs from the first is a failure."""
    first = await _once(run, driver)
    for number in range(2, run.script.repeat + 1):
        again = await _once(run, driver)
        pairs = zip(first.turns, again.turns, strict=True)
        differing = [turn.line for turn, other in pairs if turn.essence() != other.essence()]
        if differing:
            told = f"play {number} of {run.script.repeat} differs from the first"
            where = f"in line {differing[0]}"
            return msgspec.structs.replace(first, end=(*first.end, f"{told} {where}"))
    return first


async def _once(run: Run, driver: Driver) -> Played:
    screen, lists = Screen(), dict[str, list[str]]()
    thread_id = f"script-{uuid.uuid4().hex}"
    turns: list[PlayedTurn] = []
    began = time.perf_counter()
    for turn, said, line in zip(run.script.turns, run.says, run.lines, strict=True):
        said_again = range(turn.times)
        turns += [
            await _turn(driver, thread_id, turn, said, line, screen, lists) for _ in said_again
        ]
        if turn.name:
            lists[turn.name] = screen.ids()
    end = run.script.finally_
    missed = tuple(unmet_state(end, screen, lists)) if end else ()
    seconds = time.perf_counter() - began
    return Played(run, driver.door, tuple(turns), missed, round(seconds, 3))


async def _turn(
    driver: Driver,
    thread_id: str,
    turn: Turn,
    said: str,
    line: int,
    screen: Screen,
    lists: dict[str, list[str]],
) -> PlayedTurn:
    screen.begin()
    began = time.perf_counter()
    events = await driver.say(thread_id, said)
    ms = (time.perf_counter() - began) * 1000
    screen.take(events)
    texts = await driver.texts(sorted({shown.candidate_id for shown in screen.quotes}))
    failures = [
        *broken_rules(screen, texts, turn.expect.error is not None),
        *unmet(turn.expect, screen, lists, ms),
    ]
    await asyncio.sleep(0)
    return PlayedTurn(
        line=line,
        said=said,
        answer=screen.answer,
        tools=tuple(screen.tools),
        criteria=tuple(str(wish["id"]) for wish in screen.criteria),
        shown=tuple(screen.ids()),
        names={i: screen.names.get(i, "") for i in screen.ids()},
        shortlist=tuple(str(row["candidate_id"]) for row in screen.shortlist),
        ms=round(ms, 1),
        failures=tuple(failures),
    )


def chosen(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """Return (the runs to play, the runs left out): skipped ones, or all but those with `only`."""
    only = any(run.script.only for run in runs)
    play_now = [r for r in runs if not r.script.skip and (r.script.only or not only)]
    return play_now, [r for r in runs if r not in play_now]
