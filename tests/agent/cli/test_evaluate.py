"""`matcher evaluate` on a real index: tables, JSON, runs, comparisons, turns and the report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.agent.cli.conftest import Run


@pytest.fixture
def judged(tmp_path: Path) -> tuple[str, Path, str, Path]:
    """Return the options that name two judged requests, one of them refined."""
    requests = [
        {"request_id": "r1", "text": "registered nurse with ICU experience"},
        {"request_id": "r2", "text": "software developer", "turns": ["only with Python"]},
    ]
    (tmp_path / "requests.json").write_text(json.dumps(requests), "utf-8")
    (tmp_path / "qrels.tsv").write_text("r1 0 nurse-1 3\nr1 0 cook-1 0\nr2 0 dev-1 2\n", "utf-8")
    return "--requests", tmp_path / "requests.json", "--qrels", tmp_path / "qrels.tsv"


Judged = tuple[str, Path, str, Path]


def test_it_prints_a_line_for_each_request_and_the_means(
    run: Run, judged: Judged, data_dir: Path
) -> None:
    ran = run("evaluate", *judged, "--data-dir", data_dir)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    heading = ["request", "nDCG@10", "Recall@20", "P@5", "MRR", "MAP", "unjudged@10"]
    assert lines[0].split() == heading
    assert lines[1].split()[:3] == ["r1", "1.000", "1.000"]
    assert any(line.startswith("mean") for line in lines)
    assert "r2, turn by turn" in ran.out
    assert "only with Python" in ran.out


def test_json_holds_results_means_and_turns_and_repeats_exactly(
    run: Run, judged: Judged, data_dir: Path
) -> None:
    asked = ("evaluate", *judged, "-k", "3", "--json", "--data-dir", data_dir)
    first = run(*asked)
    told = json.loads(first.out)
    assert [result["request_id"] for result in told["results"]] == ["r1", "r2"]
    assert told["means"]["nDCG@3"]["mean"] == 1.0
    assert [turn["recall"] for turn in told["results"][1]["turns"]] == [1.0, 1.0]
    assert run(*asked).out == first.out


def test_a_run_is_written_measured_again_and_compared(
    run: Run, judged: Judged, data_dir: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ours.trec"
    ranked = run("evaluate", *judged, "--run-out", out, "--json", "--data-dir", data_dir)
    assert re.match(r"r1 Q0 nurse-1 1 \d+ candidate-matcher\n", out.read_text("utf-8"))
    again = run("evaluate", *judged, "--run", out, "--against", out, "--json")
    told = json.loads(again.out)
    assert told["means"] == json.loads(ranked.out)["means"]
    assert {d["p"] for d in told["comparison"]["differences"]} == {1.0}


@pytest.mark.parametrize("system", ["words", "meaning"])
def test_the_index_is_compared_with_the_simple_systems(
    run: Run, judged: Judged, data_dir: Path, system: str
) -> None:
    ran = run("evaluate", *judged, "--against", system, "--data-dir", data_dir)
    assert ran.code == 0
    assert f"candidate-matcher against {system}" in ran.out


def test_the_report_is_one_page_that_fetches_nothing_and_names_nobody(
    run: Run, judged: Judged, data_dir: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    made = ("evaluate", *judged, "--against", "words", "--report", page, "--data-dir", data_dir)
    assert run(*made).code == 0
    html = page.read_text("utf-8")
    assert html.count("<svg") == 3
    assert not re.search(r"(src|href)=[\"'](?!#)|url\((?!#)|@import", html)
    assert "Mara" not in html
    assert "nurse-1" in html
    run(*made)
    assert page.read_text("utf-8") == html


def test_unknown_ids_are_named_and_the_rest_is_measured(
    run: Run, judged: Judged, data_dir: Path
) -> None:
    with judged[3].open("a", encoding="utf-8") as qrels:
        qrels.write("r1 0 nobody-9 3\nr9 0 dev-1 1\n")
    ran = run("evaluate", *judged, "--data-dir", data_dir)
    assert ran.code == 1
    assert "1 candidate_id (nobody-9) that the index does not hold" in ran.err
    assert "1 request (r9) that the requests do not hold" in ran.err
    assert "mean" in ran.out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--run", "none.trec"), "none.trec cannot be read"),
        (("--against", "none.trec"), "none.trec cannot be read"),
        (("--report", "no-such-folder/page.html"), "no-such-folder/page.html cannot be written"),
        (("-k", "60"), "use -k 50 or less"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(
    run: Run, judged: Judged, data_dir: Path, options: tuple[str, ...], told: str
) -> None:
    ran = run("evaluate", *judged, *options, "--data-dir", data_dir)
    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_grade_out_of_range_is_named_before_anything_is_measured(
    run: Run, judged: Judged, data_dir: Path
) -> None:
    judged[3].write_text("r1 0 nurse-1 7\n", "utf-8")
    ran = run("evaluate", *judged, "--data-dir", data_dir)
    assert (ran.code, ran.out) == (2, "")
    assert "line 1 has the grade '7'" in ran.err


def test_requests_without_an_index_say_how_to_fill_it(
    run: Run, judged: Judged, tmp_path: Path
) -> None:
    ran = run("evaluate", *judged, "--data-dir", tmp_path / "empty")
    assert ran.code == 2
    assert "matcher ingest PATH" in ran.err
