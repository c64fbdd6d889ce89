"""What stands in brackets, or in a list that ends in "or similar", are examples of one thing."""

from __future__ import annotations

import pytest

from tools.request import read_request


def skills(text: str) -> list[tuple[str, ...]]:
    return [c.values for c in read_request(text).criteria if c.kind == "skill"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "recruiter, ATS (Taleo, iCIMS or similar)",
            ("applicant tracking systems", "Taleo", "iCIMS"),
        ),
        ("accountant, big ERP (SAP, Oracle, PeopleSoft)", ("SAP", "Oracle ERP", "PeopleSoft")),
        (
            "engineer, 3D CAD (SolidWorks, Creo/ProE, CATIA or equivalent)",
            ("CAD", "SolidWorks", "Creo", "CATIA"),
        ),
        (
            "instructor - yoga, Zumba, Pilates or the like - for adults",
            ("yoga", "Zumba", "Pilates"),
        ),
        (
            "nurse, 2 years on a unit (med-surg, ICU, telemetry or the like)",
            ("medical-surgical nursing", "critical care", "telemetry"),
        ),
    ],
)
def test_examples_of_one_thing_are_alternatives(text: str, asked: tuple[str, ...]) -> None:
    assert asked in skills(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("developer, Python, SQL, Docker", [("Python",), ("SQL",), ("Docker",)]),
        (
            "controller, accounting, NetSuite or similar",
            [("accounting",), ("NetSuite",)],
        ),
    ],
)
def test_a_list_that_nothing_makes_one_of_examples_asks_for_each(
    text: str, asked: list[tuple[str, ...]]
) -> None:
    assert skills(text) == asked


def test_a_plus_behind_brackets_weighs_all_that_is_in_them() -> None:
    text = "trainer, onboarding, e-learning tools (Captivate, Articulate, an LMS) a plus"
    weights = {str(c.value): c.weight for c in read_request(text).criteria}
    assert weights["onboarding"] == "must"
    assert {weights["Adobe Captivate"], weights["learning management systems"]} == {"nice"}


def test_what_is_denied_in_brackets_ends_with_them() -> None:
    text = "store manager who ran the store (not just a department), payroll, hiring and training"
    reading = read_request(text)
    assert "payroll" in {c.value for c in reading.criteria if c.weight == "must"}
    assert "payroll" not in reading.dropped
