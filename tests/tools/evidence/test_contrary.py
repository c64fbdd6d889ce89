"""What a résumé says that its owner lacks is missing, with the words that say so."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.evidence.resumes import planner
from tools.criteria import Criterion, Kind
from tools.evidence import judge
from tools.explain import evidence_of, explain
from tools.ingest.profile import build_candidate
from tools.presenting import Row, model_verdict


def _judged(said: str, wish: Criterion) -> tuple[str, str | None]:
    verdict = judge(planner(said), wish)
    return verdict.verdict, verdict.quote


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("certification", "CDL", "No CDL"),
        ("certification", "CDL", "No Commercial Driver's License"),
        ("certification", "CPA", "I am not a Certified Public Accountant."),
        ("language", "Spanish", "Spanish: none"),
        ("language", "Spanish", "English (not Spanish)"),
        ("language", "German", "Keine Kenntnisse in Deutsch"),
        ("skill", "Java", "I have never used Java."),
        ("skill", "Java", "DON'T: PHP, Java"),
        ("skill", "Java", "No longer: Java"),
        ("skill", "Java", "Won\u2019t do: weekends, Java"),
        ("skill", "sterile compounding", "Mail orders, non-sterile compounding"),
        ("text", "night shifts", "Not available for night shifts"),
        ("text", "worked in a hospital", "I have never worked in a hospital."),
    ],
)
def test_a_denial_is_shown_as_evidence_against(kind: Kind, value: str, said: str) -> None:
    assert _judged(said, Criterion(kind, value)) == ("missing", said)


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("certification", "CDL", "CDL, no accidents"),
        ("skill", "sterile compounding", "Sterile and non-sterile compounding"),
        ("skill", "Java", "Never used Java at school.\nSince 2020 all Java is mine."),
        ("language", "Spanish", "Speaks Spanish, no French"),
    ],
)
def test_what_is_shown_elsewhere_is_not_denied(kind: Kind, value: str, said: str) -> None:
    assert _judged(said, Criterion(kind, value))[0] == "met"


def test_a_heading_denies_the_line_below_it() -> None:
    said = "WHAT I DON'T DO\nPayroll, Java"
    assert _judged(said, Criterion("skill", "Java")) == ("missing", "Payroll, Java")


def test_a_title_needs_more_than_what_is_denied() -> None:
    person = build_candidate(
        "p",
        "Jo Tarnfield\n\nSoftware Engineer, Northwind, 2015 - 2020\nCOBOL\n\nDON'T: Java",
        source="",
        content_hash="",
        today=date(2026, 11, 1),
    )
    assert judge(person, Criterion("title", "Java Developer")).verdict != "met"


def test_what_nobody_speaks_of_stays_unclear() -> None:
    assert _judged("Drove a van.", Criterion("certification", "CDL")) == ("unclear", None)


def test_a_model_is_given_a_denial_apart_from_what_proves_something() -> None:
    wish = Criterion("certification", "CDL")
    text = "Jo Tarnfield\nDriver\nNo CDL"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    verdict = judge(person, wish)
    told = model_verdict(wish, verdict)
    assert (told["quote"], told["against"]) == (None, "No CDL")
    row = Row(person, "⟨#1⟩", 1, 1.0, (verdict,))
    packed = evidence_of(row, explain(person, (wish,), 1), (wish,))["verdicts"][0]
    assert packed["against"] == "No CDL"
    assert "evidence" not in packed
