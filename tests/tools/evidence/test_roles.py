"""A title held meets the one asked for when it is the same or a kind of it, and shows it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.evidence.resumes import worked_as
from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.roles import match, meets
from tools.ingest.profile import build_candidate
from tools.request import read_request


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("Accountant", "Tax Accountant"),
        ("Pharmacist", "Lead Antimicrobial Pharmacist (Band 8a)"),
        ("Pharmacist", "Locum Pharmacist"),
        ("Registered Nurse", "Clinical Nurse Specialist, ICU"),
        ("Software Engineer", "Java Developer"),
        ("Software Engineer", "Senior Platform Engineer"),
        ("Full Stack Developer", "Fullstack Engineer"),
        ("Pipe Welder", "Lead Pipe Welder"),
        ("Welder", "Chaudronnier-soudeur TIG (indépendant)"),
        ("Cook", "Line Cook"),
        ("Attorney", "Lawyer"),
        ("Welding Inspector", "Senior Welding Inspector"),
        ("Forklift Operator", "Reach truck and forklift operator"),
        ("Operating Room Nurse", "Theatre Nurse"),
        ("Auto Mechanic", "Automotive Technician"),
        ("Audit Analyst", "Auditor II"),
        ("Warehouse Supervisor", "WAREHOUSE FLOOR SUPERVISOR"),
        ("Production Supervisor", "Production Line Supervisor"),
        ("Warehouse Supervisor", "Warehouse Night Shift Supervisor"),
        ("Elementary School Teacher", "Elementary Teacher"),
        ("Elementary School Teacher", "Second Grade Teacher"),
        ("Call Center Operations Manager", "Call Center Manager"),
        ("Civil Engineer", "Civil Project Engineer"),
        ("Dance Instructor", "Dance Teacher"),
        ("Front Office Manager", "Front Desk Manager"),
        ("Broadcast Journalist", "TV Reporter"),
        ("Sous Chef", "Line Cook, then Sous Chef"),
        ("Software Engineer", "Tester, later Software Engineer"),
        ("Desktop Support Engineer", "Desktop Support Technician"),
        ("Construction Project Manager", "Construction Sr. Project Manager"),
        ("Mechanical Engineer", "Mechanical Design Engineer"),
        ("Design Engineer", "Mechanical Design Engineer"),
        ("Accounts Payable Clerk", "Accounts Payable Specialist"),
        ("Physical Education Teacher", "PE Teacher"),
        ("Telecommunications Technician", "Telecom Technician"),
        ("Healthcare Administrator", "Practice Manager"),
        ("Social Worker", "School Social Worker"),
        ("Management Consultant", "Managing Consultant"),
        ("HR Manager", "HR Director"),
        ("Finance Manager", "CFO"),
        ("Member Services Advocate", "Member Advocate"),
        ("Elementary Teacher", "Elementary and Middle School Teacher, K, 1st, 2nd"),
        ("Restaurant Manager", "Restaurant General Manager"),
        ("Medical Secretary", "Medical Scheduler"),
        ("Telecom Technician", "Telecommunications Specialist"),
        ("Security Guard", "Armed Security Officer"),
        ("Food Service Worker", "Food Runner"),
        ("PE Teacher", "Gym Teacher"),
        ("Physical Education Teacher", "Gym Teacher"),
        ("Train Driver", "Train Operator"),
        ("Corrections Officer", "Correctional Officer"),
        ("Correctional Officer", "Corrections Officer"),
        ("Procurement Specialist", "Purchasing Agent"),
        ("GIS Analyst", "Geospatial Analyst"),
        ("Urban Planner", "City Planner"),
        ("Substitute Teacher", "Relief Teacher"),
        ("Solar Installer", "PV Installer"),
    ],
)
def test_the_same_role_or_a_kind_of_it_meets(wanted: str, held: str) -> None:
    assert meets(wanted, held)


@pytest.mark.parametrize(
    ("wanted", "held", "word"),
    [
        ("COBOL Developer", "Senior Platform Engineer", "cobol"),
        ("Python Developer", "Software Developer", "python"),
        ("Java Developer", "JavaScript Developer", "java"),
        ("Pipe Welder", "GTAW Welder III", "pipe"),
        ("Line Cook", "Cook", "line"),
        ("Math Teacher", "Teacher", "math"),
        ("Python Wrangler", "Wrangler", "python"),
        ("Forklift Operator", "Operator", "forklift"),
        ("Accounts Payable Clerk", "Accounts Receivable Specialist III", "payable"),
        ("Accounts Payable Clerk", "Accounting Clerk", "payable"),
        ("School Social Worker", "Social Worker", "school"),
        ("Math Tutor", "Reading Tutor", "math"),
        ("Dental Receptionist", "Medical Secretary", "dental"),
        ("Medical Secretary", "Dental Receptionist", "medical"),
        ("Medical Receptionist", "Dental Receptionist", "medical"),
        ("Restaurant Manager", "Shift Lead", "restaurant"),
        ("Restaurant Manager", "Shift Supervisor", "restaurant"),
        ("Telecom Technician", "AV Technician", "telecom"),
        ("Telecom Technician", "Cable Puller", "telecom"),
        ("Government Officer", "Mayor", "government"),
        ("Government Officer", "Poll Worker", "government"),
        ("Security Guard", "Crossing Guard", "security"),
        ("Security Guard", "Hall Monitor", "security"),
        ("PE Teacher", "Health Teacher", "pe"),
        ("Healthcare Administrator", "Dental Office Manager", "healthcare"),
        ("Train Driver", "Railroad Conductor", "train"),
        ("Plant Operator", "Boiler Operator", "plant"),
    ],
)
def test_a_word_that_names_a_kind_of_the_trade_is_left_open(
    wanted: str, held: str, word: str
) -> None:
    assert match(wanted, held).open == (word,)


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("Welder", "Welding Inspector (contract, around 60 days a year)"),
        ("Welding Inspector", "Welder"),
        ("Electrician", "Electrician's Mate"),
        ("Pharmacist", "Pharmacy Technician"),
        ("Architect", "Landscape Architect"),
        ("Physical Therapist", "Physical Therapist Technician"),
        ("Physical Therapist", "Physical Therapist Aide"),
        ("Veterinarian", "Veterinarian Technician"),
        ("Cosmetologist", "Makeup Artist"),
        ("Process Engineer", "Process Technician"),
        ("Process Engineer", "Process Engineering Technician III"),
        ("Process Engineer", "Process Technician, Valve Line"),
        ("HR Manager", "HR Business Partner"),
        ("HR Director", "HR Manager"),
        ("CFO", "Finance Manager"),
        ("Social Worker", "Social Service Assistant"),
    ],
)
def test_another_role_about_the_same_trade_never_meets(wanted: str, held: str) -> None:
    assert match(wanted, held).open is None
    found = judge(worked_as(held, f"Worked beside every {wanted}."), Criterion("title", wanted))
    assert found.verdict in {"partly", "missing"}


def test_a_fishmonger_serves_no_food() -> None:
    assert not meets("Food Service Worker", "Fishmonger")


def test_a_shift_supervisor_manages_a_restaurant_where_the_work_says_so() -> None:
    wish = Criterion("title", "Restaurant Manager")
    shop = worked_as("Shift Supervisor", "Counted the tills of a shoe shop.")
    assert judge(shop, wish).verdict == "partly"
    diner = worked_as("Shift Supervisor", "Managed the restaurant at night.")
    assert judge(diner, wish).verdict == "met"


def test_a_more_special_title_is_only_related_where_nothing_shows_it() -> None:
    found = judge(worked_as("Senior Platform Engineer"), Criterion("title", "COBOL Developer"))
    assert (found.verdict, found.note) == ("partly", "related: Senior Platform Engineer")


def test_a_more_special_title_is_met_by_work_that_shows_it_and_the_quote_does_too() -> None:
    person = worked_as("Software Engineer", "Moved the ledgers from COBOL to Java.")
    found = judge(person, Criterion("title", "COBOL Developer"))
    assert found.verdict == "met"
    assert "COBOL" in found.evidence[0].quote


def test_a_plain_word_that_completes_a_title_is_quoted_after_it() -> None:
    person = worked_as(
        "Manufacturing Engineer", f"{'Led a team. ' * 16}\n- Engineered the coating process."
    )
    found = judge(person, Criterion("title", "Manufacturing Process Engineer"))
    assert found.verdict == "met"
    assert found.evidence[0].quote.startswith("Manufacturing Engineer")
    assert "process" in found.evidence[1].quote


def test_another_name_of_the_same_kind_shows_it() -> None:
    found = judge(worked_as("GTAW Welder III"), Criterion("title", "TIG Welder"))
    assert found.verdict == "met"


def test_what_somebody_says_they_do_not_do_shows_nothing() -> None:
    person = worked_as("Software Engineer", "I do not know COBOL.")
    assert judge(person, Criterion("title", "COBOL Developer")).verdict == "partly"


def test_years_in_a_role_count_only_jobs_that_were_it() -> None:
    years = Criterion("min_years", 5, subject="COBOL Developer")
    assert judge(worked_as("Senior Platform Engineer"), years).verdict == "unclear"
    shown = worked_as("Software Engineer", "Wrote COBOL for a bank.")
    assert judge(shown, years).verdict == "met"


@pytest.mark.parametrize(
    ("work", "verdict"),
    [
        ("Kept stock for a retail chain.", "met"),
        ("Kept stock for clients in retail.", "unclear"),
        ("Kept stock.", "unclear"),
    ],
)
def test_years_in_a_field_count_the_jobs_that_were_in_it(work: str, verdict: str) -> None:
    years = Criterion("min_years", 5, subject="retail")
    assert judge(worked_as("Accountant", work), years).verdict == verdict


def test_a_kind_of_what_is_avoided_puts_nobody_out() -> None:
    avoided = Criterion("title", "Accountant", weight="avoid")
    assert judge(worked_as("Accountant"), avoided).verdict == "met"
    assert judge(worked_as("Tax Accountant"), avoided).verdict == "partly"


@pytest.mark.parametrize(
    ("avoided", "held"),
    [("Licensed Practical Nurse", "Registered Nurse"), ("Paralegal", "Lawyer")],
)
def test_a_trade_next_to_the_one_avoided_speaks_against_nobody(avoided: str, held: str) -> None:
    wish = Criterion("title", avoided, weight="avoid")
    assert judge(worked_as(held), wish).verdict == "missing"
    assert judge(worked_as(avoided), wish).verdict == "met"


def test_who_avoids_litigators_has_nothing_against_lawyers() -> None:
    wishes = {c.weight: c.value for c in read_request("attorneys, no litigators").criteria}
    assert wishes["must"] == "Lawyer"
    assert wishes["avoid"] != "Lawyer"


@pytest.mark.parametrize("held", ["Electrician", "Senior Electrician"])
def test_who_avoids_apprentices_puts_out_nobody_who_learned_the_trade(held: str) -> None:
    avoided = Criterion("title", "Apprentice Electrician", weight="avoid")
    assert judge(worked_as("Apprentice Electrician"), avoided).verdict == "met"
    assert judge(worked_as(held), avoided).verdict != "met"


def test_who_avoids_apprentices_puts_out_nobody_who_was_one_before() -> None:
    text = (
        "Kim Doe\n\nEXPERIENCE\nElectrician, Northwind, Berlin, 03/2015 - Present\n- Wired.\n\n"
        "Apprentice Electrician, Contoso, Berlin, 03/2011 - 02/2015\n- Learned.\n"
    )
    person = build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))
    avoided = Criterion("title", "Apprentice Electrician", weight="avoid")
    assert judge(person, avoided).verdict == "missing"


def test_a_role_lasted_until_the_last_of_the_jobs_that_count() -> None:
    text = (
        "Kim Doe\n\nEXPERIENCE\nSous Chef, Northwind, Berlin, 03/2001 - 06/2007\n- Cooked.\n\n"
        "Executive Sous Chef, Aldermoor, Berlin, 07/2007 - 11/2013\n- Cooked.\n"
    )
    person = build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))
    assert judge(person, Criterion("title", "Sous Chef")).note == "12.8 years, until 2013"
    still = text.replace("11/2013", "Present")
    person = build_candidate("a", still, source="", content_hash="a", today=date(2026, 11, 22))
    assert judge(person, Criterion("title", "Sous Chef")).note.endswith("current")


@pytest.mark.parametrize("held", ["ICU Nurse", "Pediatric Nurse", "Registered Nurse"])
def test_a_nurse_of_another_ward_is_no_operating_room_nurse_unless_the_work_says_so(
    held: str,
) -> None:
    wish = Criterion("title", "Operating Room Nurse")
    assert judge(worked_as(held, "Ran night shifts or days."), wish).verdict == "partly"
    assert judge(worked_as(held, "Scrubbed in the operating room."), wish).verdict == "met"


@pytest.mark.parametrize(
    ("held", "subject", "verdict"),
    [
        ("Mathematics Teacher", "mathematics teaching", "met"),
        ("Warehouse Operative", "warehouse operations", "met"),
        ("Physics Teacher", "mathematics teaching", "unclear"),
        ("Clerk", "warehouse operations", "unclear"),
    ],
)
def test_years_of_a_skill_count_the_jobs_whose_title_names_it(
    held: str, subject: str, verdict: str
) -> None:
    wish = Criterion("min_years", 3, subject=subject)
    assert judge(worked_as(held), wish).verdict == verdict


@pytest.mark.parametrize(
    ("wanted", "held", "did", "verdict"),
    [
        ("Credit Analyst", "Financial Analyst", "Took credit card payments.", "partly"),
        ("Credit Analyst", "Financial Analyst", "Analyzed the credit of new firms.", "met"),
        ("Brand Manager", "Marketing Manager", "Built the brand with events.", "partly"),
        ("Brand Manager", "Marketing Manager", "Managed the brand of a dairy.", "met"),
        (
            "Math Teacher",
            "Teacher",
            "Kept books.\nMet the math coach at lunch.",
            "partly",
        ),
        ("Math Teacher", "Teacher", "Taught math and reading.", "met"),
    ],
)
def test_a_plain_word_completes_a_title_beside_the_deed_of_such_a_one(
    wanted: str, held: str, did: str, verdict: str
) -> None:
    assert judge(worked_as(held, did), Criterion("title", wanted)).verdict == verdict
