"""A word is read as the trade of a request means it, and a trade goes by a name of its own."""

from __future__ import annotations

import pytest

from tools.index.titles import Asked, title_held
from tools.request import read_request


def values(text: str, kind: str) -> set[str]:
    return {v for c in read_request(text).criteria if c.kind == kind for v in c.values}


@pytest.mark.parametrize(
    ("text", "skill", "never"),
    [
        ("chef for hospital food service, special diets", "food service", "table service"),
        ("chef for hospital food service, special diets", "special dietary needs", "vegetarian"),
        ("HR generalist, workers' compensation claims", "workers' compensation", "compensation"),
        ("interior designer, programming, finishes", "space planning", "computer programming"),
        ("bookkeeper, sales and payroll tax returns", "payroll", "sales"),
        ("bookkeeper, W-2 filing, payroll", "payroll", "filing"),
        ("AML analyst, SAR filing", "anti-money laundering", "filing"),
        ("visual merchandiser, windows and mannequins, planograms", "planograms", "Windows"),
        ("special education teacher, behavior intervention plans", "behavior management", "autism"),
        ("advocate who gets patients Medicaid benefits", "benefits eligibility", "benefits admin"),
        ("video editor, television news", "television broadcasting", "radio broadcasting"),
        ("sales rep, medical devices, quota", "medical device sales", "biomedical equipment"),
        ("store manager, documented sales growth", "sales growth", "business development"),
        ("senior living, hospice", "long-term care", "senior"),
        ("special education teacher, ABA", "applied behavior analysis", "Aba"),
        ("photographer, portraits / events / product", "photography", "events"),
        ("case manager, intake and needs assessment", "intake assessments", "patient reg"),
        ("PR account executive, B2B clients, press releases", "press releases", "B2B sales"),
        ("management consultant, clearance nice to have", "security clearance", "clearance"),
        ("assembly programmer", "Assembly language", "assembly"),
        ("immigration paralegal: H-1B, PERM, I-140", "immigration law", "relocation"),
        ("immigration paralegal: H-1B, PERM, I-140", "immigration law", "hair styling"),
        ("quantity surveyor, NEC contracts", "contract management", "National Electrical Code"),
        ("growth marketer, B2B", "B2B marketing", "B2B sales"),
        ("firmware engineer, C and assembler", "Assembly language", "assembly"),
    ],
)
def test_a_word_names_what_it_means_in_the_trade(text: str, skill: str, never: str) -> None:
    found = values(text, "skill")
    assert skill in found
    assert not any(name.startswith(never) and name != skill for name in found)


def test_supervisors_or_teams_are_people_and_a_call_on_teams_is_a_program() -> None:
    manager = "call center manager, 2 years managing supervisors or teams"
    assert values(manager, "skill") >= {"staff supervision"}
    assert "Microsoft Teams" not in values(manager, "skill")
    assert "Microsoft Teams" in values("assistant, Zoom and teams", "skill")


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("consultant for federal government clients", "government"),
        ("analyst from the DoD", "government"),
        ("communications manager from a nonprofit", "non-profit"),
        ("case manager from a public agency", "government"),
        ("budget analyst, federal or state/local", "government"),
        ("business developer who must have won agency or DoD work", "government"),
        ("store manager, home improvement", "retail"),
    ],
)
def test_who_employs_is_a_field_of_business_and_no_skill(text: str, industry: str) -> None:
    assert industry in values(text, "industry")


def test_private_clients_of_a_bank_are_no_shop() -> None:
    assert "retail" not in values("advisor with retail clients at a brokerage", "industry")
    assert "retail" in values("auditor with manufacturing or retail clients", "industry")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("automotive technician, ASE, brakes", "Automotive Technician"),
        ("physical therapy aide, hot packs", "Physical Therapy Aide"),
        ("electro-mechanical engineering technician", "Electromechanical Technician"),
        ("elementary classroom teacher, reading", "Elementary School Teacher"),
        ("aviation operations supervisor, secret clearance", "Aviation Operations Supervisor"),
    ],
)
def test_a_trade_keeps_its_own_name(text: str, title: str) -> None:
    assert title in values(text, "title")


@pytest.mark.parametrize(
    ("asked", "closer", "farther"),
    [
        ("Automotive Technician", "Auto Mechanic", "Aircraft Mechanic"),
        ("Automotive Technician", "Mechanic", "Aircraft Technician"),
        ("Physical Therapy Aide", "Rehab Tech", "Physical Therapist Assistant"),
        ("Agricultural Program Coordinator", "Agricultural Advisor", "Program Coordinator"),
    ],
)
def test_the_job_of_another_trade_or_licence_fits_in_part(
    asked: str, closer: str, farther: str
) -> None:
    best, next_best = Asked(asked).fits([title_held(closer), title_held(farther)])
    assert best > next_best
    assert next_best < 0.85
