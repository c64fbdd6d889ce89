"""The terminal door: `matcher` and its commands."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Sequence
from typing import Annotated

import typer

from agent.commands import (
    chat,
    converse,
    dead_letters,
    diagram,
    evaluate,
    faults,
    ingest,
    keys,
    match,
    people,
    search,
    serve,
    soak,
)

app = typer.Typer(
    name="matcher",
    help="Find people in a pile of résumés, in plain words; every claim is a quote.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

for command in (
    ingest.ingest,
    search.search,
    match.match,
    evaluate.evaluate,
    chat.chat,
    converse.converse,
    soak.soak,
    serve.serve,
    people.stats,
    people.delete,
    diagram.diagram,
):
    app.command()(command)
app.add_typer(keys.app)
app.add_typer(dead_letters.app)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"candidate-matcher {version('candidate-matcher')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    trace: Annotated[
        bool, typer.Option("--trace", help="Show the traceback of a fault, for a bug report.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 some inputs failed, 2 wrong usage or configuration.

    Stopped with Ctrl-C it exits with 130.
    """
    logging.getLogger().addHandler(logging.NullHandler())  # a person reads sentences, not a log
    typed = list(sys.argv[1:] if arguments is None else arguments)
    try:
        faults.refuse_empty(typed)
        app(args=typed, prog_name="matcher")
    except (KeyboardInterrupt, SystemExit) as left:
        if isinstance(left, KeyboardInterrupt) or left.code == faults.INTERRUPTED:
            faults.say("stopped.")
            sys.exit(faults.INTERRUPTED)
        raise
    except Exception as error:
        if typed[:1] == ["--trace"]:
            raise
        sys.exit(faults.report(error))


def run() -> None:
    """Run a command as a process of its own.

    Python takes itself apart under threads that are still in foreign code, and crashes: where there
    is one, all is written and closed that is going to be, and the process ends as it stands.
    """
    try:
        main()
    except SystemExit as left:
        if _at_work() and (left.code is None or isinstance(left.code, int)):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(left.code or 0)
        raise


def _at_work() -> bool:
    if threading.active_count() == 1:
        return False
    from agent.own_thread import at_work

    return at_work()


if __name__ == "__main__":
    run()
