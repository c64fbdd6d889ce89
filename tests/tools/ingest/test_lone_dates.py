"""A job that tells one date is read, and nobody says how long it took."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate, Position
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate

EARLIER = "Baker\n06/2012 to 05/2014 Company Name\nBaked bread."


def read(text: str) -> Candidate:
    stored, _ = normalise(f"Jo Tarnfield\n{text}\n")
    return build_candidate("p", stored, source="", content_hash="", today=date(2026, 11, 22))


def jobs(text: str) -> list[Position]:
    return list(read(text).profile.positions)


@pytest.mark.parametrize(
    "entry",
    [
        "Sous Chef\nMarch 2010 Company Name - City , State\nMade menus.",
        "03/2010\nSous Chef Company Name - City , State\nMade menus.",
        "March 2010\nCompany Name City , State Sous Chef\nMade menus.",
        "Sous Chef Mar 2010\nCompany Name - City , State\nMade menus.",
        "Company Name City , State Sous Chef 03/2010\nMade menus.",
        "Sous Chef\nMarch 2010\nMade menus for forty guests.",
    ],
)
def test_a_job_with_one_date_is_read_and_has_no_length(entry: str) -> None:
    person = read(f"Experience\n{EARLIER}\n{entry}")
    baker, chef = person.profile.positions
    assert (chef.title, chef.begin, chef.single, chef.current) == (
        "Sous Chef",
        "2010-03",
        True,
        False,
    )
    assert person.text[chef.title_start : chef.title_end] == "Sous Chef"
    assert "2010" in person.text[chef.period_start : chef.period_end]
    assert baker.end <= chef.start
    assert person.profile.years_experience == 2.0


@pytest.mark.parametrize(
    "line",
    [
        "March 2010\nBaked the largest loaf of the town.",
        "Certified Chef\nMarch 2010\nPassed with honours.",
        "Promoted to lead the night shift in March 2010\nCompany Name City , State",
        "Chef of the Year award\nMarch 2010\nGiven by the guild.",
        "Opened the second shop in March 2010",
        "2010\nCompany Name - City , State",
    ],
)
def test_another_single_date_among_jobs_is_no_job(line: str) -> None:
    assert [p.title for p in jobs(f"Experience\n{EARLIER}\n{line}")] == ["Baker"]


@pytest.mark.parametrize("heading", ["Education", "Certifications", "Publications", "Volunteer"])
def test_one_date_under_another_heading_is_no_job(heading: str) -> None:
    entry = "Pastry Chef\nMarch 2010 Company Name - City , State"
    assert [p.title for p in jobs(f"Experience\n{EARLIER}\n\n{heading}\n{entry}")] == ["Baker"]


def test_a_date_that_ends_an_account_is_not_that_of_the_dated_job_below() -> None:
    text = f"Experience\nBaked until\nMarch 2016\nSous Chef\n06/2014 to 08/2016\nCooked.\n{EARLIER}"
    assert [(p.title, p.begin) for p in jobs(text)] == [
        ("Sous Chef", "2014-06"),
        ("Baker", "2012-06"),
    ]


@pytest.mark.parametrize(("began", "years"), [("April 2024", 4.7), ("April 2016", 2.0)])
def test_the_job_on_top_lasts_but_is_counted_only_if_it_began_of_late(
    began: str, years: float
) -> None:
    person = read(f"Experience\nSous Chef\n{began} Company Name - City , State\nCooked.\n{EARLIER}")
    assert [p.current for p in person.profile.positions] == [True, False]
    assert person.profile.years_experience == years


def test_years_are_unknown_where_no_job_tells_its_length() -> None:
    person = read(
        "Experience\n01/2013\nSous Chef Company Name\nCooked.\n01/2012\nBaker Company Name"
    )
    assert [p.title for p in person.profile.positions] == ["Sous Chef", "Baker"]
    assert person.profile.years_experience is None


@pytest.mark.parametrize(
    "entry",
    [
        "Sous Chef and Pastry Lead Current Company Name City , State\nCooked.",
        "Sous Chef and Pastry Lead\nCurrent Company Name City , State\nCooked.",
        "Current\nSous Chef and Pastry Lead Company Name City , State\nCooked.",
    ],
)
def test_the_word_current_alone_dates_a_job_whose_employer_is_hidden(entry: str) -> None:
    first, _ = jobs(f"Experience\n{entry}\n{EARLIER}")
    assert (first.title, first.current, first.begin) == ("Sous Chef and Pastry Lead", True, "")
