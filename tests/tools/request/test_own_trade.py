"""One thing is asked for once: a job says what it consists in, a must what its alternatives do."""

from __future__ import annotations

import pytest

from tools.request import read_request


def read(text: str) -> set[tuple[str, str]]:
    return {(c.kind, str(c.value)) for c in read_request(text).criteria}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("HVAC technician with HVAC", "HVAC Technician"),
        ("nurse with nursing experience", "Registered Nurse"),
        ("welder with welding experience", "Welder"),
        ("carpenter with carpentry", "Carpenter"),
        ("baker with baking", "Baker"),
        ("cook with cooking experience", "Cook"),
        ("accountant with accounting experience", "Accountant"),
        ("electrician with electrical experience", "Electrician"),
        ("recruiter with recruiting", "Recruiter"),
        ("tax accountant with tax", "Tax Accountant"),
        ("HR manager with HR experience", "HR Manager"),
        ("data scientist with data science", "Data Scientist"),
        ("project manager with project management", "Project Manager"),
        ("customer service rep with customer service", "Customer Service Representative"),
        ("financial analyst with financial analysis", "Financial Analyst"),
    ],
)
def test_the_skill_a_job_consists_in_is_no_wish_beside_it(text: str, title: str) -> None:
    assert read(text) == {("title", title)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Java developer with Java", "Java"),
        ("SQL developer, SQL", "SQL"),
        ("welder, TIG welding", "TIG welding"),
        ("nurse with wound care", "wound care"),
        ("marketing manager with email marketing", "email marketing"),
        ("salesperson with Salesforce", "Salesforce"),
        ("accountant with tax", "tax"),
        ("teacher with special education", "special education"),
        ("machinist with CNC", "CNC machining"),
        ("cook with Italian cooking", "Italian cuisine"),
        ("interior designer, FF&E schedules", "interior design"),
    ],
)
def test_what_not_everybody_of_a_job_does_is_a_wish_beside_it(text: str, skill: str) -> None:
    assert skill in {value for _, value in read(text)}


def test_years_of_a_trade_are_counted_in_it() -> None:
    wishes = read_request("accountant with 5 years of accounting experience").criteria
    assert [(c.kind, c.value, c.subject) for c in wishes] == [
        ("title", "Accountant", ""),
        ("min_years", 5, "accounting"),
    ]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("developer with Python or Go, must have Python", ("skill", "Python")),
        ("developer with Python or Go and Python required", ("skill", "Python")),
        ("guide who speaks Spanish or French, must speak Spanish", ("language", "Spanish")),
        ("truck driver, CDL A or CDL B, must have CDL A", ("certification", "CDL Class A")),
    ],
)
def test_a_must_stays_where_it_is_one_of_alternatives_as_well(
    text: str, wish: tuple[str, str]
) -> None:
    found = read(text)
    assert wish in found
    assert not [value for _, value in found if " or " in value]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Java developer with Java or Kotlin", ("skill", "Java or Kotlin")),
        ("developer with Python or Go, ideally Python", ("skill", "Python or Go")),
        ("developer with Python or Go", ("skill", "Python or Go")),
    ],
)
def test_alternatives_stay_where_none_of_them_is_a_must(text: str, wish: tuple[str, str]) -> None:
    assert wish in read(text)
