"""The options every command shares, and the settings they make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

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


def settings_of(data_dir: Path | None, tenant: str | None, **others: Any) -> Settings:
    """Return the settings: what was typed, else the environment, else the default.

    Raises pydantic.ValidationError, which `faults` puts in a sentence.
    """
    from agent.settings import Settings

    typed = {"data_dir": data_dir, "tenant": tenant, **others}
    return Settings(**{name: value for name, value in typed.items() if value is not None})
