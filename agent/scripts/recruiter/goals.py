"""What a simulated recruiter wants: a judged request, and the people who would do."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import msgspec

from agent.scripts.loading import ScriptError
from tools.evaluate.judged import Grades, read_grades, read_text

GOOD = 2
"""The grade from which a person would do: worth a call."""


class Goal(msgspec.Struct, frozen=True):
    """A request in words, further wishes to narrow by, and the ids of the people who would do."""

    request_id: str
    text: str
    wishes: tuple[str, ...]
    wanted: frozenset[str]


class _Request(msgspec.Struct):
    request_id: str
    text: str
    must: list[str] = []
    nice: list[str] = []


def sample_goals() -> list[Goal]:
    """Return the judged requests over the bundled sample."""
    sample = Path(str(files("tools").joinpath("sample")))
    return goals(sample / "requests.json", sample / "qrels.tsv")


def goals(requests: Path, qrels: Path) -> list[Goal]:
    """Return the requests of a file for which the qrels know somebody who would do.

    Raises EvaluationError for files that cannot be read, ScriptError where nothing is left.
    """
    try:
        asked = msgspec.json.decode(read_text(requests), type=list[_Request])
    except (msgspec.DecodeError, RecursionError) as error:
        raise ScriptError(
            f"{requests} holds no judged requests: write a JSON list with request_id and text."
        ) from error
    grades = read_grades(qrels)
    wanted = [goal for each in asked if (goal := _goal(each, grades)).wanted]
    if not wanted:
        raise ScriptError(f"{qrels} names nobody with grade {GOOD} or more for {requests}.")
    return wanted


def _goal(asked: _Request, grades: Grades) -> Goal:
    judged = grades.get(asked.request_id, {})
    wanted = frozenset(person for person, grade in judged.items() if grade >= GOOD)
    return Goal(asked.request_id, asked.text, (*asked.must, *asked.nice), wanted)
