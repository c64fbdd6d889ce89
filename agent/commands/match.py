"""`matcher match`: the best people for a job description, explained, without a conversation."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from agent.commands.faults import CommandError
from agent.commands.opened import people_of
from agent.commands.options import AsJson, DataDir, Tenant, settings_of
from agent.commands.results import print_json
from agent.commands.search import MOST, nobody, tell_beyond, tell_protected

if TYPE_CHECKING:
    from agent.matching import Matching
    from tools.match import Job, Match


_KEYS = (
    "it needs a description, or a title or a list of musts under must, and may have job_id, "
    "location, required_skills and nice"
)
_MISFIT = re.compile(r"Expected `(\w+).*?`, got `(\w+).*?`(?: - at `\$\.(\w+).*`)?$")
_AS_SAID = {
    "str": "text", "array": "a list", "object": "an object", "null": "null", "bool": "true or false"
}  # fmt: skip
"""What the types of JSON are called in a sentence."""
_OF_REQUESTS = ("text", "request_id", "turns")
"""What a file of requests to `matcher evaluate` has besides."""


def match(
    job_file: Annotated[
        Path, typer.Argument(help="The description as text, or a job as JSON or JSONL.")
    ],
    top_k: Annotated[
        int, typer.Option("-k", "--top-k", min=1, max=MOST, help="How many people.")
    ] = 5,
    job_id: Annotated[
        str, typer.Option("--job", help="Which job of a JSONL file.", show_default="the first")
    ] = "",
    data_dir: DataDir = None,
    tenant: Tenant = None,
    as_json: AsJson = False,
) -> None:
    """Match people against a job description and explain each."""
    job = read_job(job_file, job_id)
    settings = settings_of(data_dir, tenant)
    from agent.matching import Matching, results_of
    from agent.wiring import models_of, writing_of
    from tools.asides import asides
    from tools.match import match as matched
    from tools.presenting import public

    writing = writing_of(settings, models_of(settings))
    with people_of(settings) as index:
        found = matched(index, settings.tenant, job, top_k)
        tell_protected(found.protected)
        tell_beyond(found.beyond)
        if not found.criteria:
            raise CommandError(
                f"{job_file} names nothing to match by: say a title, skills, a place or years."
            )
        matching = Matching(writing, index, settings.tenant, found)
        if as_json:
            results = results_of(found, asyncio.run(matching.wordings()))
            head = {"job_id": job.job_id, "criteria": public(found.criteria), "total": found.total}
            head |= {
                "weighs": asides(found.criteria),
                "excluded": found.excluded,
                "protected": found.protected,
                "beyond": found.beyond,
            }
            print_json({**head, "results": results})
            return
        _show(found)
        if writing is not None and found.people:
            _tell(matching)
    nobody(found.excluded, len(found.people))


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
    chosen = [job for job in jobs if not job_id or job.job_id == job_id]
    if not chosen:
        known = ", ".join(job.job_id for job in jobs if job.job_id)
        raise CommandError(f"{path} has no job {job_id!r}; it has: {known or 'none'}.")
    return chosen[0]


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


def _show(found: Match) -> None:
    from agent.terminal.criteria import chips
    from agent.terminal.people import show_people
    from agent.terminal.screen import output
    from tools.asides import asides
    from tools.presenting import public
    from tools.wording import counted

    console, criteria = output(), public(found.criteria)
    console.print(chips(criteria, weighs=asides(found.criteria)))
    for person, why in found.people:
        show_people(console, [person.public()], criteria)
        console.print(f"   {why.summary}\n", soft_wrap=not console.is_terminal)
    console.print(f"{len(found.people)} of {counted(found.total, 'person', 'people')}")


def _tell(matching: Matching) -> None:
    """Print the explanations as the model writes them, and what could not be used of them."""
    from rich.text import Text

    from agent.terminal.markdown import Streamed
    from agent.terminal.screen import output

    console, streamed = output(), Streamed()

    def show(part: str) -> None:
        console.print(streamed.feed(part), end="", soft_wrap=True)

    wordings = asyncio.run(matching.wordings(show))
    console.print(streamed.end())
    removed = sum(len(wording["removed"]) for wording in wordings)
    if removed:
        console.print(Text(f"({removed} without evidence left out)", style="note"))
    for why in dict.fromkeys(w["reason"]["message"] for w in wordings if w["reason"]):
        console.print(Text(f"(partly worded without the language model: {why})", style="note"))
