"""A licence counts when it is the writer's own and earned, however it is spelled."""

from __future__ import annotations

import pytest

from tools.vocabulary.certifications import find_certifications, own_certifications

HELD = [
    ("Life, Accident and Health License", "Life and Health Insurance License"),
    ("Licensed Harrow Health Insurance Sales Agent", "Life and Health Insurance License"),
    ("Licensed Harrow Insurance Agent since 2012", "Insurance Producer License"),
    ("TX Casualty and Property License", "Property and Casualty License"),
    ("FAA Airframe & Power-plant License", "A&P"),
    ("Certifications/License: FCC License, A&P License", "FCC License"),
    ("Operational Excellence yellow belt certified", "Six Sigma Yellow Belt"),
    ("Serve Save Certified", "ServSafe"),
    ("Information Technology Infrastructure Library Foundations", "ITIL"),
    ("Career Readiness Silver Certificate 2013", "Career Readiness Certificate"),
    ("ESOL endorsed", "ESL Certification"),
    ("EKG certified", "ECG Certification"),
    ("Worked nights as an RN on a ward", "RN"),
    ("Nurse Manager RN", "RN"),
    ("By law the RN license hangs on the wall", "RN"),
    ("Institute of Chartered Accountants, member", "ACA"),
    ("Holds Series 7 and 66 licenses", "Series 7"),
    ("Clinical Supervisor\nRegistered Nurse, Harrow Hospital", "RN"),
    ("Promoted to RN in 2012", "RN"),
    ("Skills: CNA, Assisted Living, CNA license, rounds", "CNA"),
    ("Reported to RN daily\nCertifications: LPN, RN, BLS", "RN"),
    ("Worked with CPA on returns\nCertifications\nCPA", "CPA"),
    ("Passed the CPA exam in 2010; CPA firm hired", "CPA"),
    ("MBA, CPA, CFP candidate", "CPA"),
    ("Did the ledger and the advertising\nCertifications: CPA", "CPA"),
    ("HCPC registered paramedic, treats patients", "HCPC registration"),
    ("CNA, bathing and feeding of residents", "CNA"),
    ("RN Staff Nurse, August 2008", "RN"),
    ("L.P.N. Staff Nurse", "LPN"),
    ("Managed a team as a certified PMP", "PMP"),
    ("As an RN, supervised 12 LPNs", "RN"),
    ("Class B CDL driver, trained new drivers", "CDL"),
    ("ServSafe certified; staff trained", "ServSafe"),
    (
        "An engineering background alongside a General Contractor License",
        "General Contractor License",
    ),
    ("Master Electrician, supervised by nobody", "Master Electrician"),
]
NOT_HELD = [
    ("Stocked supplies used by the RN on duty", "RN"),
    ("Supervised RNs and two LPNs", "RN"),
    ("Supervised RNs and two LPNs", "LPN"),
    ("Teams with roles such as CNA and cook", "CNA"),
    ("Currently pursuing PMP certification", "PMP"),
    ("CPA candidate", "CPA"),
    ("CPA eligible", "CPA"),
    ("Certified Fraud Examiner (CFE), in process", "CFE"),
    ("Performed airframe and power plant maintenance", "A&P"),
    ("PHR/SPHR preparation course (2013)", "PHR"),
    ("Pre-Nursing RN, Harrow State College", "RN"),
    ("Care under direct RN supervision", "RN"),
    ("Findings communicated to RN and nurse manager", "RN"),
    ("Delegate tasks to a 5 LVN, 4 RT and 4 CNA staff", "CNA"),
    ("Assist doctors, RN, social workers", "RN"),
    ("Filed returns with the external CPA", "CPA"),
    ("Submission of data to CPA at year end", "CPA"),
    ("Liaison to an outside CPA firm", "CPA"),
    ("CPA firm hired to audit", "CPA"),
    ("CPA qualified candidate", "CPA"),
    ("Secretary to a CPA", "CPA"),
    ("Trained by a Master Electrician", "Master Electrician"),
    ("Apprenticed under a Master Electrician", "Master Electrician"),
    ("Under the supervision of a licensed pharmacist", "Licensed Pharmacist"),
    ("Hired, trained and scheduled RN and LPN staff", "RN"),
    ("Reported to a PMP", "PMP"),
    ("Worked under a certified PMP", "PMP"),
    ("Dispatched CDL drivers", "CDL"),
    ("Hired CDL class B drivers", "CDL"),
    ("Ensured all staff are ServSafe certified", "ServSafe"),
    ("Made sure employees had CPR certification", "CPR"),
    ("Checked customers' driver's licenses", "Driver's License"),
    ("Issued driver's licenses at the counter", "Driver's License"),
    ("Enrolled in CPA review, Becker", "CPA"),
    ("Studying for the CPA exam", "CPA"),
    ("Worked with CPA on returns\nSkills\nclosing, CPA, clients, filing", "CPA"),
    ("RHIT pending\nSkills\nbilling, RHIT, charts", "RHIT"),
    ("Lowered CPA and CPC of campaigns", "CPA"),
    ("Ran AdWords for nine shops\nSkills: agency, budget, CPA, clients, media", "CPA"),
    ("Knowledge of ICD-9, CPT and HCPC coding", "HCPC registration"),
    ("OSHA 510, standards for construction", "OSHA 500"),
    ("MCSE, CNA and Novell NetWare", "CNA"),
    ("Goal is to obtain Professional Engineering license", "PE"),
    ("Pursuing April 2013 Certified Public Accountant (CPA)\nSkills\naudits, CPA, tax", "CPA"),
]


