"""What a person holds is found under the name of the degree as well as under its subject."""

from __future__ import annotations

from datetime import date

import pytest

from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.facts import judge_education
from tools.ingest.profile import build_candidate

RESUME = "Jo Tarnfield\nPlanner\nEducation\nMBA : Marketing, Aldermoor University, 2012"


@pytest.mark.parametrize(
    ("subject", "verdict"),
    [("Business Administration", "met"), ("marketing", "met"), ("law", "partly"), ("", "met")],
)
def test_a_degree_meets_a_wish_for_its_name_or_its_subject(subject: str, verdict: str) -> None:
    person = build_candidate("p", RESUME, source="", content_hash="", today=date(2026, 11, 1))
    wish = Criterion("education", "master", subject=subject)
    assert judge_education(person, wish).verdict == verdict


def test_a_lower_degree_is_quoted() -> None:
    person = build_candidate("p", RESUME, source="", content_hash="", today=date(2026, 11, 1))
    found = judge(person, Criterion("education", "doctorate"))
    assert (found.verdict, found.note) == ("missing", "lower degree")
    assert found.quote is not None
    assert found.quote.startswith("MBA : Marketing")


@pytest.mark.parametrize(
    ("work", "verdict"), [("Sold shoes.", "unclear"), ("Worked on a dairy farm.", "met")]
)
def test_a_degree_in_a_field_is_no_work_in_that_industry(work: str, verdict: str) -> None:
    text = f"Jo Tarnfield\nClerk\n{work}\nEducation\nBS in Agriculture, Harrow College, 2010"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("industry", "agriculture")).verdict == verdict


def test_a_licence_of_others_in_the_words_of_a_resume_is_not_met() -> None:
    text = "Jo Tarnfield\nPractical nurse\nCare under direct RN supervision.\nPre-Nursing RN course"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("certification", "RN")).verdict == "unclear"
