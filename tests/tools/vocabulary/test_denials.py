"""What a résumé says its owner lacks is never shown as theirs."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate
from tools.vocabulary.denials import Denials


def _denied(text: str, name: str) -> bool:
    start = text.index(name)
    return Denials(text).cover(start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What I do not do: ICU.", "ICU"),
        ("I have no experience with Kubernetes or Go.", "Kubernetes"),
        ("I have no experience with Kubernetes or Go.", "Go"),
        ("Python and SQL. No knowledge of Java yet.", "Java"),
        ("I've never used Terraform", "Terraform"),
        ("not yet certified in CPR", "CPR"),
        ("Forklift licence: no", "Forklift licence"),
        ("Kubernetes (not yet)", "Kubernetes"),
        ("No heat pump training and not planning any.", "heat pump"),
        ("I don't hold a CPA", "CPA"),
        ("Keine Erfahrung mit SAP", "SAP"),
        ("No CDL", "CDL"),
        ("Van driver, no CDL or hazmat", "hazmat"),
        ("I have no Java.", "Java"),
        ("CDL: No", "CDL"),
        ("CDL Class A: none", "CDL"),
        ("Forklift - n/a", "Forklift"),
        ("Languages: English (not Spanish)", "Spanish"),
        ("Languages\nSpanish (not spoken)", "Spanish"),
        ("I am not a CPA.", "CPA"),
        ("Non-CPA accountant", "CPA"),
        ("I never became a CPA", "CPA"),
        ("Does not speak Spanish", "Spanish"),
        ("I can't program in Java", "Java"),
        ("Unable to work night shifts", "night shifts"),
        ("Not available for night shifts", "night shifts"),
        ("I have never worked in a hospital.", "worked in a hospital"),
        ("Currently without a CDL", "CDL"),
        ("I still lack a CDL", "CDL"),
    ],
)
def test_a_thing_the_owner_lacks_is_denied(text: str, name: str) -> None:
    assert _denied(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Not only Python but Go", "Python"),
        ("I did not have problems using SQL", "SQL"),
        ("Worked with patients who do not speak English", "English"),
        ("I do not speak French, but German", "German"),
        ("Trained staff with no experience in Excel", "Excel"),
        ("No incidents in ten years of forklift driving", "forklift"),
        ("I do not manage people. Python every day.", "Python"),
        ("Farmer data spreadsheets (no. of coco trees)", "spreadsheets"),
        ("Class A CDL, no violations", "CDL"),
        ("No violations, CDL class B", "CDL"),
        ("No CDL fines in ten years", "CDL"),
        ("No accidents or CDL points", "CDL"),
        ("My CDL has never been suspended", "CDL"),
        ("PMP - No. A12345", "PMP"),
        ("Speaks Spanish with guests who cannot speak English", "English"),
        ("I cannot stress enough how much Java I write", "Java"),
        ("Brought the books back, which were not in compliance", "compliance"),
        ("Not a Java shop: Python", "Java"),
        ("Wrote functional and non-functional requirements", "functional requirements"),
    ],
)
def test_a_denial_of_something_else_takes_nothing_away(text: str, name: str) -> None:
    assert not _denied(text, name)


def _person(text: str) -> Candidate:
    return build_candidate("x", text, source="x", content_hash="x", today=date(2026, 1, 1))


def test_a_verdict_never_rests_on_a_denial() -> None:
    person = _person("Line cook\n\nI have no experience with Kubernetes or sushi rolling.\n")
    for wish in (Criterion("skill", "Kubernetes"), Criterion("text", "sushi rolling")):
        assert judge(person, wish).verdict == "missing"


def test_a_thing_denied_once_and_shown_elsewhere_is_met_by_the_place_that_shows_it() -> None:
    person = _person("Never used Terraform at school.\n\nSince 2020 all our Terraform is mine.\n")
    verdict = judge(person, Criterion("skill", "Terraform"))
    assert verdict.verdict == "met"
    assert [e.quote for e in verdict.evidence] == ["Since 2020 all our Terraform is mine."]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 30))
def test_any_place_of_any_text_can_be_asked_about(text: str, start: int, length: int) -> None:
    assert Denials(text).cover(min(start, len(text)), min(start + length, len(text))) in (
        True,
        False,
    )


NAYS = (
    "no",
    "NOT",
    "never\u017fkin",
    "\u0130\u0131n't\u2019T",
    "zero_kein",
    "Keiner",
    "sin",
    "pas",
    "Cannot",
    "unable",
    "without",
    "lack",
    "NON-",
)


@given(st.lists(st.sampled_from([*NAYS, " ", ".", "x", "é"]), max_size=20).map("".join))
def test_every_word_that_may_deny_is_seen(text: str) -> None:
    plain = re.compile(
        r"\b(?:no|not|non|never|zero|kein\w*|sin|pas|cannot|unable|without|lack)\b|n['\u2019]t\b",
        re.IGNORECASE,
    )
    assert Denials(text)._nays == [m.start() for m in plain.finditer(text)]


@pytest.mark.parametrize(
    ("text", "name", "theirs"),
    [
        ("190 hires, mostly back-end (Java, Go), DevOps", "Java", True),
        ("190 hires, mostly back-end (Java, Go), DevOps", "DevOps", True),
        ("40 hires for accounting and payroll", "payroll", True),
        ("40 hires using LinkedIn and Greenhouse", "Greenhouse", False),
        ("40 hires. Ran payroll", "payroll", False),
    ],
)
def test_what_people_were_hired_for_is_theirs(text: str, name: str, theirs: bool) -> None:
    start = text.index(name)
    assert Denials(text).cover(start, start + len(name)) is theirs


@pytest.mark.parametrize("bullet", ["- ", "", "\u2022 "])
@pytest.mark.parametrize("behind", ["\n\nSKILLS\n", "\nSKILLS\n", "\nI can do:\n", "\nSkills\n"])
def test_every_line_of_a_list_under_a_denying_heading_is_denied_and_none_behind_it(
    bullet: str, behind: str
) -> None:
    listed = [f"{bullet}{name}" for name in ("Payroll", "Audit", "Bookkeeping")]
    text = "WHAT I DON'T DO\n" + "\n".join(listed) + f"{behind}{bullet}Invoicing"
    denied = {name: _denied(text, name) for name in ("Payroll", "Audit", "Bookkeeping")}
    assert denied == dict.fromkeys(denied, True)
    assert not _denied(text, "Invoicing")


def test_a_list_under_a_denying_heading_ends_after_eight_lines_and_before_a_paragraph() -> None:
    lines = "\n".join(f"- Task{chr(ord('A') + n)}" for n in range(9))
    assert _denied(f"Things I don't do:\n{lines}", "TaskH")
    assert not _denied(f"Things I don't do:\n{lines}", "TaskI")
    told = "Since then all of the books of two shops, and Payroll, are mine."
    assert not _denied(f"Things I don't do\nAudit\n{told}", "Payroll")
