"""What is to be avoided is never said to be absent where the résumé names it."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion, Kind
from tools.evidence import judge
from tools.ingest.profile import build_candidate


def worked(title: str, employer: str = "Northwind", work: str = "Kept it running.") -> Candidate:
    """Return somebody with one job and a degree."""
    text = (
        f"Kim Doe\n\nEXPERIENCE\n{title}, {employer}, Berlin, 03/2015 - Present\n- {work}\n\n"
        "EDUCATION\nBachelor of Hotel Management, Harrow College, 2012\n"
    )
    return build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("kind", "avoided", "title", "employer", "quoted"),
    [
        ("industry", "hospitality", "Waiter", "Hotel Vall de Mar", "Hotel Vall"),
        ("industry", "hospitality", "Chef de Partie", "Glen Ardoch Hotel", "Ardoch Hotel"),
        ("industry", "banking", "Clerk", "Larkspur Bank", "Larkspur Bank"),
        ("industry", "early childhood", "KINDERGARTEN TEACHER", "Elmley School", "KINDERGARTEN"),
        ("title", "Manager", "Data Science Manager", "Larkspur", "Data Science Manager"),
        ("text", "self-employed", "Self-employed Gas Engineer", "Glasgow", "Self-employed"),
        ("text", "managers", "Data Science Manager", "Larkspur", "Data Science Manager"),
    ],
)
def test_the_word_of_an_avoided_thing_in_a_title_or_an_employer_is_found_and_quoted(
    kind: Kind, avoided: str, title: str, employer: str, quoted: str
) -> None:
    found = judge(worked(title, employer), Criterion(kind, avoided, weight="avoid"))
    assert found.verdict in {"met", "partly"}
    assert any(quoted in evidence.quote for evidence in found.evidence)


def test_an_avoided_field_named_in_the_work_is_found_in_passing() -> None:
    person = worked("Cleaner", work="Cleaned the rooms of two hotels and one school.")
    found = judge(person, Criterion("industry", "hospitality", weight="avoid"))
    assert (found.verdict, found.note) == ("partly", "named in passing")


@pytest.mark.parametrize(
    ("kind", "avoided", "work"),
    [
        ("industry", "hospitality", "Kept the books."),
        ("title", "Manager", "Reported to the plant manager."),
    ],
)
def test_a_degree_and_a_superior_are_no_trace_of_it(kind: Kind, avoided: str, work: str) -> None:
    found = judge(worked("Clerk", work=work), Criterion(kind, avoided, weight="avoid"))
    assert found.verdict in {"unclear", "missing"}
    assert not found.evidence


def test_a_denial_of_what_is_avoided_is_no_trace_of_it_and_is_shown() -> None:
    person = worked("Clerk", work="I have no experience with COBOL.")
    found = judge(person, Criterion("skill", "COBOL", weight="avoid"))
    assert (found.verdict, found.quote) == ("missing", "I have no experience with COBOL.")


def test_a_trace_shows_nothing_that_is_asked_for() -> None:
    person = worked("KINDERGARTEN TEACHER", "Elmley School")
    assert judge(person, Criterion("industry", "early childhood")).verdict == "unclear"
