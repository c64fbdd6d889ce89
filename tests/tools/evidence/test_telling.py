"""Of several quotes that show a wish, the most telling is read first."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import find, judge
from tools.ingest.profile import build_candidate

RESUME = """Bookkeeper
Summary
Seeking a post where my payroll experience is of use.
Skills
Payroll, Excel, invoicing, QuickBooks, bank reconciliation
Experience
Bookkeeper, Tarnfield Mills, Wick
March 2019 to Current
Ran the weekly payroll of 120 millers in QuickBooks.
Kept the bank reconciliations.
Clerk, Aldermoor Dairy, Wick
January 2008 to May 2011
Helped to run the payroll of the dairy twice a month.
Sorted spreadsheets by hand and filed them for the auditors.
Education
BA in Accounting, Harrow College, 2007
"""


def person(text: str = RESUME) -> Candidate:
    return build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))


def quotes(wish: Criterion, text: str = RESUME) -> list[str]:
    return [e.quote for e in judge(person(text), wish).evidence]


def test_the_latest_job_speaks_before_an_older_one_and_both_before_lists_and_objectives() -> None:
    told = quotes(Criterion("skill", "payroll"))
    assert told[0] == "Ran the weekly payroll of 120 millers in QuickBooks."
    assert told[1] == "Helped to run the payroll of the dairy twice a month."
    assert told[2].startswith("Payroll, Excel")


def test_the_words_of_the_wish_speak_before_what_implies_them() -> None:
    text = RESUME.replace(
        "Kept the bank reconciliations.",
        "Kept spreadsheets for the whole board of millers. Built all models of cost in Excel.",
    )
    assert quotes(Criterion("skill", "Excel"), text)[0] == "Built all models of cost in Excel."


def test_an_employer_speaks_before_a_ward_somebody_floated_to() -> None:
    text = """Registered Nurse
Summary
Nurse who floated to the ICU of a hospital now and then.
Experience
Registered Nurse, Wick Medical Center, Wick
March 2019 to Current
Gave infusions to guests of the hospital.
"""
    assert "Medical Center" in quotes(Criterion("industry", "healthcare"), text)[0]


def test_a_statement_late_in_a_resume_is_found_behind_many_items_of_lists() -> None:
    lists = "\n".join(f"Payroll, invoicing, filing {n}" for n in range(3))
    text = RESUME.replace("Payroll, Excel", f"{lists}\nPayroll, Excel")
    assert quotes(Criterion("skill", "payroll"), text)[0].startswith("Ran the weekly payroll")


@pytest.mark.parametrize("value", ["payroll", "bookkeeping", "accounting"])
def test_what_a_note_names_is_what_the_first_quote_shows(value: str) -> None:
    found = judge(person(), Criterion("skill", value))
    if found.note.startswith("shown by "):
        named = found.note.removeprefix("shown by ").split(", ")[0]
        assert any(
            f.value == named and f.start < found.evidence[0].end and f.end > found.evidence[0].start
            for f in person().profile.skills
        )


def test_the_order_of_quotes_changes_no_strength() -> None:
    wish = Criterion("skill", "payroll")
    assert find(person(), wish).strength == pytest.approx(0.9 + 0.1 * 1.0)
