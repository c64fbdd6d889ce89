"""A word that names a skill or an industry in one trade names nothing in another."""

from __future__ import annotations

import pytest

from tools.vocabulary.industries import find_industries
from tools.vocabulary.skills import broader, find_skills


@pytest.mark.parametrize(
    ("skill", "meant", "other"),
    [
        (
            "computer programming",
            "Skills: Java, coding, unit tests",
            "Medical billing and coding of claims",
        ),
        ("critical care", "Six years in intensive care", "Ward for High and Intensive Care"),
        ("CNC milling", "Milling machines and lathes", "Milling, granulation, blending"),
        ("manufacturing", "Ran plant operations", "Led plant operations and campus repairs"),
        ("Windows", "Set up Microsoft Windows", "Set up Microsoft Windows Azure"),
        ("C++", "Languages: CPP, Java, Python", "Payroll certificates: CPP, FPC"),
        ("Primavera P6", "Schedules in Primavera", "Primavera Project Planner P3"),
        ("pricing", "Planned markdowns each week", "Marked down each page"),
    ],
)
def test_a_skill_is_found_in_its_own_sense(skill: str, meant: str, other: str) -> None:
    assert skill in {m.name for m in find_skills(meant)}
    assert skill not in {m.name for m in find_skills(other)}


def test_a_list_of_words_repeats_the_sense_the_text_gave() -> None:
    calm = "Stayed calm while others shouted at the door of the office."
    text = f"Using coding manuals for diagnoses. {calm}\nKey words: Java, coding, phone"
    assert "computer programming" not in {m.name for m in find_skills(text)}


@pytest.mark.parametrize("text", ["AutoCAD, drainage, utilities, surveys", "Rent plus utilities"])
def test_utilities_in_the_ground_are_no_energy_industry(text: str) -> None:
    assert "energy" not in {m.name for m in find_industries(text)}
    assert "energy" in {m.name for m in find_industries("Worked in the utilities industry")}


def test_process_design_is_no_chemical_engineering_and_good_laboratory_practice_no_gmp() -> None:
    assert "chemical engineering" not in {m.name for m in find_skills("Lean process design")}
    assert "GMP" not in broader("good laboratory practice")
