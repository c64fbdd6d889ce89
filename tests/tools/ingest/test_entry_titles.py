"""A title is read whole, and neither a duty, a label nor a blank of a template is one."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Profile
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate

DAY = date(2026, 11, 1)


def _read(text: str) -> Profile:
    stored, _ = normalise(text)
    return build_candidate("p", stored, source="", content_hash="", today=DAY).profile


def _titles(entry: str) -> list[str]:
    return [p.title for p in _read(f"Jo Tarnfield\nExperience\n{entry}\n").positions]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (
            "Company Name City , State Global Sr. Manager, Paid Media 04/2014 to 05/2016",
            "Global Sr. Manager, Paid Media",
        ),
        ("Mar 2011 to May 2013\nOwner, Baker Company Name - City , State", "Owner, Baker"),
        ("Payroll Assistant, GS-5 Company Name 01/2011 - 02/2012", "Payroll Assistant, GS-5"),
        ("Company Name City Bridge Painter 01/2011 - 02/2012", "Bridge Painter"),
        (
            "Restaurant Chef / Executive Sous-Chef , 08/2008 to 08/2013",
            "Restaurant Chef / Executive Sous-Chef",
        ),
        (
            "Loom Configurator / Developer Company Name 08/2008 to 08/2013",
            "Loom Configurator / Developer",
        ),
        ("Safety DirectorOctober 2010 to March 2015Harrow Mills", "Safety Director"),
        ("An Assistant\nJune 2011 to July 2011", "Assistant"),
        ("Work Experience Stock Clerk, May 2011 to Jul 2012", "Stock Clerk"),
        (
            "Seventh and Eighth Grade Reading Teacher and Department Chair\n"
            "August 2010 to July 2014 Kestrel Group, Leeds, UK",
            "Seventh and Eighth Grade Reading Teacher and Department Chair",
        ),
        (
            "Director of Career Services Jul 2002 to Oct 2005\nWickham",
            "Director of Career Services",
        ),
        ("Director, Media Strategy, Jan 2004 to Jan 2005\nWickham", "Director, Media Strategy"),
        ("Lead Teller\nLowfield Group\nBristol\nJune 1999 to May 2005", "Lead Teller"),
        (
            "01/2007 to 01/2010\nAR/AP Representative, Lowfield Ltd",
            "AR/AP Representative",
        ),
        ("21st Century Site Coordinator, 01/1999 to 01/2000", "21st Century Site Coordinator"),
        ("Kestrel Farms (e-Commerce) - Loom Planner (Ohio) 07/15 - 10/16", "Loom Planner (Ohio)"),
        ("line cook\nMay 2011 to Jul 2012 Company Name - City , State", "line cook"),
    ],
)
def test_a_title_is_read_with_all_that_belongs_to_it(entry: str, title: str) -> None:
    assert _titles(entry) == [title]


def test_a_title_before_an_account_that_runs_on_along_its_line_is_read() -> None:
    account = "Greet guests at the door and show them to their tables, take orders and pour wine."
    entry = f"01/2017 to 03/2018\nTable Server Company Name - City , State {account}"
    assert _titles(entry) == ["Table Server"]


@pytest.mark.parametrize(
    "line",
    [
        "Create budget for operational expenses",
        "Researched and found causes of late trains",
        "Expertly managed number of staff on the night shift",
        "Trams finished: the blue line and the yard",
        "Developed",
        "Installing",
        "Employee of the Month (July)",
        "Achievement for an Excellent Year",
        "Basic Life Support",
        "Left from",
    ],
)
def test_a_duty_or_a_label_beside_a_date_is_no_title(line: str) -> None:
    assert _titles(f"January 2003 to October 2004 Company Name\n{line}") == [""]


def test_a_job_told_again_for_the_same_months_counts_once() -> None:
    told = "Worked as Landscaper in Harrow Gardens from Jan 2010 to May 2015 Role :paving"
    assert _titles(f"01/2010 to 05/2015\nLandscaper Company Name\n{told}") == ["Landscaper"]


def test_the_first_job_may_give_its_first_month_alone_behind_a_hidden_employer() -> None:
    jobs = (
        "Company Name City , State Lead Sr. Buyer, Paper Goods 04/2014\nBuys paper.\n"
        "Company Name City , State Buyer 01/2012 to 03/2014\nBought paper."
    )
    assert [(p.title, p.current) for p in _read(f"Jo\nExperience\n{jobs}").positions] == [
        ("Lead Sr. Buyer, Paper Goods", True),
        ("Buyer", False),
    ]


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("Before that I drove for wages. Long-Haul Driver", "Long-Haul Driver"),
        ("ENGAGEMENTS AS FREELANCER", "Interim Controller"),
        ("INTERIM CONTROLLER", "Interim Controller"),
    ],
)
def test_a_headline_is_a_title_and_no_sentence_or_heading(head: str, headline: str) -> None:
    job = "Interim Controller, Harrow Freight, Jan 2015 - Dec 2016"
    jobs = "" if headline.startswith("Long") else f"\nExperience\n{job}"
    assert _read(f"Jo Tarnfield\n{head}{jobs}").headline == headline


def test_a_title_on_top_is_the_headline_though_its_job_says_more() -> None:
    job = "Director - Harrow Fitness Center Aug 2013 to Mar 2017\nCompany Name - City , State"
    assert _read(f"DIRECTOR\nExperience\n{job}").headline == "Director"


def test_blanks_of_a_template_are_nobodys_title_employer_or_licence() -> None:
    read = _read(
        "Jo Tarnfield\nRegistered Nurse in [State], License number [number]\nExperience\n"
        "[Job Title], [Company Name]\nJan 2015 - Dec 2016 Staff Nurse\nFrom 2012 to 2014 Nurse"
    )
    assert read.certifications == ()
    assert [(p.title, p.employer) for p in read.positions] == [("Staff Nurse", ""), ("Nurse", "")]


def test_a_long_line_that_begins_with_its_dates_and_a_colon_is_a_job() -> None:
    told = (
        " Rewired looms on nine aircraft, kept the calibration records and led a shop of six." * 2
    )
    person = _read(
        "Jo Tarnfield\nInstrument fitter, formerly of the navy\n"
        f"2021-03 to present: ATG Apprentice – Instruments, Harrow Rotors.{told}\n"
        f"2012-01 to 2020-05: Avionics Technician, Harrow Air Transport, Wick.{told}\n"
        f"2020-06 to 2021-02: career break. Cared for my son.{told}\n"
    )
    read = [(p.title, p.begin, p.finish, p.current) for p in person.positions]
    assert read == [
        ("ATG Apprentice", "2021-03", "", True),
        ("Avionics Technician", "2012-01", "2020-05", False),
    ]
    assert person.positions[1].employer == "Harrow Air Transport"


def test_a_title_beside_a_hidden_employer_wins_over_one_across_the_date() -> None:
    text = (
        "EXPERIENCE\n06/2014 to 02/2017\nFront End Supervisor Company Name – City , State\n"
        "10/2017 to 12/2019\nSandwich Maker Company Name – City , State\n"
        "01/2020 to 05/2021\nBaker Company Name – City , State\nBaked."
    )
    stored, _ = normalise(text)
    made = build_candidate("x", stored, source="", content_hash="", today=date(2026, 11, 22))
    titles = [position.title for position in made.profile.positions]
    assert titles == ["Front End Supervisor", "Sandwich Maker", "Baker"]
