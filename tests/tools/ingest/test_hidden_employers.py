"""Where the employer and the place are hidden, what stands beside them is read as the title."""

from __future__ import annotations

from datetime import date

import pytest

from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate


def _titles(entries: str) -> list[str]:
    stored, _ = normalise(f"Jo Tarnfield\nExperience\n{entries}\n")
    day = date(2026, 11, 1)
    read = build_candidate("p", stored, source="", content_hash="", today=day).profile
    return [position.title for position in read.positions]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("01/2014 to 05/2015\nRDA Company Name - City , State", "RDA"),
        ("01/2014 to 05/2015\ncustomer service Company Name - City , State", "customer service"),
        (
            "01/2014 to 05/2015\nIT, Print and Communications Co-op Company Name - City , State",
            "IT, Print and Communications Co-op",
        ),
        (
            "Head of the Call Center and the Travel Office May 2012 to May 2013\n"
            "Company Name - City , State",
            "Head of the Call Center and the Travel Office",
        ),
        ("Loom Insurance Sales 03/2015 to 12/2015 Company Name City , State", None),
        ("Children's Ministry\nMay 2009 to May 2013 Company Name - City , State", None),
        (
            "Loom Control Helper Asst 01/2012 to 05/2013 Company Name City , State Helped the mill "
            "to keep what it had promised by mending looms on every day of the week but one.",
            "Loom Control Helper Asst",
        ),
        (
            "Mills & Looms Specialist/HR , 09/2013 to 05/2014 Company Name - City , State",
            "Mills & Looms Specialist/HR",
        ),
        (
            "Legal Clerk III - Timber Yard Lease Compliance\nMay 2013 to May 2014 Company Name",
            "Legal Clerk III - Timber Yard Lease Compliance",
        ),
        ("Company Name May 2014 to August 2014 internship\nCity , State", "internship"),
    ],
)
def test_whatever_stands_beside_a_hidden_employer_is_the_title(
    entry: str, title: str | None
) -> None:
    told = "Kept the books of the yard and answered the telephone."
    lead = entry.split(" 03/")[0].split("\n")[0]
    assert _titles(f"{entry}\n{told}") == [title or lead]


@pytest.mark.parametrize(
    ("account", "title"),
    [
        ("Truck Driver Maintained telephone and radio contact with the yard.", "Truck Driver"),
        (
            "Special Looms Adjuster 1 Minimizes the time that looms stand.",
            "Special Looms Adjuster 1",
        ),
        (
            "Shelter Hotline Advocate I took the night calls of two towns.",
            "Shelter Hotline Advocate",
        ),
        (
            "Sales Clerk/Pharmacy Clerk Maintained the front of the shop.",
            "Sales Clerk/Pharmacy Clerk",
        ),
        (
            "Assistant Lecturer in Natural resource management Taught two courses.",
            "Assistant Lecturer",
        ),
        ("Hired as Stock Clerk for an 85 bed care home of the town.", "Stock Clerk"),
        ("I was employed as an Accountant in the firm of a friend.", "Accountant"),
        ("sales associate; responsible for greeting customers.", "sales associate"),
        ("Interim Head of the Yard.  Managed the budget of two yards.", "Interim Head of the Yard"),
    ],
)
@pytest.mark.parametrize("place", ["Company Name City , State ", "Company Name - City , State\n"])
def test_a_title_from_which_the_account_runs_on_is_read(
    account: str, title: str, place: str
) -> None:
    before = "Sorted post and packed the parcels of a warehouse until the end of its lease."
    more = "Wrote reports of each day and ordered what was needed for the next week."
    assert _titles(f"{before}\nJune 2015 to May 2016\n{place}{account} {more}") == [title]


@pytest.mark.parametrize(
    "account",
    [
        "Greet guests at the door and show them to their tables.",
        "Customers were served by a team that I led.",
        "Carte Service, waited on guests at the bar and grill",
        "Manager training and hiring of drivers for two yards.",
    ],
)
def test_an_account_that_begins_with_a_duty_says_no_title(account: str) -> None:
    assert _titles(f"June 2015 to May 2016\nCompany Name City , State\n{account}") == [""]


def test_a_title_that_ends_in_a_full_stop_above_a_date_is_read() -> None:
    entry = "Mended two looms.\nPersonal Banker.\nJun 2009 to Oct 2009\n\nCompany Name\nSold loans."
    assert _titles(entry) == ["Personal Banker"]


def test_lines_between_two_dates_belong_to_the_date_they_follow_all_along() -> None:
    entries = (
        "11/2005 to 01/2007\nLoom Manager Company Name - City , State\n"
        "09/2002 to 11/2005\nMending and Sewing Specialist/Retail Company Name - City , State\n"
        "Sewed what was torn."
    )
    assert _titles(entries) == ["Loom Manager", "Mending and Sewing Specialist/Retail"]


def test_titles_above_their_dates_are_not_those_of_the_next_entry() -> None:
    entries = (
        "Company Name - Import Designer\nCity , State 02/2017 - 01/2019\n"
        "Company Name - Associate Designer\nCity , State 08/2015 - 11/2016\n"
        "Company Name - Yard Designer\nCity , State 06/2014 - 08/2015"
    )
    assert _titles(entries) == ["Import Designer", "Associate Designer", "Yard Designer"]
