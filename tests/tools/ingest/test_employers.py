"""The employer of a job is the firm: no ward, town, amount, duty or other title beside it."""

from __future__ import annotations

from datetime import date

import pytest

from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate


def employers(text: str) -> list[str]:
    stored, _ = normalise(f"Mara Quillfeather\nmara.quillfeather@example.com\n\nEXPERIENCE\n{text}")
    made = build_candidate("x", stored, source="", content_hash="", today=date(2026, 11, 22))
    return [position.employer for position in made.profile.positions]


@pytest.mark.parametrize(
    ("header", "employer"),
    [
        (
            "Staff Nurse, Step-Down Telemetry\nLinden Hill Medical Center, Houston, TX\n"
            "Jun 2017 – Jul 2020",
            "Linden Hill Medical Center",
        ),
        ("Staff Nurse, Hand Surgery, Irwen Royal Infirmary, 2017 – 2020", "Irwen Royal Infirmary"),
        (
            "Oakmere Health, Hamilton, Canada\nExecutive Chef, Patient Food Services  2017 – 2020",
            "Oakmere Health",
        ),
        ("Counsel, Corporate, Hallbrix Rechtsanwälte, Frankfurt, 2017 – 2020", "Hallbrix"),
        (
            "Auditor, Vell & Associates, Chartered Accountants, Pune, 2017 – 2020",
            "Vell & Associates",
        ),
        ("Clerk, Harrow Police Department, 2017 – 2020", "Harrow Police Department"),
        ("Clerk, Treasury Department, 2017 – 2020", "Treasury Department"),
        ("Gardener, Parks Department, 2017 – 2020", "Parks Department"),
        ("Planner, Light Looms, Inc.; Sprain, NJ, 2017 – 2020", "Light Looms"),
        ("Team Leader, Inbound · Distribuciones Luzón, Zaragoza · 2017 – 2020", "Distribuciones"),
    ],
)
def test_the_firm_is_told_from_the_department_and_its_trade(header: str, employer: str) -> None:
    (found,) = employers(f"{header}\n- Kept the records.")
    assert found.startswith(employer)


@pytest.mark.parametrize(
    "header",
    [
        "Personal Trainer (sole trader), Gold Coast\nFebruary 2014 – July 2018",
        "Personal Trainer, self-employed, Köln, 2014 – 2018",
        "Test Engineer, 04.2014 – 01.2018, Wrocław / remote",
        "Shepherd – self-employed, England and New Zealand – 2014 to 2018",
        "Electrician, Co. Cork, 2014 – 2018",
        "Nurse, Nyeri County, 2014 – 2018",
        "Account Executive, EMEA, 2014 – 2018",
        "Financial Analyst\nFinance Department\n2014 – 2018",
        "Registered Nurse, Emergency Department, 2014 – 2018",
    ],
)
def test_a_place_or_a_department_is_no_employer(header: str) -> None:
    assert employers(f"{header}\n- Kept the records.") == [""]


@pytest.mark.parametrize(
    ("header", "employer"),
    [
        ("Developer — Havenlicht, Rotterdam\nJanuary 2018 – May 2020, 24 h/week", "Havenlicht"),
        ("Chat Agent (from home, 25 h/week), Loon Outfitters, Winnipeg, 2018 – 2020", "Loon"),
        ("Nurse, Shore Hospital, Thunder Bay\n2018 – 2020 (0.8 FTE from 2019)", "Shore Hospital"),
        ("Farm Manager – Merle Pastoral (family trust, 3 farms) – 2018 to 2020", "Merle Pastoral"),
        ("Trainer, 24 Hour Iron Gym, Dallas, 2018 – 2020", "24 Hour Iron Gym"),
    ],
)
def test_hours_and_counts_are_no_employer_but_a_name_with_a_number_is(
    header: str, employer: str
) -> None:
    (found,) = employers(f"{header}\n- Kept the records.")
    assert found.startswith(employer)


def test_an_employer_named_after_its_owner_is_kept() -> None:
    assert employers("Plumber, Quillfeather & Sons Heating, Leeds, 2014 – 2018\n- Mended.") == [
        "⟨name⟩ & Sons Heating"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Retail, Leeds\nBuyer\n2016 – 2020\n- Bought.\n\n"
        "Ash Foods, York\nClerk\n2012 – 2016\n- Filed.",
        "Buyer  2016 – 2020\nElm Retail, Leeds\n- Bought.\n\n"
        "Clerk  2012 – 2016\nAsh Foods, York\n- Filed.",
    ],
)
def test_employers_stand_above_or_below_as_the_whole_list_writes_them(text: str) -> None:
    assert employers(text) == ["Elm Retail", "Ash Foods"]


@pytest.mark.parametrize(
    "tail",
    [
        "Supported the whole team at month end and kept the books",
        "Reason left: plant closure",
        "Three workers. Twenty desks for the town",
    ],
)
def test_what_was_done_is_no_employer(tail: str) -> None:
    (found,) = employers(f"Bookkeeper, 2014 – 2018, {tail}\n- Kept the records.")
    assert found == ""


def test_another_title_beside_a_title_is_no_employer() -> None:
    text = "TEAM LEADER / FLOOR SUPERVISOR\nHarbor Contact Centers, Pasig\nJune 2014 – May 2018\n"
    assert employers(f"{text}- Kept the records.") == ["Harbor Contact Centers"]
