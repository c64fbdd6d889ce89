"""Words that mean something only beside a job are read with it, and nowhere else."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request, tools_of_titles


def read(text: str, job: str = "") -> set[tuple[str, str]]:
    known = (Criterion("title", job),) if job else ()
    return {(c.kind, str(c.value)) for c in read_request(text, known=known).criteria}


@pytest.mark.parametrize(
    ("said", "job", "title"),
    [
        ("secondary (school)", "Teacher", "Secondary School Teacher"),
        ("primary", "Teacher", "Elementary Teacher"),
        ("line", "Cook", "Line Cook"),
        ("only industrial", "Electrician", "Industrial Electrician"),
        ("dental", "Nurse", "Dental Nurse"),
    ],
)
def test_a_word_that_makes_another_job_of_the_one_sought_is_that_job(
    said: str, job: str, title: str
) -> None:
    assert read(said, job) == {("title", title)}


@pytest.mark.parametrize(
    ("said", "job"),
    [("urgent", "Teacher"), ("no students", "Teacher"), ("nights", "Registered Nurse")],
)
def test_a_word_that_makes_no_job_leaves_the_title_alone(said: str, job: str) -> None:
    assert "title" not in {kind for kind, _ in read(said, job)}


def test_brackets_within_a_title_do_not_break_it() -> None:
    assert read("head (pastry) chef") == {("title", "Head Pastry Chef")}


def test_brackets_around_a_place_stay_brackets() -> None:
    assert read("nurse (Berlin) with ICU") >= {("location", "Berlin"), ("skill", "critical care")}


@pytest.mark.parametrize(
    ("said", "job", "wish"),
    [
        ("must have ADR", "Truck Driver", ("certification", "ADR Certificate")),
        ("must have ADR", "Lawyer", ("skill", "alternative dispute resolution")),
        ("CPC", "Bus Driver", ("certification", "Driver CPC")),
        ("must know hoists", "Caregiver", ("skill", "patient transfers")),
        ("must know hoists", "Mechanic", ("text", "hoists")),
        ("class C license", "Truck Driver", ("certification", "HGV Licence")),
        ("C+E", "Truck Driver", ("certification", "HGV Class 1 Licence")),
        ("class 2", "Truck Driver", ("certification", "HGV Class 2 Licence")),
    ],
)
def test_what_a_word_means_is_decided_by_the_job(
    said: str, job: str, wish: tuple[str, str]
) -> None:
    assert read(said, job) == {wish}


def test_a_word_nothing_knows_is_kept_where_it_is_plainly_asked_for() -> None:
    assert ("text", "gizmotrons") in read("must know gizmotrons")
    assert read("gizmotrons") == set()


def test_the_tools_of_a_title_are_those_said_before_it() -> None:
    assert tools_of_titles("a Java developer with Kafka") == ("Java",)
    assert set(tools_of_titles("Python or Go developers")) == {"Python", "Go"}
    assert tools_of_titles("nurse in Berlin") == ()
