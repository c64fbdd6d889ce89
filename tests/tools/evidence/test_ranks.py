"""A rank or a level is met from that level on, and by nobody who learns or deputises."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.evidence.resumes import worked_as
from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.roles import match, meets
from tools.ingest.profile import build_candidate


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("Mechanical Engineer", "Mechanical Engineer Intern"),
        ("Electrician", "Apprentice Electrician"),
        ("Store Manager", "Assistant Store Manager"),
        ("Controller", "Controller Assistant"),
        ("School Principal", "Assistant Middle School Principal"),
        ("Social Media Manager", "Social Media Coordinator"),
        ("Construction Project Manager", "Construction Project Coordinator"),
        ("Registered Nurse", "Licensed Practical Nurse"),
        ("Special Education Teacher", "Special Education Teacher Assistant"),
        ("Marketing Director", "Brand Manager"),
        ("Program Coordinator", "County Program Assistant 2"),
        ("Finance Director", "Finance Manager"),
        ("Chief Financial Officer", "Finance Director"),
    ],
)
def test_who_learns_deputises_or_ranks_below_has_not_held_the_role(wanted: str, held: str) -> None:
    assert match(wanted, held).open is None
    assert judge(worked_as(held), Criterion("title", wanted)).verdict in {"partly", "missing"}


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("Engineering Intern", "Engineering Intern"),
        ("Assistant Store Manager", "Assistant Store Manager"),
        ("Project Manager", "Senior Project Manager"),
        ("Executive Chef", "Head Chef"),
        ("Medical Assistant", "Certified Medical Assistant"),
        ("Account Manager", "Senior Account Manager"),
    ],
)
def test_the_role_itself_is_met_at_its_own_level_or_above(wanted: str, held: str) -> None:
    assert meets(wanted, held)


@pytest.mark.parametrize(
    ("avoided", "held"),
    [
        ("Junior Sous Chef", "Head Chef"),
        ("Junior Sous Chef", "Sous Chef"),
        ("Junior Software Engineer", "Senior Software Engineer"),
        ("Software Engineer Intern", "Software Engineer"),
        ("Senior Accountant", "Accountant"),
    ],
)
def test_who_avoids_a_level_says_nothing_of_another(avoided: str, held: str) -> None:
    wish = Criterion("title", avoided, weight="avoid")
    assert judge(worked_as(held), wish).verdict == "missing"
    assert judge(worked_as(avoided), wish).verdict == "met"


@pytest.mark.parametrize(
    ("wanted", "held", "verdict"),
    [
        ("Senior Software Engineer", "Senior Software Engineer", "met"),
        ("Senior Software Engineer", "Lead Software Engineer", "met"),
        ("Senior Software Engineer", "Software Engineer", "partly"),
        ("Senior Cook", "Junior Cook", "partly"),
        ("Software Engineer", "Junior Software Engineer", "met"),
    ],
)
def test_a_level_asked_for_is_met_from_that_level_on(wanted: str, held: str, verdict: str) -> None:
    assert judge(worked_as(held), Criterion("title", wanted)).verdict == verdict


@pytest.mark.parametrize(
    ("held", "since", "verdict"),
    [
        ("Truck Driver", "03/2013", "partly"),
        ("Truck Driver", "03/2024", "met"),
        ("Junior Truck Driver", "03/2013", "met"),
    ],
)
def test_who_has_long_held_a_role_is_no_junior_unless_called_one(
    held: str, since: str, verdict: str
) -> None:
    text = f"Kim Doe\n\nEXPERIENCE\n{held}, Northwind, Berlin, {since} - Present\n- Drove.\n"
    person = build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))
    assert judge(person, Criterion("title", "Junior Truck Driver")).verdict == verdict


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("Engineer", "Staff Software Engineer"),
        ("Engineer", "Lead Firmware Engineer"),
        ("Engineer", "Principal Bridge Engineer"),
        ("Engineer", "Chemist / Process Engineer II"),
        ("Manager", "Audit Senior Manager"),
        ("Manager", "Senior Manager, Audit"),
        ("Manager", "Case Manager"),
        ("Senior Manager", "Audit Senior Manager"),
        ("Director", "Director of Nursing"),
        ("Director", "Art Director"),
        ("Supervisor", "Shift Supervisor"),
        ("Designer", "Lead Graphic Designer"),
        ("Vice President", "Vice President of Sales"),
        ("Nurse", "Nurse in Charge"),
        ("Nurse", "Charge Nurse"),
    ],
)
def test_a_rank_or_a_trade_is_met_by_any_title_that_ends_in_it(wanted: str, held: str) -> None:
    assert judge(worked_as(held), Criterion("title", wanted)).verdict == "met"


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("Engineer", "Engineering Intern"),
        ("Engineer", "Apprentice Mechanical Engineer"),
        ("Engineer", "Software Engineering Manager"),
        ("Senior Engineer", "Software Engineer"),
        ("Manager", "Assistant Store Manager"),
        ("Manager", "Manager in Training"),
        ("Manager", "Line Cook / Garde Manger"),
        ("Manager", "Sales Coordinator / Assistant Branch Manager"),
        ("President", "Vice President of Sales"),
        ("Director", "Assistant to the Director"),
        ("Nurse", "Nursing Assistant"),
        ("Nurse", "Licensed Practical Nurse"),
        ("Special Education Teacher", "Lead Teacher"),
        ("Engineering Manager", "Store Manager"),
    ],
)
def test_a_rank_is_not_met_below_it_nor_by_another_trade(wanted: str, held: str) -> None:
    assert judge(worked_as(held), Criterion("title", wanted)).verdict != "met"


def test_whoever_avoids_managers_puts_out_no_one_by_a_title_that_ends_so() -> None:
    wish = Criterion("title", "Manager", weight="avoid")
    assert judge(worked_as("Store Manager"), wish).verdict != "met"


def test_a_director_is_met_by_a_director_and_whoever_ranks_above() -> None:
    assert meets("Marketing Director", "Director of Marketing")
    assert meets("Marketing Director", "VP of Marketing")
    assert meets("Sales Manager", "Sales Team Lead")


@pytest.mark.parametrize("wanted", ["Welder", "Fabricator"])
def test_both_trades_of_a_title_with_a_name_of_its_own_are_met(wanted: str) -> None:
    assert meets(wanted, "Welder / Fabricator")
    assert not meets("Chief Executive Officer", "Executive Assistant to COO & CEO")
