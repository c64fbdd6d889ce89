"""Many simulated conversations in a row, and what they come to."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence

import msgspec
from rich.table import Table

from agent.scripts.drivers import Driver
from agent.scripts.recruiter.goals import Goal
from agent.scripts.recruiter.personas import PERSONAS, Persona
from agent.scripts.recruiter.simulating import Simulation, simulate


class Sum(msgspec.Struct, frozen=True):
    """What the conversations of one persona come to."""

    persona: str
    conversations: int
    turns: int
    reached: int
    violations: int


async def soak(
    driver: Driver,
    goals: Sequence[Goal],
    count: int,
    seed: int,
    told: Callable[[int], None] = lambda _: None,
    personas: Sequence[Persona] = PERSONAS,
) -> list[Simulation]:
    """Return `count` conversations; number n has the seed `seed + n`, each its own thread."""
    done: list[Simulation] = []
    for number in range(count):
        one = seed + number
        persona, goal = personas[one % len(personas)], goals[one % len(goals)]
        thread_id = f"soak-{uuid.uuid4().hex}"
        done.append(await simulate(driver, persona, goal, one, thread_id))
        told(len(done))
    return done


def summed(simulations: Sequence[Simulation]) -> Iterator[Sum]:
    """Yield a sum for each persona, in the order of first appearance, and one of all."""
    names = dict.fromkeys(each.persona for each in simulations)
    for name in names:
        yield _sum(name, [each for each in simulations if each.persona == name])
    yield _sum("all", simulations)


def as_table(sums: Sequence[Sum]) -> Table:
    """Return the sums as a table for people."""
    table = Table("persona", "conversations", "turns", "goal reached", "rules broken")
    for each in sums:
        share = f"{each.reached} ({100 * each.reached / max(1, each.conversations):.0f} %)"
        table.add_row(
            each.persona, str(each.conversations), str(each.turns), share, str(each.violations)
        )
    return table


def _sum(name: str, simulations: Sequence[Simulation]) -> Sum:
    return Sum(
        persona=name,
        conversations=len(simulations),
        turns=sum(len(each.turns) for each in simulations),
        reached=sum(each.reached for each in simulations),
        violations=sum(len(each.violations) for each in simulations),
    )
