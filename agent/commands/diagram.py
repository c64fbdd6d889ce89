"""`matcher diagram`: the graph, drawn from itself."""

from __future__ import annotations

import typer


def diagram() -> None:
    """Print the conversation graph as a Mermaid diagram."""
    from graphs.recruiter import diagram as drawn

    typer.echo(drawn().rstrip("\n"))
