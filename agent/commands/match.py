"""`matcher match`: the best people for a job description, explained, without a conversation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import CommandError
from agent.commands.job_file import read_job
from agent.commands.open_index import people_of
from agent.commands.options import AsJson, DataDir, Tenant, settings_of
from agent.commands.results import print_json
from agent.commands.running import run_async
from agent.commands.search import (
    MOST,
    tell_beyond,
    tell_how_to_widen,
    tell_protected,
    tell_unused,
)

if TYPE_CHECKING:
    from agent.matching import Matching
    from tools.match import Match


def match(
    job_file: Annotated[
        Path, typer.Argument(help="The description as text, or a job as JSON or JSONL.")
    ],
    top_k: Annotated[
        int, typer.Option("-k", "--top-k", min=1, max=MOST, help="How many people.")
    ] = 5,
    job_id: Annotated[
        str,
        typer.Option(
            "--job",
            help="Which job of a file of several: its id, or 2 for the second.",
            show_default="the first",
        ),
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
        tell_unused(found.unused)
        matching = Matching(writing, index, settings.tenant, found)
        if as_json:
            results = results_of(found, run_async(matching.wordings()))
            head = {"job_id": job.job_id, "criteria": public(found.criteria), "total": found.total}
            head |= {
                "weighs": asides(found.criteria),
                "excluded": found.excluded,
                "protected": found.protected,
                "beyond": found.beyond,
                "unused": found.unused,
                "elsewhere": found.elsewhere,
            }
            print_json({**head, "results": results})
            return
        _show(found)
        if writing is not None and found.people:
            _tell(matching)
    tell_how_to_widen(found.criteria, found.excluded, found.elsewhere, len(found.people))


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

    wordings = run_async(matching.wordings(show))
    console.print(streamed.end())
    removed = sum(len(wording["removed"]) for wording in wordings)
    if removed:
        console.print(Text(f"({removed} without evidence left out)", style="note"))
    for why in dict.fromkeys(w["reason"]["message"] for w in wordings if w["reason"]):
        console.print(Text(f"(partly worded without the language model: {why})", style="note"))
