"""How near two jobs are: what a recruiter would take for another, would look at, and would not."""

from __future__ import annotations

import pytest

from tools.evidence.roles import match, meets
from tools.vocabulary.titles import held_similarity, occupation_of, trades_of

TEACHING = [
    ("Elementary School Teacher", "3rd Grade Teacher", 0.9, 1.0),
    ("Elementary School Teacher", "Teacher", 0.8, 0.9),
    ("Elementary School Teacher", "Kindergarten Teacher", 0.7, 0.79),
    ("Elementary School Teacher", "High School History Teacher", 0.4, 0.55),
    ("Elementary School Teacher", "Math Teacher", 0.45, 0.6),
    ("Math Teacher", "Science Teacher", 0.55, 0.7),
    ("Teacher", "Substitute Teacher", 0.65, 0.75),
    ("Math Teacher", "Substitute Teacher", 0.5, 0.7),
    ("High School Teacher", "Chemistry Teacher", 0.8, 0.9),
    ("Preschool Teacher", "Kindergarten Teacher", 0.7, 0.79),
    ("Preschool Teacher", "High School Teacher", 0.0, 0.3),
    ("English Teacher", "Driving Instructor", 0.0, 0.3),
    ("Art Teacher", "Math Teacher", 0.4, 0.55),
    ("Professor", "Dean of Students", 0.45, 0.6),
    ("Registered Nurse", "Clinical Nurse Educator", 0.7, 0.79),
    ("Corporate Trainer", "Change Management Consultant", 0.5, 0.7),
    ("Preschool Teacher", "Daycare Director", 0.4, 0.6),
    ("Yoga Teacher", "Barre Teacher", 0.6, 0.8),
    ("Career Coach", "Career Services Advisor", 0.85, 1.0),
    ("Auto Service Advisor", "Career Services Advisor", 0.0, 0.2),
]
HEALTH = [
    ("Patient Care Coordinator", "Patient Service Representative", 0.55, 0.75),
    ("Patient Care Coordinator", "Medical Receptionist", 0.45, 0.65),
    ("Patient Care Coordinator", "Medical Assistant", 0.4, 0.55),
    ("Patient Care Coordinator", "Case Manager", 0.6, 0.8),
    ("Medical Receptionist", "Patient Access Representative", 0.65, 0.79),
    ("Physician", "Pediatrician", 0.8, 0.9),
    ("Pediatrician", "Radiologist", 0.0, 0.5),
    ("Registered Nurse", "RN Case Manager", 0.8, 0.9),
    ("Mental Health Counselor", "Behavioral Health Technician", 0.4, 0.6),
    ("Mental Health Counselor", "Recreational Therapist", 0.4, 0.6),
    ("Mental Health Counselor", "New Home Counselor", 0.0, 0.1),
    ("Occupational Therapist", "Occupational Therapy Assistant", 0.5, 0.7),
    ("Surgical Technologist", "Sterile Processing Technician", 0.45, 0.65),
    ("Medical Coder", "Medical Biller", 0.65, 0.79),
    ("Medical Biller", "Medical Records Clerk", 0.4, 0.6),
    ("Hospital Administrator", "Health Coach", 0.25, 0.45),
    ("Case Manager", "Social Services Specialist", 0.85, 1.0),
    ("Customer Service Representative", "Social Services Specialist", 0.0, 0.3),
    ("Dietitian", "Dietary Manager", 0.35, 0.55),
    ("Nonprofit Director", "Group Home Manager", 0.45, 0.7),
]
SALES = [
    ("Outside Sales Representative", "Territory Manager", 0.8, 1.0),
    ("Outside Sales Representative", "Sales Representative", 0.8, 0.9),
    ("Outside Sales Representative", "Retail Sales Associate", 0.0, 0.4),
    ("District Manager", "Territory Manager", 0.0, 0.5),
    ("Sales Representative", "Sales Coordinator", 0.4, 0.6),
    ("Account Executive", "Advertising Account Executive", 0.8, 0.9),
    ("Business Development Manager", "Sales Development Representative", 0.65, 0.79),
    ("Buyer", "Assistant Buyer", 0.8, 1.0),
    ("Buyer", "Merchandise Planner", 0.55, 0.75),
    ("Merchandiser", "Route Merchandiser", 0.5, 0.7),
    ("Marketing Specialist", "Media Buyer", 0.5, 0.7),
    ("Stock Clerk", "Inventory Manager", 0.55, 0.79),
    ("Fundraiser", "Grant Writer", 0.65, 0.79),
    ("Sales Associate", "Brand Ambassador", 0.5, 0.7),
    ("Leasing Consultant", "Car Rental Agent", 0.5, 0.7),
    ("Auto Service Advisor", "Treasury Services Advisor", 0.0, 0.1),
    ("Fundraiser", "Research and Development Associate", 0.0, 0.3),
    ("Chef", "Line Chef", 0.55, 0.75),
]
SERVICE = [
    ("Auto Service Manager", "Automobile Service Manager", 1.0, 1.0),
    ("Auto Service Manager", "Service Manager", 0.4, 0.6),
    ("Maintenance Manager", "Claims Service Manager", 0.0, 0.6),
    ("Service Technician", "Field Service Engineer", 0.85, 1.0),
    ("Service Technician", "HVAC Technician", 0.45, 0.65),
    ("IT Support Specialist", "Field Service Engineer", 0.4, 0.6),
    ("Civil Engineer", "Field Engineer", 0.5, 0.7),
    ("Nuclear Engineer", "Agricultural Engineer", 0.0, 0.3),
    ("Applications Engineer", "Sales Engineer", 0.65, 0.79),
    ("Water Engineer", "Sustainability Manager", 0.45, 0.65),
    ("Janitor", "Auto Detailer", 0.3, 0.6),
    ("Concierge", "Valet Parker", 0.4, 0.6),
    ("Case Manager", "Dining Services Coordinator", 0.0, 0.5),
]

