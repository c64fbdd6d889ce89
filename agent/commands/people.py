"""`matcher stats` and `matcher delete`: who is in the index, and who no longer is."""

from __future__ import annotations

from typing import Annotated

import typer

from agent.commands.faults import SOME_FAILED, say
from agent.commands.open_index import index_of, kept_in, known_index, known_place, tell_read_earlier
from agent.commands.options import AsJson, DataDir, Tenant, settings_of
from agent.commands.results import print_json


def stats(data_dir: DataDir = None, tenant: Tenant = None, as_json: AsJson = False) -> None:
    """Say how many people the index holds and where it is kept."""
    settings = settings_of(data_dir, tenant)
    from agent.storage.opening import has_index

    count = earlier = 0
    known_place(settings)
    if has_index(settings):
        with index_of(settings) as index:
            count = index.count(settings.tenant)
            earlier = tell_read_earlier(index, settings.tenant)
    if as_json:
        print_json(
            {
                "tenant": settings.tenant,
                "people": count,
                "read_by_an_earlier_version": earlier,
                "store": settings.store,
                "data_dir": str(settings.data_dir),
                "embeddings": settings.embeddings,
            }
        )
        return
    from tools.wording import counted

    typer.echo(
        f"{counted(count, 'person', 'people')} of tenant {settings.tenant} in {kept_in(settings)}"
    )
    if earlier:
        typer.echo(f"read by an earlier version: {earlier}")


def delete(
    candidate_ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of people.")],
    data_dir: DataDir = None,
    tenant: Tenant = None,
    as_json: AsJson = False,
) -> None:
    """Delete people with everything made from their résumés, quotes in transcripts included."""
    settings = settings_of(data_dir, tenant)
    from agent.wiring import forget_people

    asked = list(dict.fromkeys(candidate_ids))
    known_index(settings)
    with index_of(settings) as index:
        gone = forget_people(settings, index, asked)
    unknown = [candidate_id for candidate_id in asked if candidate_id not in gone]
    if as_json:
        print_json({"deleted": gone, "unknown": unknown})
    else:
        for candidate_id in gone:
            typer.echo(f"deleted {candidate_id}")
    for candidate_id in unknown:
        say(f"nobody in {kept_in(settings)} has the id {candidate_id!r}: a search shows the ids.")
    if unknown:
        raise typer.Exit(SOME_FAILED)
