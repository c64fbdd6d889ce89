"""A skill is met by its name, partly by what shows it, and never by words that stand apart."""

from __future__ import annotations

from datetime import date

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.index.facts import facts_of
from tools.ingest.profile import build_candidate


def _person(text: str) -> Candidate:
    return build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))


def test_budget_forecast_and_variances_together_show_financial_planning() -> None:
    person = _person(
        "Jo Tarnfield\nAnalyst\nExperience\nAnalyst, Harrow Mills, 2015 to 2020\n"
        "Owned the budgeting cycle.\nForecasting of revenue.\nVariance analysis for the plants."
    )
    found = judge(person, Criterion("skill", "financial planning and analysis"))
    assert found.verdict == "partly"
    assert found.note == "shown by budgeting, forecasting, variance analysis together"
    assert len(found.evidence) == 3
    assert ("skill", "financial planning and analysis") in facts_of(person)


def test_budgeting_alone_shows_no_financial_planning() -> None:
    person = _person("Jo Tarnfield\nAnalyst\nOwned the budgeting cycle and forecasting of revenue.")
    found = judge(person, Criterion("skill", "financial planning and analysis"))
    assert found.verdict == "unclear"


def test_words_of_a_skill_that_stand_far_apart_prove_nothing() -> None:
    person = _person(
        "Jo Tarnfield\nBuyer\nReported the financial results of each quarter to the owners and kept"
        " the books for them, later wrote a plan for expansion projects with an analysis of rents."
    )
    found = judge(person, Criterion("skill", "financial planning and analysis"))
    assert found.verdict == "unclear"


def test_a_post_surgical_ward_partly_shows_medical_surgical_nursing() -> None:
    person = _person("Jo Tarnfield\nNurse\nCared for twelve patients on a post-surgical unit.")
    found = judge(person, Criterion("skill", "medical-surgical nursing"))
    assert (found.verdict, found.note) == ("partly", "shown by post-surgical nursing")
