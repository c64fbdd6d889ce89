"""`matcher ingest`: files and folders into the index, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import SOME_FAILED, CommandError, say
from agent.commands.open_index import index_of
from agent.commands.options import AsJson, DataDir, Tenant, one_of, settings_of
from agent.commands.results import print_json

if TYPE_CHECKING:
    from tools.index.local import LocalIndex
    from tools.ingest.report import Report


_STORES = {"local": "local", "aws": "aws", "pinecone": "aws"}
"""Where people can be put; pinecone and aws are two names for one place."""


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Files, and folders, which are walked.")
    ],
    data_dir: DataDir = None,
    tenant: Tenant = None,
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="local|aws|pinecone",
            help="Where to; MATCHER_STORE says so for good.",
            show_default="local",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read résumés into the index: PDF, DOCX, text, Markdown, JSON Resume, JSONL and CSV.

    What has not changed is left alone; a file that cannot be read costs only itself. A run that was
    cut short goes on where it stopped when it is started again.
    """
    store = _STORES[one_of("--target", target, _STORES)] if target else None
    settings = settings_of(data_dir, tenant, store=store)
    from agent.terminal.ingested import show_report
    from agent.terminal.progress import progress_bar
    from agent.terminal.screen import output
    from tools.ingest.pipeline import Ingest

    with index_of(settings) as index, progress_bar() as on_progress:
        work = Ingest(index, settings.tenant, today=date.today())
        with _told_how_far(index, settings.tenant):
            report = work.run(paths, on_progress)
    if as_json:
        print_json(_as_data(report))
    else:
        show_report(output(), report)
    raise typer.Exit(_exit_code(report, paths))


@contextmanager
def _told_how_far(index: LocalIndex, tenant: str) -> Iterator[None]:
    """Say with what ended an ingest early how many people are in; raises CommandError."""
    from tools.index.sqlite import DatabaseError

    try:
        yield
    except DatabaseError as error:
        try:
            people = index.count(tenant)
        except DatabaseError:
            raise error from None
        are = "person is" if people == 1 else "people are"
        raise CommandError(
            f"{error} {people:,} {are} in the index and can be searched; the same command goes on "
            "where it stopped."
        ) from error


def _exit_code(report: Report, paths: list[Path]) -> int:
    """Return 1, having named them, when files failed or nobody was found at all."""
    for failed in report.failed:
        say(failed.message)
    if report.failed:
        return SOME_FAILED
    if not report.count("added") + report.count("replaced") + report.count("unchanged"):
        places = ", ".join(map(str, paths))
        say(f"there is no résumé in {places}: name a file or a folder that has some.")
        return SOME_FAILED
    return 0


def _as_data(report: Report) -> dict[str, object]:
    import msgspec

    return {
        "files": [msgspec.to_builtins(file) for file in report.files()],
        "items": [msgspec.to_builtins(item) for item in report.items],
        "summary": report.summary(),
    }
