"""The same fictional résumés under any name: what name-swap audits are made of."""

from __future__ import annotations

import datetime
import re

from tools.candidates import Candidate
from tools.ingest.profile import build_candidate

DAY = datetime.date(2026, 11, 1)

TEMPLATES = {
    "nurse": """{name}
Registered Nurse
Austin, TX | {email} | (512) 555-0142

SUMMARY
Nurse with eight years in intensive care. {first} led the sepsis team.

EXPERIENCE
Charge Nurse, Bluebonnet General Hospital, Austin
March 2019 - Present
Runs a unit of 24 beds. {name} trained 14 nurses; ACLS and BLS certified.
Staff Nurse, Lone Star Clinic, Dallas
June 2015 to February 2019
Ventilators, CRRT, medication administration.

EDUCATION
BSN, University of the Plains, 2015
""",
    "accountant": """{upper}
{email} · +44 7700 900 417 · Leeds

Senior Accountant with month-end close, QuickBooks and payroll.

Work Experience
Senior Accountant, Harrow Freight Ltd  Jan. 2018 – Present
• Closed the books of four entities in five days
• Prepared VAT returns; Excel, SAP
Junior Accountant, Kestrel Foods  April 2014 – 12 Jan 2018
• Accounts payable and bank reconciliation

Education
BSc Accounting, Aldermoor University, 2014
Languages: English (native), Spanish (fluent)
""",
    "developer": """Curriculum Vitae
{name}
Berlin, Germany
{email}

Skills
Python, Go, Kubernetes, PostgreSQL, Terraform

Employment
2020-03 – now  Backend Engineer, Lindenpark Analytics GmbH
Builds services in Go; {first} is on call one week in four.
2016-01 – 2020-02  Software Developer, Kranich Logistik
Django and Celery.

References for {name} on request.
""",
    "chef": """Name: {last}, {first_names}
E-mail: {email}
Chef de Cuisine, Lisbon

Jobs
Chef de Cuisine, Casa do Rio, Lisbon, 2017 – today
Menu planning, HACCP, food cost control. Mr. {last} cooks for 90 covers.
Sous Chef, Bistro Alfama, 2012 – 2017
""",
    "welder": """{name}

Summary
Certified welder with ten years in shipyards.

Experience
Welder, Elbe Dock, Hamburg, 2012 - 2022
- MIG welding of hulls; {name} trained two others

Education
Secondary school, Hamburg, 2010

Skills
MIG, TIG, blueprint reading
""",
}


def resume(trade: str, name: str, number: int = 0) -> str:
    """Return the résumé of a trade under a name; `number` makes the e-mail address its own."""
    words = name.split()
    plain = re.sub(r"[^a-z]", "", name.lower())
    return TEMPLATES[trade].format(
        name=name,
        upper=name.upper(),
        first=words[0],
        last=words[-1],
        first_names=" ".join(words[:-1]),
        email=f"{plain}{number}@example.com",
    )


def person(trade: str, name: str, number: int = 0) -> Candidate:
    """Return the candidate such a résumé is read as."""
    return build_candidate(
        f"{trade}-{number:04}",
        resume(trade, name, number),
        source="swapped",
        content_hash=f"{trade}-{number}-{name}",
        today=DAY,
    )


def left_over(candidate: Candidate, name: str) -> list[str]:
    """Return the parts of the name, three letters or longer, that the text still says."""
    words = set(re.findall(r"[^\W\d_]+", candidate.text.lower()))
    ours = set(re.findall(r"[^\W\d_]+", " ".join(TEMPLATES.values()).lower()))
    return [part for part in name.lower().split() if len(part) > 2 and part in words - ours]
