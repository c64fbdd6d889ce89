"""A field counts as worked in where a workplace shows it, and not for a school or a course."""

from __future__ import annotations

from datetime import date

import pytest

from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate

JOB = "Experience\nClerk, Tarnbrook Ltd, 2015 to 2019\nKept the files."


def verdict(industry: str, text: str) -> str:
    resume = f"Jo Tarnfield\n{text}"
    person = build_candidate("p", resume, source="", content_hash="", today=date(2026, 11, 1))
    return judge(person, Criterion("industry", industry)).verdict


@pytest.mark.parametrize(
    ("industry", "studies"),
    [
        ("hospitality", "Education\nBA : Hospitality Management, Harrow College, 2010"),
        ("hospitality", "Training\nCourse at the Ardoch Hospitality Institute"),
        ("non-profit", "Education\nMinor in nonprofit management"),
        ("healthcare", "Certifications\nCPR Instructor Certification Elmley Medical Center"),
        ("university", "Education\nBA , Communication Elmley University"),
    ],
)
def test_a_school_or_a_course_is_no_workplace(industry: str, studies: str) -> None:
    assert verdict(industry, f"{JOB}\n{studies}") == "unclear"


@pytest.mark.parametrize(
    ("industry", "work", "expected"),
    [
        ("restaurants", "Restaurant Manager, Larkspur House, 2015 to 2019\nLed ten.", "met"),
        ("banking", "Bank Teller, Larkspur Ltd, 2015 to 2019\nPaid out cash.", "met"),
        (
            "hospitality",
            "Clerk, Larkspur Ltd, 2015 to 2019\nWelcomed guests in the hotel.",
            "partly",
        ),
        ("restaurants", "Cook, Larkspur Ltd, 2015 to 2019\nFed a fast-paced team.", "unclear"),
        (
            "banking",
            "Clerk, Larkspur Ltd, 2015 to 2019\nDid monthly bank reconciliations.",
            "unclear",
        ),
        ("healthcare", "Nurse, Elmley Medical Center, 2015 to 2019\nCare.", "met"),
        (
            "aerospace",
            "Clerk, Larkspur Ltd, 2015 to 2019\nPaid vendors such as Harrow Aerospace.",
            "partly",
        ),
        (
            "retail",
            "Clerk, Larkspur Ltd, 2015 to 2019\nLooked after key retail accounts.",
            "partly",
        ),
        ("retail", "Clerk, Larkspur Ltd, 2015 to 2019\nServed customers in a retail store.", "met"),
        (
            "insurance",
            "Clerk, Larkspur Ltd, 2015 to 2019\nWorked for a firm in the insurance industry.",
            "met",
        ),
        (
            "insurance",
            "Clerk, Larkspur Ltd, 2015 to 2019\nSold to client firms in the insurance industry.",
            "partly",
        ),
        (
            "healthcare",
            "Clerk, Larkspur Ltd, 2015 to 2019\nDid healthcare accounts receivable.",
            "met",
        ),
        ("healthcare", "Clerk, Elmley Healthcare Partners, 2015 to 2019\nKept files.", "met"),
    ],
)
def test_a_workplace_in_a_title_is_met_and_one_in_passing_partly(
    industry: str, work: str, expected: str
) -> None:
    studies = "Education\nBA : History, Harrow College, 2010"
    assert verdict(industry, f"Experience\n{work}\n{studies}") == expected
