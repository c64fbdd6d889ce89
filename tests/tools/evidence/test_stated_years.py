"""Years stated for a skill count as stated, with their quote, where dates do not tell more."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.stated_years import stated_years
from tools.ingest.profile import build_candidate


def _person(text: str) -> Candidate:
    return build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Around 5 years of experience in SAP", [5]),
        ("over 12 years' experience with payroll", [12]),
        ("Ten years of progressive experience as an accountant", [10]),
        ("3+ yrs SAP experience", [3]),
        ("four years experience in billing and eleven years experience in audit", [4, 11]),
        ("a child of 5 years. Experience in SAP", []),
        ("2001 years of experience", []),
    ],
)
def test_years_of_experience_are_read_as_stated(text: str, years: list[int]) -> None:
    assert [stated.years for stated in stated_years(text)] == years


def test_stated_years_of_a_skill_meet_a_wish_for_them() -> None:
    person = _person("Jo Tarnfield\nConsultant\nAround 5 years of experience in SAP and rollouts.")
    found = judge(person, Criterion("min_years", "5", subject="SAP"))
    assert (found.verdict, found.note) == ("met", "5 years with SAP, as stated")
    assert "5 years of experience in SAP" in (found.quote or "")


def test_stated_years_of_one_skill_are_not_those_of_another() -> None:
    person = _person("Jo Tarnfield\nClerk\n9 years of experience in payroll. Knows SAP too.")
    assert judge(person, Criterion("min_years", "5", subject="SAP")).verdict == "unclear"
