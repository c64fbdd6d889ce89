"""`matcher evaluate`: how good the first names are, measured on judged requests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import SOME_FAILED, CommandError, say
from agent.commands.open_index import people_of
from agent.commands.options import AsJson, DataDir, Tenant, settings_of
from agent.commands.results import print_json

if TYPE_CHECKING:
    from agent.settings import Settings
    from tools.evaluate.evaluation import Evaluation
    from tools.evaluate.judged import Grades, Request
    from tools.evaluate.measures import Cutoffs
    from tools.evaluate.runs import Run

SIMPLE = ("words", "meaning")
"""Systems that `--against` knows by name: BM25 alone, the best passage alone."""
PAGE_LIMIT = 50


def evaluate(
    requests: Annotated[
        Path, typer.Option("--requests", help="JSON or JSONL: request_id, text, and turns if any.")
    ],
    qrels: Annotated[
        Path,
        typer.Option("--qrels", help="Grades 0 to 3: request_id, candidate_id, grade; or TREC."),
    ],
    k: Annotated[
        int | None,
        typer.Option("-k", min=1, max=100, help="Cut every list here.", show_default="10, 20, 5"),
    ] = None,
    relevant_from: Annotated[
        int, typer.Option("--relevant-from", min=1, max=3, help="The least grade worth finding.")
    ] = 2,
    run: Annotated[
        Path | None, typer.Option("--run", help="Measure this TREC run instead of the index.")
    ] = None,
    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar="RUN|DIR|words|meaning",
            help="Compare with a TREC run, the index of another data directory, BM25 alone or "
            "passage similarity alone.",
        ),
    ] = "",
    run_out: Annotated[
        Path | None, typer.Option("--run-out", help="Write the ranking as a TREC run file.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write a page of HTML with tables and plots.")
    ] = None,
    data_dir: DataDir = None,
    tenant: Tenant = None,
    as_json: AsJson = False,
) -> None:
    """Measure the ranking on judged requests: nDCG, Recall, P, MRR, MAP, with intervals.

    Prints a line per request and the means; says which inputs could not be used and exits 1 then.
    """
    from tools.evaluate.judged import read_grades, read_requests
    from tools.evaluate.measures import Cutoffs

    settings = settings_of(data_dir, tenant)
    asked, grades = read_requests(requests), read_grades(qrels)
    cutoffs = Cutoffs.at(k, relevant_from)
    if run is None:
        found = _of_index(settings, asked, grades, cutoffs, against)
    else:
        found = _of_run(settings, asked, grades, cutoffs, run, against)
    if run_out is not None:
        from tools.evaluate.runs import write_run

        write_run(found.ours.run, run_out)
    if report is not None:
        from tools.evaluate.report import page
        from tools.whole_file import write_whole

        write_whole(report, page(found, grades))
    if as_json:
        from tools.evaluate.plain import as_data

        print_json(as_data(found))
    else:
        from agent.terminal.evaluation import show_evaluation
        from agent.terminal.screen import output

        show_evaluation(output(), found)
    for problem in found.problems:
        say(problem)
    if found.problems:
        raise typer.Exit(SOME_FAILED)


def _of_index(
    settings: Settings, requests: Sequence[Request], grades: Grades, cutoffs: Cutoffs, against: str
) -> Evaluation:
    """Return the evaluation of the index, with the turns of those requests that have some."""
    from tools.evaluate.evaluation import evaluate as measured
    from tools.evaluate.evaluation import judged_of, turns_of, twins, unusable
    from tools.evaluate.systems import product, run_of

    judged = judged_of(requests, grades)
    with people_of(settings) as index:
        ours = run_of("candidate-matcher", product(index, settings.tenant), judged)
        other = _other(settings, judged, against)
        known = index.content_hashes(settings.tenant)
        first = {c for people in ours.ranked.values() for c in people[: cutoffs.recall]}
        texts = {c: p.text for c, p in index.get(settings.tenant, sorted(first)).items()}
    problems = [
        *unusable(requests, grades, known, cutoffs),
        *twins(ours, texts, cutoffs.recall),
    ]
    talks = [r for r in judged if r.turns]
    shown = _played(settings, talks, cutoffs.recall) if talks else {}
    turns = {r.request_id: turns_of(r, shown[r.request_id], grades, cutoffs) for r in talks}
    return measured(judged, grades, ours, other, cutoffs=cutoffs, turns=turns, problems=problems)


def _of_run(
    settings: Settings,
    requests: Sequence[Request],
    grades: Grades,
    cutoffs: Cutoffs,
    run: Path,
    against: str,
) -> Evaluation:
    """Return the evaluation of a run file, for which no index is needed."""
    from tools.evaluate.evaluation import evaluate as measured
    from tools.evaluate.evaluation import judged_of, unranked, unusable
    from tools.evaluate.runs import read_run

    judged = judged_of(requests, grades)
    ours, other = read_run(run), _other(settings, judged, against)
    problems = [*unusable(requests, grades, None, cutoffs), *unranked(ours, judged)]
    return measured(judged, grades, ours, other, cutoffs=cutoffs, problems=problems)


def _played(settings: Settings, requests: Sequence[Request], k: int) -> dict[str, list[list[str]]]:
    from agent.commands.judged_turns import play

    if k > PAGE_LIMIT:
        raise CommandError(
            f"requests with turns are measured on a page of at most {PAGE_LIMIT}: use -k "
            f"{PAGE_LIMIT} or less."
        )
    return play(settings, requests, k)


def _other(settings: Settings, requests: Sequence[Request], against: str) -> Run | None:
    """Return the run to compare with: a file's, another index's, or that of a simple system."""
    from tools.evaluate.runs import read_run
    from tools.evaluate.systems import by_meaning, by_words, product, run_of

    if not against:
        return None
    if against in SIMPLE:
        simple = by_words if against == "words" else by_meaning
        with people_of(settings) as index:
            return run_of(against, simple(index, settings.tenant), requests)
    path = Path(against)
    if path.is_dir():
        with people_of(settings.model_copy(update={"data_dir": path})) as index:
            return run_of(str(path), product(index, settings.tenant), requests)
    return read_run(path)
