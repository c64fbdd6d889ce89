"""An evaluation as tables: a line per request, the means, and the comparison."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from tools.evaluate.evaluation import Evaluation, Turn
from tools.evaluate.statistics import Difference, Mean

SURE = 0.05
"""The probability below which a difference is called significant."""


def show_evaluation(console: Console, found: Evaluation) -> None:
    """Print the tables of an evaluation."""
    console.print(_requests(found))
    console.print(
        f"{found.ours.run.name}: {len(found.requests)} requests; brackets hold the 95 % "
        f"bootstrap interval of the mean; grades from {found.cutoffs.relevant_from} count as found",
        soft_wrap=True,
    )
    if found.other is not None:
        console.print(_comparison(found.differences, found.ours.run.name, found.other.run.name))
    for request_id, turns in found.turns.items():
        console.print(_turns(request_id, turns, found.cutoffs.recall))


def _requests(found: Evaluation) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("request", no_wrap=True)
    for name in found.cutoffs.names:
        table.add_column(name, justify="right", no_wrap=True)
    for request in found.requests:
        values = found.ours.measured[request.request_id]
        cells = [_number(values.get(name)) for name in found.cutoffs.names]
        table.add_row(request.request_id, *cells)
    table.add_section()
    means = [found.ours.means[name] for name in found.cutoffs.names]
    table.add_row("mean", *[_number(m.mean) for m in means], style="bold")
    table.add_row("", *[_interval(m) for m in means])
    return table


def _comparison(differences: Sequence[Difference], ours: str, other: str) -> Table:
    table = Table(box=None, pad_edge=False, title=f"\n{ours} against {other}", title_justify="left")
    for heading in ("measure", "ours", "other", "difference", "p", "better", "equal", "worse"):
        table.add_column(heading, justify="left" if heading == "measure" else "right")
    table.add_column("")
    for d in differences:
        table.add_row(
            d.measure,
            _number(d.ours),
            _number(d.other),
            f"{d.difference:+.3f}",
            f"{d.p:.4f}",
            *(str(count) for count in (d.better, d.equal, d.worse)),
            "significant" if d.p < SURE else "",
        )
    return table


def _turns(request_id: str, turns: Sequence[Turn], k: int) -> Table:
    table = Table(box=None, pad_edge=False, title=f"\n{request_id}, turn by turn")
    table.title_justify = "left"
    table.add_column(f"Recall@{k}", justify="right", no_wrap=True)
    table.add_column("after")
    for turn in turns:
        table.add_row(_number(turn.recall), " ".join(turn.message.split()))
    return table


def _number(value: float | None) -> str:
    return "–" if value is None or value != value else f"{value:.3f}"


def _interval(mean: Mean) -> str:
    if mean.low is None or mean.high is None:
        return ""
    return f"[{mean.low:.2f}, {mean.high:.2f}]"
