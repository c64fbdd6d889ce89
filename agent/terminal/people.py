"""Ranked people and their verdicts, as a table for a screen or as lines for a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agent.terminal.criteria import Public, words
from tools.wording import MANY_WISHES, musts_met

MARKS = {"met": "✓", "partly": "◐", "missing": "✗", "unclear": "?", "unsaid": "–"}
_MOST_NAMED = 6
_FOLDED = 3
"""Wishes without a word in a résumé from which they share a line, where many are asked for."""

Row = Mapping[str, Any]


def show_people(console: Console, rows: Sequence[Row], criteria: Sequence[Public]) -> None:
    """Print ranked people, each with a line per verdict."""
    if console.is_terminal:
        console.print(_table(rows, criteria))
        return
    for row in rows:
        console.print(f"{row['rank']}. {_name(row)} — {_about(row)}", soft_wrap=True)
        for line in [*warning_lines(row), *_folded_lines(row["verdicts"], criteria)]:
            console.print(Text("   ") + line, soft_wrap=True)


def warning_lines(row: Row) -> list[Text]:
    """Return what the ingest warns of about a person, a line each."""
    return [Text(f"! {warning}", style="note") for warning in row.get("warnings", ())]


def verdict_lines(verdicts: Sequence[Row], criteria: Sequence[Public]) -> list[Text]:
    """Return a line per verdict: mark, verdict, wish, what code read out, and the quote."""
    asked = {str(c["id"]): c for c in criteria}
    return [_verdict(v, asked.get(str(v["criterion"]))) for v in verdicts]


def _folded_lines(verdicts: Sequence[Row], criteria: Sequence[Public]) -> list[Text]:
    """Return a line per verdict; of many wishes those a résumé says nothing of share one."""
    asked = {str(c["id"]): c for c in criteria}
    wanted = [v for v in verdicts if asked.get(str(v["criterion"]), {}).get("weight") != "avoid"]
    silent = [v for v in wanted if v["verdict"] == "unclear" and not v.get("quote")]
    if len(verdicts) <= MANY_WISHES or len(silent) < _FOLDED:
        return verdict_lines(verdicts, criteria)
    silent.sort(key=lambda v: asked.get(str(v["criterion"]), {}).get("weight") != "must")
    named = [words(asked[v["criterion"]]) for v in silent if v["criterion"] in asked]
    line = Text(f"{MARKS['unclear']} {'unclear':<7}", style="unclear")
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED + 1 else ""
    shown = named[:_MOST_NAMED] if more else named
    line.append(f" {' · '.join(shown)}{more}", style="bold")
    return [*verdict_lines([v for v in verdicts if v not in silent], criteria), line]


def quoted(quote: str) -> Text:
    """Return a passage of a résumé on one line, highlighted, whole: what it proves stands in it."""
    return Text(f"“{' '.join(quote.split())}”", style="quote")


def _table(rows: Sequence[Row], criteria: Sequence[Public]) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column(justify="right", style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for row in rows:
        lines: list[RenderableType] = [Text(_name(row), style="bold"), Text(_about(row))]
        evidence = [*warning_lines(row), *_folded_lines(row["verdicts"], criteria)]
        lines += [Padding(line, (0, 0, 0, 2)) for line in evidence]
        table.add_row(str(row["rank"]), Group(*lines))
    return table


def _name(row: Row) -> str:
    return str(row.get("name") or row["candidate_id"])


def _about(row: Row) -> str:
    years = row.get("years_experience")
    parts = [
        str(row.get("headline") or ""),
        str(row.get("location") or ""),
        "" if years is None else f"{years:g} years",
        "" if row["candidate_id"] == _name(row) else str(row["candidate_id"]),
        musts_met(row.get("musts")),
    ]
    return " · ".join(p for p in parts if p)


def _verdict(verdict: Row, criterion: Public | None) -> Text:
    word = str(verdict["verdict"])
    wish = words(criterion) if criterion else str(verdict["criterion"])
    line = Text()
    if criterion and criterion["weight"] == "avoid":
        wish = f"not {wish}"
        word = {"met": "missing", "missing": "met", "unclear": "unsaid"}.get(word, word)
    line.append(f"{MARKS[word]} {word:<7}", style="unclear" if word == "unsaid" else word)
    line.append(f" {wish}", style="bold")
    if verdict.get("note"):
        line.append(f"  {verdict['note']}", style="note")
    if verdict.get("quote"):
        line.append("  ").append_text(quoted(str(verdict["quote"])))
    return line


def show_explanation(console: Console, data: Row, criteria: Sequence[Public]) -> None:
    """Print every quote of every verdict of one person, what is missing, and what to ask."""
    plain = not console.is_terminal
    rank = f"#{data['rank']} " if data.get("rank") else ""
    console.print(Text(f"{rank}{_name(data)}", style="bold"))
    for verdict in data["verdicts"]:
        quotes = [str(e["quote"]) for e in verdict.get("evidence", ())]
        first = {**verdict, "quote": quotes[0] if quotes else None}
        for line in verdict_lines([first], criteria):
            console.print(line, soft_wrap=plain)
        for quote in quotes[1:]:
            console.print(Text(" " * 10) + quoted(quote), soft_wrap=plain)
    for heading, key in (("Missing", "gaps"), ("Ask", "questions")):
        for sentence in data.get(key, ()):
            console.print(Text(f"{heading}: ", style="bold").append(str(sentence), style="none"))


def show_comparison(console: Console, data: Row, criteria: Sequence[Public]) -> None:
    """Print people side by side on a terminal, and one after the other in a file."""
    asked = {str(c["id"]): c for c in criteria}
    people = data["people"]
    if not console.is_terminal:
        for person in people:
            console.print(f"{person['rank']}. {_name(person)}")
            for line in verdict_lines(_verdicts_of(person, data["table"]), criteria):
                console.print(Text("   ") + line, soft_wrap=True)
        return
    table = Table(show_lines=True, expand=True)
    table.add_column("")
    for person in people:
        table.add_column(f"#{person['rank']} {_name(person)}", ratio=1)
    for row in data["table"]:
        wish = asked.get(str(row["criterion"]))
        cells = {c["candidate_id"]: _cell(c) for c in row["cells"]}
        found = [cells.get(p["candidate_id"], Text()) for p in people]
        table.add_row(words(wish) if wish else str(row["criterion"]), *found)
    console.print(table)


def _verdicts_of(person: Row, table: Sequence[Row]) -> list[Row]:
    """Return a person's column of a comparison as verdicts."""
    return [
        {**cell, "criterion": row["criterion"]}
        for row in table
        for cell in row["cells"]
        if cell["candidate_id"] == person["candidate_id"]
    ]


def _cell(cell: Row) -> Text:
    word = str(cell["verdict"])
    text = Text(f"{MARKS[word]} {word}", style=word)
    if cell.get("note"):
        text.append(f"\n{cell['note']}", style="note")
    if cell.get("quote"):
        text.append("\n").append_text(quoted(str(cell["quote"])))
    return text
