"""What only looks like the thing asked for, or is somebody else's, does not prove it."""

from __future__ import annotations

import pytest

from tests.tools.evidence.resumes import planner
from tools.criteria import Criterion
from tools.evidence import judge


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HGV Licence", "Trained 12 of our own packers to HGV Class 2"),
        ("Driver's License", "Driver licence checks for the fleet"),
        ("Gas Safe", "Registered Gas Installer, Galway"),
        ("ServSafe", "Filled orders by proper ServSafe food safety guidelines"),
        ("ServSafe Alcohol", "Abided by TABC/TIPS policies"),
    ],
)
def test_the_licence_of_others_and_that_of_another_land_are_not_held(name: str, said: str) -> None:
    assert judge(planner(said), Criterion("certification", name)).verdict == "unclear"


def test_a_licence_and_where_to_verify_it_are_held() -> None:
    person = planner("HGV Class 2 verification: see the link")
    assert judge(person, Criterion("certification", "HGV Licence")).verdict == "met"


@pytest.mark.parametrize(
    ("skill", "said"),
    [
        ("Salesforce", "Set up SAP Sales Cloud"),
        ("leadership", "MSc Healthcare Leadership, 2016"),
        ("sales", "Workshops for the sales force"),
    ],
)
def test_another_thing_of_the_same_words_is_not_the_skill(skill: str, said: str) -> None:
    assert judge(planner(said), Criterion("skill", skill)).verdict != "met"


def test_the_name_of_a_school_is_no_work() -> None:
    person = planner("Studied at Baker University")
    assert judge(person, Criterion("skill", "baking")).verdict == "unclear"


@pytest.mark.parametrize(
    ("skill", "said"),
    [("leadership", "MSc Nursing. Leadership of a ward"), ("sales", "Led a sales team")],
)
def test_what_is_done_is_the_skill_beside_a_degree_or_a_team(skill: str, said: str) -> None:
    assert judge(planner(said), Criterion("skill", skill)).verdict == "met"


@pytest.mark.parametrize(
    ("skill", "said"),
    [
        ("Selenium", "First Selenium scripts for the shop"),
        ("TIG welding", "Pressure vessels, MMA and TIG, up to 50 mm"),
        ("leadership", "Technical lead of seven developers"),
    ],
)
def test_a_name_is_known_beside_what_is_made_with_it(skill: str, said: str) -> None:
    assert judge(planner(said), Criterion("skill", skill)).verdict == "met"
