"""`matcher keys`: make, list and revoke the keys that tell callers over HTTP apart."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from agent.commands.faults import CommandError, say
from agent.commands.open_index import known_place
from agent.commands.options import AsJson, DataDir, Tenant, one_of, settings_of
from agent.commands.results import print_json

if TYPE_CHECKING:
    from agent.access.callers import Role
    from agent.access.keys import ApiKey
    from agent.settings import Settings

_DAY = 86_400

app = typer.Typer(
    name="keys",
    help="Make, list and revoke the keys of callers over HTTP.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command()
def create(
    user: Annotated[str, typer.Option("--user", help="Whose key: threads belong to this name.")],
    tenant: Tenant = None,
    role: Annotated[
        str,
        typer.Option(
            "--role",
            metavar="reader|recruiter|admin",
            help="reader asks and reads; recruiter also brings people in; admin also removes them.",
        ),
    ] = "recruiter",
    label: Annotated[str, typer.Option("--label", help="What the key is for.")] = "",
    days: Annotated[
        int | None, typer.Option("--days", min=1, help="How long it opens.", show_default="always")
    ] = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Make a key and print it; it is kept as a digest and never shown again."""
    from agent.access.callers import ROLES
    from agent.access.gatekeeper import open_keys
    from agent.access.keys import mint

    if not user.strip():
        raise CommandError("--user is empty: name the person or the program that gets the key.")
    chosen = cast("Role", one_of("--role", role, ROLES))
    settings = settings_of(data_dir, tenant)
    now = time.time()
    with closing(open_keys(settings)) as store:
        text, key = mint(
            store,
            settings.tenant,
            user.strip(),
            chosen,
            now=now,
            label=label,
            expires=None if days is None else now + days * _DAY,
        )
    if as_json:
        print_json({"key": text, **_shown(key)})
        return
    typer.echo(text)
    say(
        f"that is the key of {key.user} at {key.tenant} ({key.role}); it is shown this once. "
        "From now on the service asks for a key; restart one that runs."
    )


@app.command(name="list")
def list_keys(tenant: Tenant = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """List a tenant's keys; none of them can be shown again."""
    from agent.access.gatekeeper import open_keys

    settings = settings_of(data_dir, tenant)
    _known_place(settings)
    with closing(open_keys(settings)) as store:
        found = [_shown(key) for key in store.of_tenant(settings.tenant)]
    if as_json:
        print_json({"keys": found})
        return
    for key in found:
        typer.echo(
            f"{key['key_id']}  {key['role']:<9}  {key['user']:<20}  {key['state']:<8}  "
            f"{key['created']}  {key['label']}".rstrip()
        )
    if not found:
        say(f"tenant {settings.tenant} has no keys: `matcher keys create --user NAME` makes one.")


@app.command()
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="The id that `keys list` shows.")],
    tenant: Tenant = None,
    data_dir: DataDir = None,
) -> None:
    """Take a key back for good."""
    from agent.access.gatekeeper import open_keys

    settings = settings_of(data_dir, tenant)
    _known_place(settings)
    with closing(open_keys(settings)) as store:
        if not store.revoke(settings.tenant, key_id, time.time()):
            raise CommandError(
                f"tenant {settings.tenant} has no key {key_id!r}: `matcher keys list` shows them."
            )
    say(f"key {key_id} is revoked.")


def _known_place(settings: Settings) -> None:
    """Raise CommandError where looking for keys would make a directory."""
    if settings.access_table is None:
        known_place(settings)


def _shown(key: ApiKey) -> dict[str, str | None]:
    """Return what may be seen of a key."""
    state = "revoked" if key.revoked else "expired" if _past(key.expires) else "valid"
    return {
        "key_id": key.key_id,
        "tenant": key.tenant,
        "user": key.user,
        "role": key.role,
        "label": key.label,
        "state": state,
        "created": _day(key.created),
        "expires": None if key.expires is None else _day(key.expires),
    }


def _past(moment: float | None) -> bool:
    return moment is not None and moment <= time.time()


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")
