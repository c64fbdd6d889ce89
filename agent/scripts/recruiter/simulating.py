"""One simulated conversation: seeded moves, every turn held to the rules, the goal watched for."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping

import msgspec

from agent.scripts.drivers import DoorError, Driver
from agent.scripts.recruiter.goals import Goal
from agent.scripts.recruiter.personas import CHAT, NOISE, PROTECTED, Move, Persona
from agent.scripts.rules import broken_rules, vanished, without_a_source
from agent.scripts.screen import Screen

_CHANGING = {"search_candidates", "filter_candidates", "undo", "start_over"}


class Said(msgspec.Struct, frozen=True):
    """A turn of a simulation: the move, the message, the answer and the rules it broke."""

    move: str
    message: str
    answer: str
    violations: tuple[str, ...]


class Simulation(msgspec.Struct, frozen=True):
    """A simulated conversation; with its seed it can be had again."""

    seed: int
    persona: str
    goal: str
    turns: tuple[Said, ...]
    reached: bool
    seconds: float

    @property
    def violations(self) -> list[str]:
        """Return every broken rule with the message that led to it."""
        return [f"{t.message!r}: {broken}" for t in self.turns for broken in t.violations]


async def simulate(
    driver: Driver, persona: Persona, goal: Goal, seed: int, thread_id: str
) -> Simulation:
    """Talk as the persona until somebody who would do is on the shortlist, or patience ends."""
    dice = random.Random(seed)  # noqa: S311 a seed that can be printed is what is wanted
    screen = Screen()
    turns: list[Said] = []
    began = time.perf_counter()
    reached = False
    for number in range(persona.patience):
        move, message = ("open", goal.text) if number == 0 else _next(dice, persona, goal, screen)
        before = [dict(wish) for wish in screen.criteria]
        screen.begin()
        typed = _slipped(dice, message, persona.slips)
        try:
            screen.take(await driver.say(thread_id, typed))
        except DoorError as fault:
            turns.append(Said(move, message, "", (str(fault),)))
            break
        broken = await _broken(driver, screen, before, (move, typed))
        turns.append(Said(move, message, screen.answer, broken))
        kept = {str(row["candidate_id"]) for row in screen.shortlist}
        reached = bool(kept & goal.wanted)
        if reached:
            break
    seconds = round(time.perf_counter() - began, 3)
    return Simulation(seed, persona.name, goal.request_id, tuple(turns), reached, seconds)


async def _broken(
    driver: Driver, screen: Screen, before: list[dict[str, object]], turn: tuple[str, str]
) -> tuple[str, ...]:
    move, message = turn
    people = {shown.candidate_id for shown in screen.quotes} | set(screen.names)
    texts = await driver.texts(sorted(people))
    told = [*broken_rules(screen, texts, False), *without_a_source(screen, texts, before, message)]
    if not _CHANGING & {name for name, _ in screen.tools}:
        told += vanished(screen, before)
    if move == "protected" and "instead" not in screen.answer.casefold():
        told.append("a protected attribute was not refused")
    return tuple(told)


def _next(dice: random.Random, persona: Persona, goal: Goal, screen: Screen) -> tuple[Move, str]:
    """Return the next move that can be made, and how it is said."""
    can = dict(_possible(dice, goal, screen))
    moves = {move: weight for move, weight in persona.moves.items() if move in can}
    if not moves:
        return "reopen", goal.text
    move = dice.choices(list(moves), weights=list(moves.values()))[0]
    return move, can[move]


def _possible(dice: random.Random, goal: Goal, screen: Screen) -> Iterator[tuple[Move, str]]:
    yield "undo", dice.choice(("undo", "go back", "take that back"))
    yield "start_over", "start over"
    yield "noise", dice.choice(NOISE)
    yield "chat", dice.choice(CHAT)
    yield "reopen", goal.text
    yield "protected", dice.choice(PROTECTED)
    if goal.wishes and screen.criteria:
        yield "narrow", f"must have {dice.choice(goal.wishes)}"
    if screen.criteria:
        yield "drop", f"drop {dice.choice(screen.criteria)['value']}"
    if not screen.shown:
        return
    ranks = [int(row["rank"]) for row in screen.shown if row.get("rank")]
    yield "more", "show more"
    if goal.wishes:
        yield "ask_which", f"which of these has {dice.choice(goal.wishes)}?"
    if ranks:
        yield "why", f"why is #{dice.choice(ranks)} a good match?"
        yield "keep", f"shortlist {_liked(dice, goal, screen.shown, ranks)}"
    if len(ranks) > 1:
        one, other = sorted(dice.sample(ranks, 2))
        yield "compare", f"compare {one} and {other}"


def _liked(
    dice: random.Random, goal: Goal, shown: list[Mapping[str, object]], ranks: list[int]
) -> int:
    """Return the rank of somebody who would do, as a recruiter who reads would choose."""
    good = [int(str(row["rank"])) for row in shown if row["candidate_id"] in goal.wanted]
    return good[0] if good else dice.choice(ranks)


def _slipped(dice: random.Random, message: str, share: float) -> str:
    """Return the message, now and then with two neighbouring letters of a long word exchanged."""
    if dice.random() >= share:
        return message
    words = message.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 6 and word.isalpha()]
    if not long:
        return message
    at = dice.choice(long)
    word, cut = words[at], dice.randrange(1, len(words[at]) - 2)
    words[at] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)
