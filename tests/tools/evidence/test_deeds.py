"""A deed is shown by its own words, and in part by a job whose usual work it is."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate


def _person(title: str, line: str = "") -> Candidate:
    text = f"Jane Roe\n\nExperience\n{title}, Old Mill, Leeds\n2019 - Present\n{line}\n"
    return build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))


def test_the_trade_of_a_deed_shows_it_in_part_with_the_job_as_its_quote() -> None:
    verdict = judge(_person("Bookkeeper"), Criterion("text", "keeps the books"))
    assert (verdict.verdict, verdict.note) == ("partly", "usual work of Bookkeeper")
    assert verdict.quote
    assert "Bookkeeper" in verdict.quote


def test_a_deed_told_is_met_whatever_the_job() -> None:
    person = _person("Office Clerk", "Keeps the books of two shops.")
    assert judge(person, Criterion("text", "keeps the books")).verdict == "met"


def test_a_deed_of_another_trade_or_of_several_is_not_shown_by_a_job() -> None:
    assert judge(_person("Welder"), Criterion("text", "keeps the books")).verdict == "unclear"
    sells = Criterion("text", "sells cars")
    assert judge(_person("Sales Representative"), sells).verdict == "unclear"


def test_words_that_say_more_than_a_deed_are_left_to_what_is_written() -> None:
    wish = Criterion("text", "keeps the books in three currencies")
    assert judge(_person("Bookkeeper"), wish).verdict == "unclear"


@pytest.mark.parametrize(
    ("title", "wish"),
    [
        ("Cashier", Criterion("skill", "retail sales")),
        ("Mortgage Banking Underwriter", Criterion("skill", "retail banking")),
        ("Store Manager", Criterion("industry", "retail")),
        ("Registered Nurse", Criterion("industry", "healthcare")),
    ],
)
def test_a_trade_that_works_in_a_field_shows_it_in_part(title: str, wish: Criterion) -> None:
    verdict = judge(_person(title), wish)
    assert (verdict.verdict, verdict.note) == ("partly", f"worked as {title}")
    assert title in (verdict.quote or "")
    assert judge(_person("Plant Manager"), wish).verdict == "unclear"


def test_years_in_a_field_count_the_jobs_of_its_trades_and_no_others() -> None:
    text = (
        "Jane Roe\n\nExperience\nStore Manager, Old Mill Shoes, Leeds\n2019 - Present\nSold.\n\n"
        "Plant Manager, Old Mill, Leeds\n2001 - 2018\nMilled.\n"
    )
    person = build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))
    verdict = judge(person, Criterion("min_years", 5, subject="retail sales"))
    assert verdict.verdict == "met"
    assert verdict.note.endswith("with retail sales in 1 position")


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("EHS Specialist", "construction"),
        ("Stock Clerk", "retail"),
        ("Butcher", "hospitality"),
        ("Claims Processor", "healthcare"),
        ("Veterinary Technician", "healthcare"),
        ("Archivist", "education"),
        ("Service Manager", "customer service"),
    ],
)
def test_a_trade_that_works_in_other_fields_too_shows_no_years_in_one(
    title: str, field: str
) -> None:
    person = _person(title)
    assert judge(person, Criterion("min_years", 5, subject=field)).verdict == "unclear"
    assert judge(person, Criterion("skill", field)).verdict == "unclear"
