"""A simulated recruiter reaches goals, can be had again by its seed, and sees every broken rule."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from agent.events import Event
from agent.scripts.doors import Doors
from agent.scripts.drivers import Driver
from agent.scripts.loading import ScriptError, runs_of
from agent.scripts.recruiter.goals import Goal, goals, sample_goals
from agent.scripts.recruiter.personas import PERSONAS
from agent.scripts.recruiter.simulating import Simulation, simulate
from agent.scripts.recruiter.soak import soak, summed
from tools.evaluate.faults import EvaluationError

GOAL = Goal("r1", "registered nurses in Texas", ("ACLS", "triage"), frozenset({"nurse-1"}))
TEXT = "Registered Nurse, ICU, Larkspur Hospital, Austin, TX"
WISH = {"id": "title:nurse", "kind": "title", "value": "Nurse", "weight": "must"}


class Liar:
    """Answers every message with a list, and with one thing that must not be."""

    door = "lies"

    def __init__(self, lie: str) -> None:
        self._lie, self._turn = lie, 0

    async def say(self, thread_id: str, message: str) -> list[Event]:
        self._turn += 1
        told = list(self._events())
        return [Event(n, name, data) for n, (name, data) in enumerate(told, 1)]  # type: ignore[arg-type]

    async def texts(self, candidate_ids: Sequence[str]) -> dict[str, str]:
        return dict.fromkeys(candidate_ids, TEXT)

    def _events(self) -> list[tuple[str, dict[str, Any]]]:
        lie = self._lie
        quote = "Registered Nurze" if lie == "quote" else "Registered Nurse"
        verdict = {"criterion": WISH["id"], "verdict": "met", "quote": quote}
        if lie == "no quote":
            verdict["quote"] = ""
        row = {"rank": 1, "candidate_id": "nurse-2", "name": "Tove", "verdicts": [verdict]}
        wishes = [] if lie == "vanish" and self._turn > 1 else [WISH]
        answer = "“Led a ward of ninety beds”" if lie == "answer" else "Done."
        return [
            ("turn_started", {}),
            ("criteria", {"criteria": wishes}),
            ("candidates", {"total": 1, "shown": [row]}),
            ("token", {"text": answer}),
            ("turn_finished", {"answer": answer}),
        ]


def talk(driver: Driver, persona: int = 4, seed: int = 3, thread: str = "t") -> Simulation:
    return asyncio.run(simulate(driver, PERSONAS[persona], GOAL, seed, thread))


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        ("quote", "is not in the résumé"),
        ("no quote", "without a quote"),
        ("vanish", "the wish title:nurse vanished"),
        ("answer", "which is in no résumé shown"),
    ],
)
def test_every_lie_is_seen(lie: str, told: str) -> None:
    result = talk(Liar(lie))
    assert any(told in violation for violation in result.violations)
    assert not result.reached


def test_a_protected_attribute_that_is_not_refused_is_seen() -> None:
    assert any("not refused" in v for v in talk(Liar("none"), persona=5).violations)


def test_the_truth_breaks_no_rule() -> None:
    assert talk(Liar("none"), persona=0).violations == []


def test_a_seed_gives_the_same_conversation_and_goals_are_reached(
    corpus: Path, tmp_path: Path
) -> None:
    script = tmp_path / "one.conversation.yaml"
    script.write_text(f"script: one\ncorpus: {corpus}\nturns: [{{say: hi}}]\n")
    (run,) = runs_of(script)

    async def twice() -> tuple[list[Simulation], list[Simulation]]:
        async with Doors() as doors:
            driver = await doors.driver(run, "graph")
            return await soak(driver, [GOAL], 6, 0), await soak(driver, [GOAL], 6, 0)

    first, again = asyncio.run(twice())
    talked = [[(t.move, t.message, t.answer) for t in s.turns] for s in first]
    assert talked == [[(t.move, t.message, t.answer) for t in s.turns] for s in again]
    assert [violation for each in first for violation in each.violations] == []
    assert sum(each.reached for each in first) >= 3
    assert list(summed(first))[-1].conversations == 6


def test_the_sample_has_goals_of_many_trades() -> None:
    wanted = sample_goals()
    assert len({goal.request_id.split("-")[0] for goal in wanted}) >= 20
    assert all(goal.wanted for goal in wanted)


@pytest.mark.parametrize(
    ("requests", "qrels", "told"),
    [
        ("[]", "request_id\tcandidate_id\tgrade\na\tb\t3\n", "names nobody"),
        ("{}", "request_id\tcandidate_id\tgrade\na\tb\t3\n", "holds no judged requests"),
        ('[{"request_id": "a", "text": "b"}]', "a\tb\tx\n", "line 1"),
    ],
)
def test_judgements_that_cannot_be_used_are_one_sentence(
    tmp_path: Path, requests: str, qrels: str, told: str
) -> None:
    (tmp_path / "r.json").write_text(requests)
    (tmp_path / "q.tsv").write_text(qrels)
    with pytest.raises((ScriptError, EvaluationError), match=told):
        goals(tmp_path / "r.json", tmp_path / "q.tsv")
    with pytest.raises(EvaluationError, match="cannot be read"):
        goals(tmp_path / "none.json", tmp_path / "q.tsv")
