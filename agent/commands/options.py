"""The options every command shares, and the settings they make."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from agent.commands.faults import CommandError, say

if TYPE_CHECKING:
    from agent.settings import Settings

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        help="Where the index and the threads are kept; MATCHER_DATA_DIR says so for good.",
        show_default="~/.candidate-matcher",
    ),
]
Tenant = Annotated[
    str | None,
    typer.Option(
        "--tenant", help="Whose people: an index of its own for each.", show_default="local"
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object instead of text for people.")
]
AsJsonLines = Annotated[
    bool, typer.Option("--json", help="Print a JSON object a line instead of text for people.")
]


def settings_of(data_dir: Path | None, tenant: str | None, **others: Any) -> Settings:
    """Return the settings: what was typed, else the environment, else the default.

    A model nobody knows is refused by every command alike, whether it speaks to one or not.
    Raises EnvFileError, ModelSettingError, and pydantic.ValidationError, which `faults` puts in a
    sentence.
    """
    from agent.settings import PROVIDERS, read_settings, unknown_variables

    typed = {"data_dir": data_dir, "tenant": tenant, **others}
    settings = read_settings(**{name: value for name, value in typed.items() if value is not None})
    if settings.model.partition(":")[0].strip() not in ("offline", *PROVIDERS):
        from agent.models.setting import unknown

        raise unknown("MATCHER_MODEL", settings.model, "offline")
    for name, nearest in unknown_variables().items():
        meant = f"did you mean {nearest}?" if nearest else "the README lists those there are."
        say(f"{name} is set, but is no setting and changes nothing: {meant}")
    return settings


def one_of(option: str, value: str, choices: Collection[str]) -> str:
    """Return the value of an option, if it is among the choices. Raises CommandError."""
    if value not in choices:
        *others, last = choices
        raise CommandError(
            f"{option} is {value!r}, which cannot be used: it should be {', '.join(others)} or "
            f"{last}."
        )
    return value
