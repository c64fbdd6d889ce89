"""`matcher converse`: plays scripted conversations and says what was not as expected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import SOME_FAILED, CommandError, say
from agent.commands.options import AsJson
from agent.commands.results import print_json
from agent.commands.running import run_async
from agent.scripts.targets import TARGETS

if TYPE_CHECKING:
    from rich.console import Console

    from agent.scripts.loading import Run
    from agent.scripts.playing import Played

Scripts = Annotated[
    list[Path] | None,
    typer.Argument(help="Scripts, or folders that hold some.", show_default=False),
]


def converse(
    scripts: Scripts = None,
    target: Annotated[
        str, typer.Option("--target", help=f"Where it is played: {TARGETS}.")
    ] = "graph",
    header: Annotated[
        list[str] | None,
        typer.Option("--header", help="A header for a URL: 'Authorization: Bearer …'."),
    ] = None,
    junit: Annotated[
        Path | None, typer.Option("--junit", help="Write JUnit XML for CI here.")
    ] = None,
    record: Annotated[
        Path | None, typer.Option("--record", help="Keep what was answered in this file.")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", help="Say what differs from a record.")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Print every transcript, not only failed ones.")
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of scripts, for editors.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Play scripted conversations; exit 1 when something was not as expected."""
    if schema:
        from agent.scripts.script import json_schema

        typer.echo(json_schema().rstrip("\n"))
        return
    if not scripts:
        raise CommandError("name a script, or a folder of scripts: `matcher converse PATH`.")
    from agent.scripts.loading import find_scripts, runs_of
    from agent.scripts.playing import chosen
    from agent.terminal.screen import output

    runs, left_out = chosen([run for path in find_scripts(scripts) for run in runs_of(path)])
    console = None if as_json else output()
    plays = run_async(_played(runs, target, header or [], console, verbose))
    _files(plays, left_out, junit, record)
    changed = _changes(plays, compare)
    if as_json:
        _print_data(plays, left_out, changed)
    else:
        _sum_up(plays, left_out, changed)
    if changed or any(play.failures for play in plays):
        raise typer.Exit(SOME_FAILED)


async def _played(
    runs: Sequence[Run],
    target: str,
    headers: Sequence[str],
    console: Console | None,
    verbose: bool,
) -> list[Played]:
    """Return every play, each printed as soon as it is over."""
    from agent.scripts.doors import Doors
    from agent.scripts.playing import play
    from agent.scripts.report import show
    from agent.terminal.progress import progress_bar

    plays: list[Played] = []
    async with Doors(progress_bar, headers=headers) as doors:
        for run in runs:
            plays.append(await play(run, await doors.driver(run, target)))
            if console is not None:
                show(plays[-1], console, verbose)
    return plays


def _files(
    plays: Sequence[Played], left_out: Sequence[Run], junit: Path | None, record: Path | None
) -> None:
    if junit is not None:
        from agent.scripts.report import junit as as_junit
        from tools.whole_file import write_whole

        write_whole(junit, as_junit(plays, left_out))
    if record is not None:
        from agent.scripts.recording import record as keep

        keep(plays, record)


def _changes(plays: Sequence[Played], compare: Path | None) -> list[str]:
    if compare is None:
        return []
    from agent.scripts.recording import changes

    return changes(plays, compare)


def _sum_up(plays: Sequence[Played], left_out: Sequence[Run], changed: Sequence[str]) -> None:
    for sentence in changed:
        say(sentence)
    for run in left_out:
        if run.script.skip:
            say(f"{run.path} was left out: {run.script.skip}")
    failed = sum(1 for play in plays if play.failures)
    turns = sum(len(play.turns) for play in plays)
    told = [f"{len(plays)} played, {turns} turns", f"{len(plays) - failed} as expected"]
    told += [f"{failed} not"] if failed else []
    told += [f"{len(left_out)} left out"] if left_out else []
    told += [f"{len(changed)} changes since the record"] if changed else []
    typer.echo("; ".join(told) + ".")


def _print_data(plays: Sequence[Played], left_out: Sequence[Run], changed: Sequence[str]) -> None:
    from agent.scripts.report import as_data

    print_json(
        {
            "results": [as_data(play) for play in plays],
            "left_out": [{"script": str(r.path), "reason": r.script.skip} for r in left_out],
            "changes": list(changed),
        }
    )
