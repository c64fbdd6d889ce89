"""The progress of reading people: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from agent.terminal.screen import notices

if TYPE_CHECKING:
    from tools.ingest.report import Progress


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Yield what draws how far an ingest is."""
    console = notices()
    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[people]} people"),
        TextColumn("{task.description}", style="note", markup=False),
    )
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None, people=0)
        yield lambda now: bar.update(
            task,
            total=now.total,
            completed=now.done,
            people=now.people,
            description=Path(now.source).name,
        )
