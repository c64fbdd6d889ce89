"""What is asked for as alternatives stays one wish, whoever knows the words of it."""

from __future__ import annotations

import pytest

from tools.request import read_request


def read(text: str) -> set[tuple[str, tuple[str, ...], str]]:
    return {(c.kind, c.values, c.weight) for c in read_request(text).criteria}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("network engineer, firewalls (Zorblat or Fortinet)", ("skill", ("Zorblat", "Fortinet"))),
        ("QA engineer, Playwright or Cypress", ("skill", ("Playwright", "Cypress"))),
        ("consultant, PRINCE2 or Zorblat", ("certification", ("PRINCE2", "Zorblat"))),
        (
            "chef, Italian or Mediterranean",
            ("skill", ("Italian cuisine", "Mediterranean cuisine")),
        ),
        (
            "crop or livestock production on a farm",
            ("skill", ("crop production", "livestock management")),
        ),
    ],
)
def test_a_name_nothing_knows_is_an_alternative(
    text: str, wish: tuple[str, tuple[str, ...]]
) -> None:
    assert (*wish, "must") in read(text)


def test_words_that_share_their_last_one_are_spelled_out() -> None:
    values = [c.values for c in read_request("tutor, upper or lower zorbs").criteria]
    assert ("upper zorbs", "lower zorbs") in values


def test_a_mind_is_no_alternative_to_a_skill() -> None:
    found = read("developer, Python or willing to learn")
    assert ("skill", ("Python",), "must") in found


def test_a_second_sort_of_people_led_is_no_skill() -> None:
    found = read("Call Center Manager. Requirements: 2+ years managing team leaders or supervisors")
    assert ("skill", ("staff supervision",), "must") in found
    assert not any("supervisors" in values for _, values, _ in found)


def test_tools_named_as_examples_and_their_kind_are_one_wish() -> None:
    found = read("recruiter, uses an ATS such as Taleo or iCIMS")
    skills = [values for kind, values, _ in found if kind == "skill"]
    assert skills == [("applicant tracking systems", "Taleo", "iCIMS")]


def test_a_tool_of_another_kind_is_no_example() -> None:
    skills = {values for kind, values, _ in read("accountant, payroll, Excel") if kind == "skill"}
    assert skills == {("payroll",), ("Excel",)}


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("sales and account manager, CRM", ("Sales Manager", "Account Manager")),
        ("need a baker, pastry cook or chocolatier", ("Baker", "Pastry Cook", "Chocolatier")),
        (
            "Job description: Youth Advocate / Family Support Worker. Requirements: degree.",
            ("Youth Advocate", "Family Support Worker"),
        ),
        (
            "Job description: Senior Financial Analyst, FP&A. Requirements: Excel.",
            ("Senior Financial Analyst", "Senior FP&A Analyst"),
        ),
    ],
)
def test_every_job_of_a_choice_is_sought(text: str, jobs: tuple[str, ...]) -> None:
    assert ("title", jobs, "must") in read(text)


@pytest.mark.parametrize(
    "text", ["Job description: Call Center Manager for a BPO.\nRequirements: Excel."]
)
def test_the_trade_of_an_employer_makes_no_other_job(text: str) -> None:
    assert ("title", ("Call Center Manager",), "must") in read(text)


def test_a_list_of_tools_before_a_job_holds_no_job() -> None:
    titles = [values for kind, values, _ in read("printer, computer or copier technician, Leeds")]
    assert not any("Printer" in values for values in titles)


def test_fewer_years_that_more_of_them_prove_are_not_asked_twice() -> None:
    years = read_request("chef, 5+ years, 8 years in cooking").criteria
    assert [c.value for c in years if c.kind == "min_years"] == [8]


def test_towns_stay_towns_beside_towns_and_behind_a_comma() -> None:
    found = {c.value for c in read_request("SAP, Manhattan or Brooklyn").criteria}
    assert found == {"SAP", "Manhattan or Brooklyn"}
