"""Degrees are read as far as they are completed, with the subject that their line names."""

from __future__ import annotations

from datetime import date

import pytest

from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate

DAY = date(2026, 11, 1)


def _degrees(lines: str) -> list[tuple[str, str]]:
    text, _ = normalise(f"Jo Tarnfield\nPlanner\nEducation\n{lines}\nSkills\nExcel")
    read = build_candidate("p", text, source="", content_hash="", today=DAY)
    return [(degree.level, degree.field) for degree in read.profile.education]


@pytest.mark.parametrize(
    "lines",
    [
        "Diploma",
        "Stephen led 10 Sales associates (part-time)",
        "Minitab, Coatings, MS Office, Die Design",
        "Minitab, Coatings, MS Project, MS Access and Excel",
        "Bachelor of Arts : History Aldermoor University 2017\nIn Progress.",
        "Master of Science , Geology Present Aldermoor University GPA: 3.7",
        "Bachelor of Science : Botany Aldermoor University\nCompleted 2 years",
        "Certificate, Network Care, Aldermoor Community College, 2015 - Present",
        "Completed several courses in an MBA program, Aldermoor University",
        "Volunteer mentor at Round Lake High School",
        "Associate of Arts : Dance Not yet graduated. 2004 Aldermoor College",
    ],
)
def test_a_degree_that_its_own_words_leave_open_is_not_held(lines: str) -> None:
    assert _degrees(lines) == []


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        ("BA : History, Aldermoor University, 2012 Current GPA 3.9", ("bachelor", "History")),
        (
            "Aldermoor University May 2014 Master of Science : Mech. Eng. & Optics",
            ("master", "Mech. Eng. & Optics"),
        ),
        (
            "B.S : Petro/Civil Engineering University of Aldermoor",
            ("bachelor", "Petro/Civil Engineering"),
        ),
        (
            "Bachelor of Professional Studies : Information Systems Iona College",
            ("bachelor", "Information Systems"),
        ),
        (
            "MS , Counseling Psychology Georgia School of Healing",
            ("master", "Counseling Psychology"),
        ),
        ("Master of Science : Computer Science QAX - City", ("master", "Computer Science")),
        ("Associate of Arts\nGraphic Design , 05/2021", ("associate", "Graphic Design")),
        ("M.B.A , Accounting 12/2016 Food Bank 6/17- Current", ("master", "Accounting")),
        ("H.S. Diploma\n2005", ("secondary", "")),
        ("B.S University of Aldermoor, Physics", ("bachelor", "Physics")),
        ("Left Westhill High School with a Diploma, 2005", ("secondary", "")),
        ("MS Project Management, Elm University, 2012", ("master", "Project Management")),
        ("MA Project Planning, Elm University, 2011", ("master", "Project Planning")),
        ("B.A., Dance and Music\nB.A : Dance", ("bachelor", "Dance and Music")),
    ],
)
def test_a_degree_is_held_with_the_whole_of_its_subject(lines: str, held: tuple[str, str]) -> None:
    assert _degrees(lines) == [held]


def test_a_remark_below_one_degree_leaves_the_next_alone() -> None:
    lines = "MA : Law, Aldermoor University\nIn progress\nBA : History, Iona College, 2012"
    assert _degrees(lines) == [("bachelor", "History")]


@pytest.mark.parametrize(
    ("line", "field", "school"),
    [
        (
            "MSc Botany, University Centre of Aldermoor, 2014",
            "Botany",
            "University Centre of Aldermoor",
        ),
        (
            "Bachelor of Arts : Economics 2011 University of Aldermoor Economics",
            "Economics",
            "University of Aldermoor",
        ),
        (
            "Master of Science : Human Resources New Aldermoor College of Business Human Resources",
            "Human Resources",
            "New Aldermoor College of Business",
        ),
        (
            "BSc Botany (Fieldwork) University of Aldermoor (UOA), 2014",
            "Botany",
            "University of Aldermoor",
        ),
        ("BSc : Botany 210 Aldermoor College", "Botany", "Aldermoor College"),
        ("BSc : Botany 2010 Univ. of Aldermoor", "Botany", "Univ. of Aldermoor"),
        (
            "BSc Business Management, Aldermoor School of Management, 2012",
            "Business Management",
            "Aldermoor School of Management",
        ),
    ],
)
def test_a_school_has_its_whole_name_and_not_the_subject_said_again(
    line: str, field: str, school: str
) -> None:
    text, _ = normalise(f"Jo Tarnfield\nPlanner\nEducation\n{line}\nSkills\nExcel")
    made = build_candidate("p", text, source="", content_hash="", today=DAY)
    (read,) = made.profile.education
    assert (read.field, read.institution) == (field, school)
    assert made.text[read.institution_start : read.institution_end] == school
