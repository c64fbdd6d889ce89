"""`matcher soak`: simulated recruiters talk to the agent, and every turn is held to the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import SOME_FAILED, CommandError, say
from agent.commands.options import AsJson
from agent.commands.results import print_json
from agent.commands.running import run_async
from agent.scripts.targets import TARGETS

if TYPE_CHECKING:
    from agent.scripts.recruiter.goals import Goal
    from agent.scripts.recruiter.simulating import Simulation


def soak(
    conversations: Annotated[
        int, typer.Option("--conversations", "-n", min=1, max=100_000, help="How many.")
    ] = 50,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="The seed of the first; the next adds one.")
    ] = 0,
    target: Annotated[str, typer.Option("--target", help=f"Where they talk: {TARGETS}.")] = "graph",
    requests: Annotated[
        Path | None, typer.Option("--requests", help="Judged requests, as for evaluate.")
    ] = None,
    qrels: Annotated[Path | None, typer.Option("--qrels", help="Their judgements.")] = None,
    as_json: AsJson = False,
) -> None:
    """Let simulated recruiters talk; exit 1 when a rule was broken, with the seeds."""
    if (requests is None) != (qrels is None):
        raise CommandError("--requests and --qrels go together: name both, or neither.")
    from agent.scripts.recruiter.goals import goals, sample_goals

    wanted = goals(requests, qrels) if requests and qrels else sample_goals()
    done = run_async(_soaked(wanted, conversations, seed, target, quiet=as_json))
    _tell(done, as_json)
    if any(each.violations for each in done):
        raise typer.Exit(SOME_FAILED)


async def _soaked(
    goals: list[Goal], count: int, seed: int, target: str, quiet: bool
) -> list[Simulation]:
    from rich.progress import Progress

    from agent.scripts.doors import Doors
    from agent.scripts.loading import SAMPLE_RUN
    from agent.scripts.recruiter.soak import soak as soaked
    from agent.terminal.progress import progress_bar
    from agent.terminal.screen import notices

    console = notices()
    async with Doors(progress_bar) as doors:
        driver = await doors.driver(SAMPLE_RUN, target)
        with Progress(console=console, disable=quiet or not console.is_terminal) as bar:
            task = bar.add_task("conversations", total=count)
            return await soaked(driver, goals, count, seed, lambda n: bar.update(task, completed=n))


def _tell(done: list[Simulation], as_json: bool) -> None:
    import msgspec

    from agent.scripts.recruiter.soak import as_table, summed
    from agent.terminal.screen import output

    sums = list(summed(done))
    if as_json:
        results = [msgspec.to_builtins(each) | {"violations": each.violations} for each in done]
        print_json({"results": results, "sums": [msgspec.to_builtins(each) for each in sums]})
        return
    output().print(as_table(sums))
    for each in done:
        for violation in each.violations:
            say(f"seed {each.seed} ({each.persona}, {each.goal}): {violation}")
