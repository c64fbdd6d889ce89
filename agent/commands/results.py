"""Results for programs: one JSON object on standard output."""

from __future__ import annotations

from collections.abc import Mapping

import typer


def print_json(data: Mapping[str, object]) -> None:
    """Print an object as indented JSON in UTF-8."""
    import msgspec

    typer.echo(msgspec.json.format(msgspec.json.encode(data), indent=2).decode())