MANAGEMENT = [
    ("District Manager", "Area Manager", 0.85, 1.0),
    ("District Manager", "Store Manager", 0.55, 0.75),
    ("General Manager", "Managing Director", 0.8, 1.0),
    ("General Manager", "District Manager", 0.6, 0.79),
    ("General Manager", "Assistant Manager", 0.5, 0.75),
    ("General Manager", "Floor Supervisor", 0.0, 0.4),
    ("General Manager", "Director of Applications", 0.0, 0.3),
    ("IT Manager", "Director of Applications", 0.8, 1.0),
    ("Operations Manager", "Operations Coordinator", 0.5, 0.7),
    ("Chief Executive Officer", "Board Member", 0.4, 0.6),
    ("Store Manager", "Assistant Manager", 0.45, 0.6),
]

OTHERS = [
    ("Risk Analyst", "AML Analyst", 0.55, 0.75),
    ("Financial Analyst", "Credit Analyst", 0.8, 0.9),
    ("Finance Manager", "Treasury Manager", 0.5, 0.7),
    ("Corrections Officer", "Probation Officer", 0.5, 0.7),
    ("Legal Secretary", "Court Reporter", 0.4, 0.6),
    ("Producer", "Stage Manager", 0.2, 0.7),
    ("Animator", "Sculptor", 0.3, 0.5),
    ("Community Organizer", "Volunteer Coordinator", 0.55, 0.75),
    ("Aircraft Mechanic", "Aviation Ordnanceman", 0.4, 0.6),
    ("Ramp Agent", "Airport Manager", 0.4, 0.65),
    ("HR Generalist", "HRIS Administrator", 0.6, 0.79),
    ("Systems Administrator", "Salesforce Administrator", 0.4, 0.6),
]


@pytest.mark.parametrize(
    ("asked", "held", "low", "high"),
    [*TEACHING, *HEALTH, *SALES, *SERVICE, *MANAGEMENT, *OTHERS],
)
def test_trades_are_as_near_as_a_recruiter_sees_them(
    asked: str, held: str, low: float, high: float
) -> None:
    assert low <= held_similarity(asked, held) <= high


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Teacher", "High School Math Teacher"),
        ("Teacher", "Elementary Art Teacher"),
        ("Elementary School Teacher", "First Grade Teacher"),
        ("Physician", "Cardiologist"),
        ("Registered Nurse", "Nurse Case Manager"),
    ],
)
def test_a_kind_of_a_trade_meets_it(asked: str, held: str) -> None:
    assert meets(asked, held)


@pytest.mark.parametrize(
    ("asked", "held", "words"),
    [
        ("Math Teacher", "Teacher", ("math",)),
        ("Elementary School Teacher", "Classroom Teacher", ("elementary", "school")),
        ("Art Teacher", "Teacher", ("art",)),
        ("Cardiologist", "Physician", ("cardiologist",)),
        ("Nurse Case Manager", "Staff Nurse", ("case",)),
        ("Outside Sales Representative", "Sales Representative", ("outside",)),
    ],
)
def test_a_wider_trade_leaves_open_which_kind_it_was(
    asked: str, held: str, words: tuple[str, ...]
) -> None:
    assert match(asked, held).open == words


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Elementary School Teacher", "High School Biology Teacher"),
        ("Math Teacher", "Spanish Teacher"),
        ("Special Education Teacher", "Physics Teacher"),
        ("Cardiologist", "Dermatologist"),
    ],
)
def test_another_kind_of_the_same_wider_trade_is_another_role(asked: str, held: str) -> None:
    assert match(asked, held).open is None


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("Lean Six Sigma Black Belt", "process-engineer"),
        ("Leave of Absence Consultant", "compensation-analyst"),
        ("Admitting Specialist", "patient-representative"),
        ("Environmental Services Associate", "cleaner"),
        ("Assistant to the Executive Director", "executive-assistant"),
        ("IT Security Administrator", "security-engineer"),
        ("Resident Director", "student-services"),
        ("Treasury Services Advisor", "banker"),
        ("Software Engineering Analyst", "software-engineer"),
    ],
)
def test_a_title_is_read_as_the_trade_it_names(title: str, occupation: str) -> None:
    assert occupation_of(title) == occupation


def test_whoever_does_a_kind_of_a_trade_is_found_for_the_wider_one() -> None:
    assert trades_of("Fifth Grade Teacher") == ("elementary-teacher", "teacher")
    assert trades_of("Teacher") == ("teacher",)
    assert trades_of("gibberish blorb") == ()
    assert occupation_of("Spin Teacher") == "fitness-instructor"
