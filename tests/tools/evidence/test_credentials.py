"""A credential is met where it is held, partly met where it is to come or has run out."""

from __future__ import annotations

import pytest

from tests.tools.evidence.resumes import planner
from tools.criteria import Criterion
from tools.evidence import judge
from tools.topics import told

PARTLY = [
    ("PMP", "Project Management (PMP) Coursework"),
    ("PMP", "Training courses attended Harrow Program-PMP"),
    ("PHR", "PHR Certification (Tentative"),
    ("A&P", "Trained for A&P license under supervision"),
    ("CompTIA Security+", "Learned the concepts of Security+"),
    ("CompTIA Security+", "CompTIA Security+(SY0-301) course"),
    ("NMLS", "NMLS Registration 2008-2015"),
    ("CPA", "CPA candidate"),
    ("CPA", "State Society of Certified Public Accountants (SSCPA)"),
    ("QTS", "Has begun QTS application"),
    ("CPA", "Sitting for the CPA exam in May"),
    ("CPA", "Passed 2 of 4 parts of the CPA exam"),
    ("CPA", "CPA (expired 2015)"),
    ("CPA", "Former CPA"),
    ("CPA", "CPA (Inactive License)"),
    ("PMP", "PMP (in progress)"),
    ("PMP", "In progress: PMP"),
    ("PMP", "PMP exam scheduled for March"),
    ("PMP", "Certified PMP (not renewed)"),
    ("CCNA", "MCSA, CCNA certifications (certs in progress)"),
    ("CFE", "Certified Fraud Examiner (CFE),\nin process"),
    ("Six Sigma Black Belt", "Six Sigma Black Belt\n(In Process)"),
    ("RN", "Seeking RN licensure"),
    ("RN", "Eligible for RN licensure"),
    ("RN", "RN license #12345, lapsed 2014"),
    ("RN", "Registered Nurse License: 848911 (exp. 12/2016)"),
    ("CPR", "CPR/First Aid (expired)"),
    ("CPR", "First Aid & CPR certified Issued 9/8/2015 expires 9/2017"),
    ("ServSafe", "Certified ServSafe, Expiration 2024"),
    ("ServSafe", "ServSafe, needs renewal"),
    ("Series 7", "INACTIVE LICENSES: Series 7, 66, 63"),
    ("Secret Clearance", "Top Secret Clearance-Inactive."),
    ("Harrow Wharf Pass", "Harrow Wharf Pass (expired)"),
    ("Harrow Wharf Pass", "Studying for the Harrow Wharf Pass"),
]
LOST = [
    ("RN", "RN license revoked 2019"),
    ("RN", "Surrendered my RN license in 2017"),
    ("RN", "Staff nurse, RN, 2010\nMy RN license was suspended in 2012."),
    ("CDL", "Lost my CDL in 2019."),
    ("CDL", "No CDL"),
    ("PMP", "Failed the PMP exam"),
    ("Driver's License", "I lost my driving licence"),
]
HELD = [
    ("PMP", "Education and Training\nPMP, 2018"),
    ("NMLS", "Licenses: NMLS (2012-Present)"),
    ("NMLS", "NMLS Registration 2020-2030"),
    ("PMP", "PMP certified, course designer"),
    ("RN", "RN license, never revoked or suspended"),
    ("RN", "RN license (active, expires 2031)"),
    ("RN", "RN license valid until 05/2031"),
    ("RN", "RN, 2010-2014\nHarrow Hospital"),
    ("RN", "RN license suspended 2012, reinstated 2013"),
    ("CPA", "CPA; CFE (expired)"),
    ("Secret Clearance", "Holds an active TS/SCI security clearance"),
    ("CPA", "CPA, PMP in progress"),
    ("PMP", "Renewed PMP after it had expired in 2015."),
    ("CPR", "CPR (expired 2014)\nCPR, current"),
    ("CDL", "CDL, suspended ceilings fitted"),
    ("CDL Class A", "Trained for and hold a CDL Class A"),
    ("CNA", "Learned fast as a CNA on a busy ward"),
    ("HGV Licence", "I learned to drive at 17 and have an HGV licence"),
    ("CDL", "CDL DOT regulations"),
    ("CPA", "CPA SOX compliance"),
    ("CPR", "CPR Certified\nCertifications pending renewal are none"),
]


@pytest.mark.parametrize(
    ("name", "said", "verdict"),
    [
        *((*case, "partly") for case in PARTLY),
        *((*case, "missing") for case in LOST),
        *((*case, "met") for case in HELD),
    ],
)
def test_a_credential_counts_as_held_only_where_it_is(name: str, said: str, verdict: str) -> None:
    judged = judge(planner(said), Criterion("certification", name))
    assert judged.verdict == verdict
    assert judged.evidence


@pytest.mark.parametrize(("name", "said"), [*PARTLY, *LOST])
def test_what_is_not_held_is_no_fact_by_which_people_are_ranked(name: str, said: str) -> None:
    assert name not in {fact.value for fact in planner(said).profile.certifications}


def test_a_credential_that_has_run_out_is_told_in_the_words_that_say_so() -> None:
    assert [e.quote for e in told(planner("CPA (expired 2015)"), "certifications")] == [
        "CPA (expired 2015)"
    ]


@pytest.mark.parametrize(
    ("credential", "said"),
    [
        ("Bar admission", "Member of the Maryland Bar"),
        ("Bar admission", "Admitted to the Ohio Bar"),
        ("Child Development Associate", "Infant/Toddler CDA"),
        ("Instrument Rating", "Commercial Pilot Certificate, instrument rating"),
        ("Multi-Engine Rating", "Multi-engine rated"),
    ],
)
def test_a_bar_of_a_state_and_a_rating_of_a_pilot_are_met(credential: str, said: str) -> None:
    assert judge(planner(said), Criterion("certification", credential)).verdict == "met"


def test_a_rating_makes_no_flight_instructor() -> None:
    person = planner("Commercial Pilot Certificate, instrument rating, multi-engine rating")
    wish = Criterion("certification", "Certified Flight Instructor")
    assert judge(person, wish).verdict == "unclear"


@pytest.mark.parametrize(
    "held", ["ServSafe Manager", "Food handler's card", "Level 2 Food Hygiene"]
)
def test_a_certificate_of_a_kind_shows_the_kind_that_is_asked_for(held: str) -> None:
    wish = Criterion("certification", "Food Safety Certification")
    assert judge(planner(f"CERTIFICATIONS\n{held}"), wish).verdict == "met"
