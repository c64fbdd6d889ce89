"""What recruiters say, as tables: the planner must understand nearly all of it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ENOUGH = 0.95
SCORING = Path(__file__).resolve().parents[2] / "benchmarks" / "utterances.py"


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("utterance_scoring", SCORING)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["utterance_scoring"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "table",
    ["utterances.tsv", "held_out.tsv", "held_out_2.tsv", "held_out_3.tsv", "held_out_4.tsv"],
)
def test_at_least_95_percent_of_a_table_is_understood(scoring: ModuleType, table: str) -> None:
    results = scoring.run(scoring.read_cases(table))
    misses = [
        f"[{r.case.desk}] {r.case.said!r}: expected {r.case.expected}, got {r.got}"
        for r in results
        if not r.right
    ]
    score = 1 - len(misses) / len(results)
    report = "\n".join([f"{table}: {100 * score:.1f} % of {len(results)}", *misses])
    print(report)
    assert score >= ENOUGH, report


def test_the_table_is_as_wide_as_promised(scoring: ModuleType) -> None:
    cases = scoring.read_cases("utterances.tsv")
    assert len({(c.desk, c.said) for c in cases}) >= 150
    assert sum(c.desk == "…" for c in cases) >= 10


def test_the_same_message_gives_the_same_plan_twice(scoring: ModuleType) -> None:
    cases = scoring.read_cases("utterances.tsv")
    assert [r.got for r in scoring.run(cases)] == [r.got for r in scoring.run(cases)]


def test_a_miss_is_seen_as_a_miss(scoring: ModuleType) -> None:
    wrong = scoring.Case("data", "undo", "start_over")
    assert [r.right for r in scoring.run([wrong])] == [False]
