"""Reports plays: transcripts with failures in their place, JUnit XML, plain data for JSON."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape

from agent.scripts.loading import Run
from agent.scripts.playing import Played, PlayedTurn


def show(played: Played, console: Console, whole: bool) -> None:
    """Print a play: one line when all was as expected, else (or if `whole`) its transcript."""
    failed = played.failures
    mark = "[red]✗[/]" if failed else "[green]✓[/]"
    turns = f"{len(played.turns)} turn{'s' if len(played.turns) != 1 else ''}"
    console.print(
        f"{mark} [bold]{escape(played.name)}[/] {escape(played.run.script.script)} "
        f"[dim]{turns}, {played.seconds:.2f} s[/]"
    )
    if not failed and not whole:
        return
    for turn in played.turns:
        _turn(turn, console)
    for failure in played.end:
        console.print(f"  [red]✗ at the end: {escape(failure)}[/]")
    console.print()


def transcript(played: Played) -> str:
    """Return the transcript of a play as plain text."""
    console = Console(color_system=None, width=100, file=io.StringIO(), highlight=False)
    with console.capture() as captured:
        show(played, console, True)
    return captured.get()


def _turn(turn: PlayedTurn, console: Console) -> None:
    console.print(f"  [dim]{turn.line:>4}[/] [bold cyan]you ›[/] {escape(_short(turn.said))}")
    for name, args in turn.tools:
        console.print(f"       [dim]→ {escape(name)} {escape(str(args))}[/]")
    if turn.criteria:
        console.print(f"       [dim]wishes: {escape(', '.join(turn.criteria))}[/]")
    if turn.shown:
        people = ", ".join(f"{i} {turn.names.get(i, '')}".strip() for i in turn.shown)
        console.print(f"       [dim]on screen: {escape(people)}[/]")
    for line in turn.answer.splitlines() or ["(no answer)"]:
        console.print(f"       {escape(line)}")
    for failure in turn.failures:
        console.print(f"  [red]   ✗ {escape(failure)}[/]")


def junit(plays: Sequence[Played], left_out: Sequence[Run]) -> str:
    """Return the plays as JUnit XML, the dialect that pytest writes and CI systems read."""
    failed = sum(1 for play in plays if play.failures)
    suite = ET.Element(
        "testsuite",
        name="conversations",
        tests=str(len(plays) + len(left_out)),
        failures=str(failed),
        errors="0",
        skipped=str(len(left_out)),
        time=f"{sum(play.seconds for play in plays):.3f}",
    )
    for play in plays:
        case = ET.SubElement(
            suite,
            "testcase",
            classname=str(play.run.path),
            name=play.name,
            time=f"{play.seconds:.3f}",
        )
        if play.failures:
            told = ET.SubElement(case, "failure", message=_legal(play.failures[0]))
            told.text = _legal("\n".join(play.failures))
    for run in left_out:
        case = ET.SubElement(suite, "testcase", classname=str(run.path), name=run.path.name)
        ET.SubElement(case, "skipped", message=run.script.skip or "another script has only")
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def as_data(played: Played) -> dict[str, Any]:
    """Return a play as plain data for --json."""
    return {
        "name": played.name,
        "script": str(played.run.path),
        "about": played.run.script.script,
        "door": played.door,
        "passed": not played.failures,
        "seconds": played.seconds,
        "turns": [turn_data(turn) for turn in played.turns],
        "end": list(played.end),
    }


def turn_data(turn: PlayedTurn) -> dict[str, Any]:
    """Return a turn as plain data."""
    return {
        "line": turn.line,
        "said": turn.said,
        "answer": turn.answer,
        "tools": [{"tool": name, "args": args} for name, args in turn.tools],
        "criteria": list(turn.criteria),
        "shown": list(turn.shown),
        "shortlist": list(turn.shortlist),
        "ms": turn.ms,
        "failures": list(turn.failures),
    }


def _short(said: str, most: int = 300) -> str:
    line = " ⏎ ".join(said.splitlines())
    return line if len(line) <= most else f"{line[:most]} … ({len(said):,} characters)"


def _legal(text: str) -> str:
    """Return the text without the characters XML 1.0 does not allow."""
    return "".join(
        c for c in text if c in "\t\n\r" or (ord(c) >= 32 and ord(c) not in (0xFFFE, 0xFFFF))
    )
