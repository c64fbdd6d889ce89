"""Figures of a benchmark: percentiles, and a table with ratios against the bare loop."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile of the values, `share` in (0, 1]; nan of none."""
    if not values:
        return math.nan
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, ours, the bare loop's, and the target.

    `at_most` and `at_least` bound our figure, `ratio_at_most` its ratio to the bare loop's.
    """

    name: str
    unit: str
    ours: float
    bare: float | None = None
    at_most: float | None = None
    at_least: float | None = None
    ratio_at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return ours divided by the bare loop's, where both were measured."""
        return self.ours / self.bare if self.bare else None

    @property
    def target(self) -> str:
        """Return the target in words."""
        if self.ratio_at_most is not None:
            return f"≤ {self.ratio_at_most:g} × bare"
        if self.at_most is not None:
            return f"≤ {self.at_most:g} {self.unit}".rstrip()
        return "" if self.at_least is None else f"≥ {self.at_least:g} {self.unit}".rstrip()

    @property
    def reached(self) -> bool | None:
        """Return whether the target is reached, None where there is none."""
        if self.ratio_at_most is not None:
            return self.ratio is not None and self.ratio <= self.ratio_at_most
        if self.at_most is not None:
            return self.ours <= self.at_most
        return None if self.at_least is None else self.ours >= self.at_least


def show(title: str, figures: Sequence[Figure]) -> None:
    """Print a table of figures; a missed target is marked and nothing fails."""
    table = Table(title=title, title_justify="left")
    table.add_column("measure")
    for heading in ("ours", "bare", "ratio"):
        table.add_column(heading, justify="right")
    table.add_column("target")
    table.add_column("")
    marks = {True: "reached", False: "MISSED", None: ""}
    for f in figures:
        table.add_row(
            f.name,
            _number(f.ours, f.unit),
            "" if f.bare is None else _number(f.bare, f.unit),
            "" if f.ratio is None else f"{f.ratio:.2f}",
            f.target,
            marks[f.reached],
        )
    Console().print(table)


def _number(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f} {unit}".rstrip()
