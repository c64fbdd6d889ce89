"""Reads the job of a file: a text as its description, JSON and JSONL by their fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.commands.faults import CommandError, say

if TYPE_CHECKING:
    from tools.match import Job

_KEYS = (
    "it needs a description, or a title or a list of musts under must, and may have job_id, "
    "location, required_skills and nice"
)
_MISFIT = re.compile(r"Expected `(\w+).*?`, got `(\w+).*?`(?: - at `\$\.(\w+).*`)?$")
_AS_SAID = {
    "str": "text", "array": "a list", "object": "an object", "null": "null", "bool": "true or false"
}  # fmt: skip
"""What the types of JSON are called in a sentence."""
_MOST_NAMED = 24
"""Jobs of a file whose ids are named where one is looked for in vain."""
_OF_REQUESTS = ("text", "request_id", "turns")
"""What a file of requests to `matcher evaluate` has besides."""


def read_job(path: Path, job_id: str = "") -> Job:
    """Return the job a file describes: JSON by its fields, anything else as the description.

    Raises CommandError for a file that is not there, is no text, or has no such job.
    """
    import msgspec

    from tools.match import Job

    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8 text: save the job as .txt or .json.") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be read ({error.strerror}): check the path.") from error
    if not text.strip():
        raise CommandError(f"{path} is empty: put the job description in it.")
    if path.suffix.lower() not in (".json", ".jsonl"):
        return Job(description=text)
    try:
        jobs = [
            msgspec.convert(_job(path, one), Job) for one in _objects(text, path.suffix.lower())
        ]
    except RecursionError as error:
        raise CommandError(f"{path} is nested too deeply for a job: {_KEYS}.") from error
    except msgspec.MsgspecError as error:
        raise CommandError(f"{path} is not a job ({_in_words(error)}): {_KEYS}.") from error
    if not jobs:
        raise CommandError(f"{path} holds no job: {_KEYS}.")
    if job_id:
        return _chosen(path, jobs, job_id)
    if len(jobs) > 1:
        first = f" ({jobs[0].job_id})" if jobs[0].job_id else ""
        say(
            f"{path} holds {len(jobs)} jobs and this is the first{first}: --job takes another, by "
            f"its id or its number up to {len(jobs)}."
        )
    return jobs[0]


def _chosen(path: Path, jobs: Sequence[Job], said: str) -> Job:
    """Return the job of an id, or else of a number; raises CommandError where there is none."""
    named = next((job for job in jobs if job.job_id == said), None)
    if named is None and said.isdecimal() and 0 < int(said) <= len(jobs):
        named = jobs[int(said) - 1]
    if named is None:
        known = ", ".join(job.job_id for job in jobs[:_MOST_NAMED] if job.job_id)
        more = ", …" if len(jobs) > _MOST_NAMED else ""
        raise CommandError(
            f"{path} has no job {said!r}; it has: {known or 'none with an id'}{more}, by number 1 "
            f"to {len(jobs)}."
        )
    return named


def _job(path: Path, found: Any) -> Any:
    """Return an object under the names of a job: a request file says text and request_id."""
    if not isinstance(found, dict):
        return found
    from tools.match import Job

    other = {"description": found.get("text"), "job_id": found.get("request_id")}
    unknown = [key for key in found if key not in (*Job.__struct_fields__, *_OF_REQUESTS)]
    if unknown:
        raise CommandError(f"{path}: there is no {unknown[0]!r} in a job: {_KEYS}.")
    return {**{key: value for key, value in other.items() if value}, **found}


def _in_words(error: Exception) -> str:
    """Return what the decoder found wrong, in our words where it is a value of the wrong type."""
    misfit = _MISFIT.fullmatch(str(error))
    if misfit is None:
        return str(error)
    wanted, given = (_AS_SAID.get(kind, "a number") for kind in misfit.group(1, 2))
    return f"{misfit[3] or 'it'} should be {wanted}, not {given}"


def _objects(text: str, suffix: str) -> list[Any]:
    """Return the objects of a JSON or JSONL text; a list of jobs is taken as its members."""
    import msgspec

    if suffix == ".jsonl":
        return [msgspec.json.decode(line) for line in text.splitlines() if line.strip()]
    decoded = msgspec.json.decode(text)
    return decoded if isinstance(decoded, list) else [decoded]
