"""What a simulated recruiter wants: a judged request, and the people who would do."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import msgspec

from agent.scripts.loading import ScriptError

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

    Raises ScriptError for files that cannot be read, and where nothing is left.
    """
    try:
        asked = msgspec.json.decode(requests.read_bytes(), type=list[_Request])
        judged = [line.split("\t") for line in qrels.read_text("utf-8").splitlines()[1:] if line]
        good = [(row[0], row[1]) for row in judged if int(row[-1]) >= GOOD]
    except OSError as error:
        raise ScriptError(f"{error.filename} cannot be read: check the path.") from error
    except (msgspec.DecodeError, ValueError, IndexError, RecursionError) as error:
        raise ScriptError(
            f"{requests} and {qrels} are no judged requests: JSON with request_id and text, and "
            "lines of request_id, candidate_id, grade with tabs between."
        ) from error
    made = [_goal(each, good) for each in asked]
    wanted = [goal for goal in made if goal.wanted]
    if not wanted:
        raise ScriptError(f"{qrels} names nobody with grade {GOOD} or more for {requests}.")
    return wanted


def _goal(asked: _Request, good: Sequence[tuple[str, str]]) -> Goal:
    wanted = frozenset(person for request, person in good if request == asked.request_id)
    return Goal(asked.request_id, asked.text, (*asked.must, *asked.nice), wanted)
