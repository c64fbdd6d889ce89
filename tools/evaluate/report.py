"""The evaluation as one self-contained page of HTML: it fetches nothing and names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from string import Template

from tools.evaluate import plots
from tools.evaluate.evaluation import Evaluation, Turn
from tools.evaluate.judged import Grades, Request
from tools.evaluate.statistics import Mean

_PAGE = Path(__file__).with_name("report.html")
STRIP = 10
"""People of a ranking whose grades are drawn beside the request."""


def page(found: Evaluation, grades: Grades) -> str:
    """Return the page; ids of candidates and requests are all it tells about anybody.

    Raises EvaluationError without matplotlib.
    """
    return Template(_PAGE.read_text("utf-8")).substitute(
        summary=escape(_summary(found)),
        problems=_list(found.problems),
        cards=_cards(found),
        comparison=_comparison(found),
        by_request=plots.by_request(found),
        recall=plots.recall(found),
        turns=_turns(found),
        measure=escape(found.cutoffs.names[0]),
        headings=_cells(found.cutoffs.names, "th"),
        rows="\n".join(_row(found, request, grades) for request in found.requests),
    )


def _summary(found: Evaluation) -> str:
    against = f" against {found.other.run.name}" if found.other else ""
    count = len(found.requests)
    requests = "one judged request" if count == 1 else f"{count} judged requests"
    return (
        f"{found.ours.run.name}{against}, {requests}. Gain of a grade g is 2^g − 1; grades from "
        f"{found.cutoffs.relevant_from} count as found; whoever was not judged counts as 0."
    )


def _cards(found: Evaluation) -> str:
    cards = []
    for name in found.cutoffs.names:
        mean = found.ours.means[name]
        cards.append(
            f'<div class="card"><b>{_number(mean.mean)}</b><span>{escape(name)}</span>'
            f"<small>{_interval(mean)}</small></div>"
        )
    return "".join(cards)


def _comparison(found: Evaluation) -> str:
    if found.other is None:
        return ""
    heading = _cells(
        ("measure", *plots.systems_named(found), "difference", "p", "better", "equal", "worse"),
        "th",
    )
    rows = []
    for d in found.differences:
        numbers = (_number(d.ours), _number(d.other), f"{d.difference:+.3f}", f"{d.p:.4f}")
        counts = (str(d.better), str(d.equal), str(d.worse))
        mark = ' class="sure"' if d.p < 0.05 else ""
        rows.append(f"<tr{mark}>{_cells((d.measure, *numbers, *counts))}</tr>")
    return (
        "<h2>Comparison</h2><p>Paired randomisation test, two-sided; lines in bold have p &lt; "
        f"0.05.</p><table><tr>{heading}</tr>{''.join(rows)}</table>"
    )


def _turns(found: Evaluation) -> str:
    if not found.turns:
        return ""
    tables = "".join(_conversation(r, said) for r, said in found.turns.items())
    drawn = plots.turns(found.turns, found.cutoffs.recall)
    return f"<h2>Recall@{found.cutoffs.recall} after each message</h2>{drawn}{tables}"


def _conversation(request_id: str, said: Sequence[Turn]) -> str:
    rows = "".join(
        f"<tr><td>{at}</td><td>{_number(turn.recall)}</td>"
        f'<td class="text">{escape(turn.message)}</td></tr>'
        for at, turn in enumerate(said, start=1)
    )
    summary = f"<summary>{escape(request_id)}</summary>"
    return f"<details>{summary}<table>{rows}</table></details>"


def _row(found: Evaluation, request: Request, grades: Grades) -> str:
    values = found.ours.measured[request.request_id]
    numbers = _cells(_number(values.get(name)) for name in found.cutoffs.names)
    judged = grades.get(request.request_id, {})
    people = found.ours.run.ranked.get(request.request_id, ())[:STRIP]
    strip = "".join(
        f'<i class="g{judged.get(c, "x")}" title="{at}. {escape(c)}">{judged.get(c, "·")}</i>'
        for at, c in enumerate(people, start=1)
    )
    missed = [c for c, g in judged.items() if g >= found.cutoffs.relevant_from]
    ranked = found.ours.run.ranked.get(request.request_id, ())[: found.cutoffs.recall]
    missed = sorted(c for c in missed if c not in ranked)
    note = f"missed in the first {found.cutoffs.recall}: {', '.join(missed)}" if missed else ""
    return (
        f"<tr><td><b>{escape(request.request_id)}</b></td>{numbers}"
        f'<td class="strip">{strip}</td></tr>'
        f'<tr class="said"><td></td><td colspan="{len(found.cutoffs.names) + 1}">'
        f"{escape(request.text)}<small>{escape(note)}</small></td></tr>"
    )


def _list(sentences: Sequence[str]) -> str:
    if not sentences:
        return ""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<ul class="problems">{items}</ul>'


def _cells(values: Iterable[str], tag: str = "td") -> str:
    return "".join(f"<{tag}>{escape(value)}</{tag}>" for value in values)


def _number(value: float | None) -> str:
    return "–" if value is None or value != value else f"{value:.3f}"


def _interval(mean: Mean) -> str:
    if mean.low is None or mean.high is None:
        return "one request, no interval"
    return f"95 %: {mean.low:.3f} to {mean.high:.3f}"
