"""`matcher dead-letters`: what was asked in Slack and given up, listed, tried again or dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from agent.commands.faults import SOME_FAILED, CommandError, say
from agent.commands.options import AsJson, DataDir, settings_of
from agent.commands.results import print_json

if TYPE_CHECKING:
    from agent.slack.job_table import Dead, JobTable

T = TypeVar("T")
Numbers = Annotated[
    list[int] | None, typer.Argument(metavar="[NUMBER…]", help="Numbers that `list` shows.")
]
All = Annotated[bool, typer.Option("--all", help="All of them.")]

_WHY = {
    "busy": "its thread stayed busy",
    "died": "the process died each time",
    "refused": "Slack refused it",
}

app = typer.Typer(
    name="dead-letters",
    help="List what was asked in Slack and given up; try it again, or drop it.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command(name="list")
def list_letters(data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """List what was given up in the last 14 days, without what was said."""
    path = _path(data_dir)
    found = [_shown(dead) for dead in _with(path, lambda table: table.dead_letters())]
    if as_json:
        print_json({"dead_letters": found})
        return
    for letter in found:
        typer.echo(
            f"{letter['number']:>5}  {letter['given_up']}  {letter['workspace']}  "
            f"{letter['channel']}  {letter['kind']:<9}  {letter['why']}"
        )
    if not found:
        say(f"nothing is given up: all that was asked in Slack is answered, or in work, in {path}.")


@app.command()
def retry(numbers: Numbers = None, every: All = False, data_dir: DataDir = None) -> None:
    """Try again what was given up; the service does it, when it runs within seconds."""
    told = "to be tried again by `matcher serve`"
    _each(_path(data_dir), numbers, every, lambda table, number: table.retry(number), told)


@app.command()
def drop(numbers: Numbers = None, every: All = False, data_dir: DataDir = None) -> None:
    """Forget what was given up, for good."""
    _each(_path(data_dir), numbers, every, lambda table, number: table.drop(number), "dropped")


def _path(data_dir: Path | None) -> Path:
    """Return the file of the queue; raises CommandError where the queue is no file."""
    settings = settings_of(data_dir, None)
    if settings.slack_queue:
        raise CommandError(
            "MATCHER_SLACK_QUEUE is set, so that what was given up lies in SQS: infra/README.md "
            "says under “Dead letters” what to do."
        )
    return settings.data_dir / "slack.db"


def _with(path: Path, work: Callable[[JobTable], Sequence[T]]) -> Sequence[T]:
    """Return what work on the queue returns; a queue that was never used holds nothing.

    Raises DatabaseError for a file of another program, which is left as it is.
    """
    from agent.slack.job_table import JobTable
    from tools.index.sqlite import holds

    if not path.exists() or not holds(path, "jobs"):
        return ()
    with closing(JobTable(path)) as table:
        return work(table)


def _each(
    path: Path,
    numbers: list[int] | None,
    every: bool,
    work: Callable[[JobTable, int], bool],
    told: str,
) -> None:
    """Do something with the letters that are named, and say with how many of them it was done.

    Raises CommandError when none is named, typer.Exit when some are not there.
    """
    if numbers and every:
        raise CommandError("numbers and --all were both given: give one of them.")
    if not numbers and not every:
        raise CommandError(
            "no letter was named: give the numbers that `matcher dead-letters list` shows, or "
            "--all."
        )

    def tried(table: JobTable) -> list[tuple[int, str]]:
        held = {dead.number: dead for dead in table.dead_letters()}
        return [
            (number, "" if work(table, number) else _why_not(number, held.get(number)))
            for number in dict.fromkeys(numbers or held)
        ]

    none = [(number, _why_not(number, None)) for number in numbers or ()]
    faults = dict(_with(path, tried) or none)
    typer.echo(f"{sum(not fault for fault in faults.values())} {told}")
    for fault in filter(None, faults.values()):
        say(fault)
    if any(faults.values()):
        raise typer.Exit(SOME_FAILED)


def _why_not(number: int, dead: Dead | None) -> str:
    if dead is not None and dead.job is None:
        return (
            f"number {number} cannot be read, so it cannot be tried again: "
            f"`matcher dead-letters drop {number}` forgets it."
        )
    return f"nothing that was given up has the number {number}: `list` shows the numbers."


def _shown(dead: Dead) -> dict[str, object]:
    """Return what may be seen of a letter: where and what for, never what was said."""
    place = dead.job.place if dead.job else None
    return {
        "number": dead.number,
        "given_up": datetime.fromtimestamp(dead.at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "workspace": place.team if place else "?",
        "channel": place.channel if place else "?",
        "user": place.user if place else "?",
        "kind": dead.job.kind if dead.job else "unreadable",
        "why": _WHY.get(dead.fault, f"it failed each time ({dead.fault})"),
    }