@pytest.mark.parametrize(("text", "name"), HELD)
def test_a_licence_is_found_under_its_spellings(text: str, name: str) -> None:
    assert name in {mention.name for mention in own_certifications(text).held}


@pytest.mark.parametrize(("text", "name"), NOT_HELD)
def test_a_licence_of_others_or_one_to_come_is_not_held(text: str, name: str) -> None:
    assert name not in {mention.name for mention in own_certifications(text).held}


def test_a_request_may_ask_for_what_a_resume_would_not_claim() -> None:
    found = find_certifications("Staff Accountant, CPA candidate or eligible")
    assert [mention.name for mention in found] == ["CPA"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Certified Purchasing Manager (C.P.M.)", True),
        ("Loaded the CPM schedule and the baseline of the bridge", False),
        ("Bought media by CPC and CPM", False),
    ],
)
def test_a_method_of_scheduling_is_no_purchasing_certificate(text: str, held: bool) -> None:
    assert ("CPSM" in {m.name for m in own_certifications(text).held}) == held


@pytest.mark.parametrize(
    ("text", "asked", "held"),
    [
        ("CDL Class B, clean record", "CDL", True),
        ("Class A CDL", "Driver's License", True),
        ("Ten years with a CDL", "CDL", True),
        ("Ten years with a CDL", "CDL Class A", False),
        ("Driver's license", "CDL", False),
        ("AWS Certified Solutions Architect", "AWS Certified", True),
        ("OSHA 30-hour card", "OSHA certification", True),
        ("Master Electrician since 2004", "Licensed Electrician", True),
        ("Licensed electrician", "Master Electrician", False),
        ("Cert III in Individual Support", "Certificate III", True),
        ("Certificate III in Carpentry", "Certificate III in Individual Support", False),
        ("Level 4 Diploma in Accounting", "Level 5 Diploma", False),
        ("Senior Professional in Human Resources (SPHR)", "PHR", True),
        ("aPHR", "PHR", False),
        ("PHR", "SPHR", False),
        ("SHRM-SCP", "SHRM-CP", True),
        ("SHRM-CP", "SHRM-SCP", False),
        ("OSHA 510, standards for construction", "OSHA 30", True),
        ("Took the OSHA 10 and 30 hour courses", "OSHA 30", True),
        ("OSHA 10/30", "OSHA 30", True),
        ("OSHA Certified 30 Hours", "OSHA 30", True),
        ("OSHA Certified 10 Hours", "OSHA 30", False),
        ("CCNP", "CCNA", True),
        ("CCENT", "CCNA", False),
        ("Paramedic license", "EMT-B", True),
        ("EMT", "Paramedic licence", False),
        ("Master Electrician", "Journeyman Electrician", True),
        ("Six Sigma Black Belt", "Six Sigma Green Belt", True),
        ("Six Sigma Green Belt", "Six Sigma Black Belt", False),
        ("TS/SCI", "Secret Clearance", True),
        ("Secret clearance", "Top Secret Clearance", False),
        ("ServSafe Manager", "Food Handler", True),
        ("Food handler card", "ServSafe", False),
        ("Class B CDL", "CDL Class A", False),
        ("RBT", "BCBA", False),
        ("COTA", "OTR", False),
        ("LEED Green Associate", "LEED AP", False),
        ("Swim England Level 1", "Swimming Teacher Certificate", False),
    ],
)
def test_whoever_holds_a_kind_of_licence_holds_it(text: str, asked: str, held: bool) -> None:
    assert (asked in {m.name for m in own_certifications(text).held}) == held


def test_a_kind_of_licence_that_has_run_out_shows_the_licence_no_more() -> None:
    own = own_certifications("CDL Class A (expired)")
    assert not own.held
    assert {m.name for m in own.doubted} == {
        "CDL Class A",
        "CDL Class B",
        "CDL",
        "Driver's License",
    }


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("HGV Class 1, Driver CPC", {"HGV Class 1 Licence", "HGV Class 2 Licence"}, "CDL"),
        ("HGV Class 2, Driver CPC", {"HGV Class 2 Licence", "HGV Licence"}, "HGV Class 1 Licence"),
        ("HGV licence", {"HGV Licence", "Driver's License"}, "HGV Class 1 Licence"),
        ("ADR certificate", {"ADR Certificate"}, "Hazmat Endorsement"),
        ("CDL, Hazmat endorsement", {"Hazmat Endorsement"}, "ADR Certificate"),
    ],
)
def test_a_class_of_lorry_and_the_law_of_dangerous_goods_are_told_apart(
    text: str, held: set[str], not_held: str
) -> None:
    names = {mention.name for mention in own_certifications(text).held}
    assert names >= held
    assert not_held not in names
