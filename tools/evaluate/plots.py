"""The plots of a report as inline SVG, the same bytes for the same figures."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from tools.evaluate.evaluation import Evaluation, Turn
from tools.evaluate.faults import need

OURS, OTHER, FAINT = "#1f5fa8", "#c2681c", "#8a8f98"
_STYLE: Any = {
    "font.family": "sans-serif",
    "font.size": 10,
    "svg.fonttype": "none",
    "svg.hashsalt": "candidate-matcher",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": FAINT,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#e6e8eb",
}
_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)


def by_request(found: Evaluation) -> str:
    """Return a bar of nDCG for each request, the best first, with the other system as a mark."""
    name = found.cutoffs.names[0]
    mine = found.ours.measured
    rows = sorted(
        ((mine[r.request_id].get(name, 0.0), r.request_id) for r in found.requests),
        key=lambda row: (row[0], row[1]),
    )
    figure, axes = _figure(7.2, 1.2 + 0.26 * len(rows))
    places = range(len(rows))
    axes.barh(places, [v for v, _ in rows], color=OURS, height=0.66, label=found.ours.run.name)
    if found.other is not None:
        theirs = [found.other.measured[r].get(name, 0.0) for _, r in rows]
        axes.scatter(theirs, places, color=OTHER, zorder=3, s=28, label=found.other.run.name)
        _legend(figure, axes)
    axes.set_yticks(list(places), [request_id for _, request_id in rows])
    axes.set_xlim(0, 1.02)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel(name)
    return _svg(figure)


def recall(found: Evaluation) -> str:
    """Return mean recall by the length of the list, of both systems where there are two."""
    figure, axes = _figure(7.2, 3.4)
    systems = [(found.ours, OURS), *([(found.other, OTHER)] if found.other else [])]
    for measures, color in systems:
        lengths = range(1, len(measures.curve) + 1)
        axes.plot(lengths, measures.curve, color=color, lw=2, label=measures.run.name)
    axes.axvline(found.cutoffs.recall, color=FAINT, lw=1, ls=":")
    axes.set_xlim(1, max(2, len(found.ours.curve)))
    axes.set_ylim(0, 1.02)
    axes.set_xlabel("people read from the top")
    axes.set_ylabel("mean recall")
    if len(systems) > 1:
        _legend(figure, axes)
    return _svg(figure)


def turns(said: dict[str, tuple[Turn, ...]], k: int) -> str:
    """Return Recall@k after each message, a line for each conversation."""
    figure, axes = _figure(7.2, 3.4)
    most = max(len(messages) for messages in said.values())
    for request_id, messages in said.items():
        numbers = range(1, len(messages) + 1)
        axes.plot(numbers, [t.recall for t in messages], marker="o", ms=4, lw=1.6, label=request_id)
    axes.set_xticks(range(1, most + 1))
    axes.set_ylim(0, 1.02)
    axes.set_xlabel("message")
    axes.set_ylabel(f"Recall@{k}")
    axes.legend(frameon=False, fontsize=9, loc="center left", bbox_to_anchor=(1.0, 0.5))
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Any, Any]:
    need("matplotlib")
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        return figure, figure.subplots()


def _legend(figure: Any, axes: Any) -> None:
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, frameon=False, loc="outside upper right", ncols=2)


def _svg(figure: Any) -> str:
    """Return the drawing as an element that stands in a page: no prologue, no date."""
    import matplotlib as mpl

    drawn = io.StringIO()
    with mpl.rc_context(_STYLE):
        figure.savefig(drawn, format="svg", metadata={"Date": None}, transparent=True)
    return _METADATA.sub("", _PROLOGUE.sub("", drawn.getvalue(), count=1)).strip()


def systems_named(found: Evaluation) -> Sequence[str]:
    """Return the names of the systems, ours first."""
    return [found.ours.run.name, *([found.other.run.name] if found.other else [])]
