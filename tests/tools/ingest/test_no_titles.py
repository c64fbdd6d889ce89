"""Headings, firms, breaks, versions and duties are taken for no job title."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Profile
from tools.ingest.profile import build_candidate


def _read(text: str) -> Profile:
    whole = f"Jo Tarnfield\nWick, Scotland\n\n{text}\n"
    return build_candidate("p", whole, source="", content_hash="", today=date(2026, 11, 1)).profile


def _job(lines: str) -> tuple[str, str]:
    job = _read(f"Experience\n\n{lines}\nKept the books of the mill.").positions[0]
    return job.title, job.employer


@pytest.mark.parametrize(
    ("lines", "title", "employer"),
    [
        (
            "Hotel Tarn, Wick (74 rooms): Night Auditor, 11/2022 - present",
            "Night Auditor",
            "Hotel Tarn",
        ),
        (
            "Mortgage Assistant, Harrow Mortgage Brokers, 04/2018 - 10/2020",
            "Mortgage Assistant",
            "Harrow Mortgage Brokers",
        ),
        (
            "Apprentice Electrician\nTarn Park Electrical Contractors, Wick  06/2008 - 08/2012",
            "Apprentice Electrician",
            "Tarn Park Electrical Contractors",
        ),
        (
            "Associate\nHarrow Mistry & Co., Advocates, Wick  July 2013 - May 2016",
            "Associate",
            "Harrow Mistry & Co",
        ),
        (
            "Loom Team Leader - Aldermoor Mills, Wick\nsince April 2021",
            "Loom Team Leader",
            "Aldermoor Mills",
        ),
        (
            "Harrow Machines / Inside Sales Executive / 06/2016 to 01/2018",
            "Inside Sales Executive",
            "Harrow Machines",
        ),
        (
            "Internship, Atelier Tarn, June 2023 - August 2023",
            "Internship",
            "Atelier Tarn",
        ),
        (
            "Loom Fitter\nPioneer Tarn Milling, Wick  March 2023 - Present",
            "Loom Fitter",
            "Pioneer Tarn Milling",
        ),
        (
            "08/2016 - heute  MTL Loomologie, Labor Dr. Tarn & Partner, Wick",
            "MTL Loomologie",
            "Labor Dr. Tarn & Partner",
        ),
        (
            "Improver, then Electrician - Tarn Marine, Wick  September 2008 - May 2013",
            "Improver, then Electrician",
            "Tarn Marine",
        ),
        (
            "Gestoría Albufera Trámites, Valencia - Auxiliar administrativa - 01/2011 - 04/2016",
            "Auxiliar administrativa",
            "Gestoría Albufera Trámites",
        ),
        (
            "Loom Analyst, Refinaria Tarn S.A., Wick\n08/2022 to date\n~ Safety courses: 90 a year",
            "Loom Analyst",
            "Refinaria Tarn S.A",
        ),
    ],
)
def test_a_title_and_its_employer_are_told_apart(lines: str, title: str, employer: str) -> None:
    assert _job(lines) == (title, employer)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Manager, Logistics, Harrow Ltd, 2015 - 2019", "Manager, Logistics"),
        ("Director - FP&A, Harrow Ltd, 2015 - 2019", "Director - FP&A"),
        ("QA / QC Manager, Harrow Ltd, 2015 - 2019", "QA / QC Manager"),
        ("VP Customer Success & Support, Harrow Ltd, 2015 - 2019", "VP Customer Success & Support"),
        ("Manager of Human Resources, Harrow Ltd, 2015 - 2019", "Manager of Human Resources"),
        ("Server 12/2015 to 05/2016", "Server"),
        (
            "Carpenter (apprentice, then foreman), Harrow Ltd, 2015 - 2019",
            "Carpenter (apprentice, then foreman)",
        ),
    ],
)
def test_a_title_of_several_parts_stays_whole(line: str, title: str) -> None:
    assert _job(line)[0] == title


@pytest.mark.parametrize(
    "line",
    [
        "At home with family, July 2021 to September 2025",
        "Break: family care and boat refit  July 2021 - February 2023",
        "Full-time care of family, 12/2020 - 01/2025",
        "(Sept 2020 - Oct 2021: relocation, a bridging program, closed borders.)",
        "(2010 - 2012 full-time MSW study)",
        "- Active Directory, Gruppenrichtlinien, Windows Server 2016 bis 2022",
        "2022-now listed by month because recruiters ask:",
        "From 2019 also the other side: cabinets, wires",
        "Tarn Clinic, Wick - at first surgery, since 2015 intermediate care",
    ],
)
def test_a_break_a_version_and_a_duty_more_are_no_job(line: str) -> None:
    told = _read(f"Experience\n\nLoom Clerk, Harrow Ltd, 01/2010 - 02/2012\n\n{line}\n")
    assert [job.title for job in told.positions] == ["Loom Clerk"]


def test_a_tool_with_its_years_is_no_job() -> None:
    told = _read(
        "Tools\nLoad: JMeter (10 years), k6 (since 2020)\n\n"
        "Experience\nLoom Clerk, Harrow Ltd, 01/2010 - 02/2012\n"
    )
    assert [job.title for job in told.positions] == ["Loom Clerk"]


def test_a_heading_over_the_work_of_a_freelancer_is_no_title_and_its_time_counts() -> None:
    told = _read(
        "Freelance DevOps Engineer\n\nI join for three to twelve months.\n\n"
        "ENGAGEMENTS AS FREELANCER (Tarn Infra, Jan 2017 - present)\n\n"
        "A mill in Wick. Ninety looms.\n\nBEFORE THAT\n\n"
        "Systems Engineer, Harrow Telecom, Wick. Feb 2010 - Dec 2016.\nRouters.\n"
    )
    assert [job.title for job in told.positions] == ["", "Systems Engineer"]
    assert told.headline == "Freelance DevOps Engineer"
    assert told.years_experience == 16.8
