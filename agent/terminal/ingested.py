"""What became of an ingest, for a person: a line a file, a few examples of each kind of warning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tools.ingest.files import safe_id
from tools.ingest.readers import MANY
from tools.ingest.report import FileSummary, Outcome, Report, Warned
from tools.wording import counted

_EXAMPLES = 3
_MOST_FILES = 20
"""Files of which the same is told that have a line each; more share one."""


def show_report(console: Console, report: Report) -> None:
    """Print what became of each file, what is warned of and who is there twice, and the sum."""
    apart = {item.message for item in report.failed}  # told on standard error, once
    alike: dict[tuple[str, ...], list[FileSummary]] = {}
    for file in report.files():
        alike.setdefault(_told(file, apart), []).append(file)
    for (counts, *messages), files in alike.items():
        if len(files) > _MOST_FILES:
            _print(console, 0, Text(f"{len(files):,} files: {counts} each"))
            continue
        for file in files:
            _print(console, 0, Text(f"{file.source}: {counts}"))
            for message in messages:
                _print(console, 4, Text(message))
    for warned in report.warned():
        _show_warned(console, warned)
    twins = [(item, f"also {', '.join(item.duplicates)}") for item in report.duplicates]
    if twins:
        _show_about(console, "Likely the same person under another id", twins, _EXAMPLES)
    _print(console, 0, Text(report.summary()))


def _told(file: FileSummary, apart: set[str]) -> tuple[str, ...]:
    """Return how many of a file's people became what, and its sentences but those told `apart`."""
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in file.counts.items())
    return (counts, *(m for m in file.messages if m not in apart))


def _show_warned(console: Console, warned: Warned) -> None:
    """Print one kind of warning; of what was meant to deceive, everybody it is about."""
    most = len(warned.about) if warned.is_grave else _EXAMPLES
    _show_about(console, f"{'! ' * warned.is_grave}{warned.kind}", warned.about, most)


def _show_about(
    console: Console, kind: str, about: Sequence[tuple[Outcome, str]], most: int
) -> None:
    style = "bold" if kind.startswith("!") else ""
    _print(console, 0, Text(f"{kind}: {counted(len(about), 'person', 'people')}", style=style))
    for item, said in about[:most]:
        _print(console, 4, Text(f"{_named(item)}: {said}" if said else _named(item)))
    if len(about) > most:
        _print(console, 4, Text(f"and {len(about) - most:,} more; --json names all", style="note"))


def _named(item: Outcome) -> str:
    """Return the id of a person, and the file where the id is not its name."""
    source = PurePath(item.source)
    if source.suffix.lower() in MANY or safe_id(source.stem) == item.candidate_id:
        return item.candidate_id
    return f"{item.candidate_id} ({item.source})"


def _print(console: Console, indent: int, line: Text) -> None:
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent) + line, soft_wrap=True)
