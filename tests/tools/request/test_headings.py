"""Sections of real postings: a heading is understood by its words and by what it stands under."""

from __future__ import annotations

import pytest

from tools.request import read_request
from tools.request.posting.headings import find_sections

POSTING = """# Engineering Manager

## Key responsibilities

### Payments
- Own the ledger in Java.

## Required qualifications

### Hard requirements
- 10+ years of experience.
- Kubernetes in production.

### Technical depth
- PostgreSQL.

### Preferred
- Kafka.

## Key technologies
- Terraform.

## Must-have technical skills
- Python.

## Must-have non-technical skills
- Ownership mindset.
"""


def _weights() -> dict[str, str]:
    return {str(c.value): c.weight for c in read_request(POSTING).criteria}


@pytest.mark.parametrize(
    ("value", "weight"),
    [
        ("10", "must"),
        ("Kubernetes", "must"),
        ("PostgreSQL", "must"),
        ("Python", "must"),
        ("Kafka", "nice"),
        ("Terraform", "nice"),
        ("Java", "nice"),
    ],
)
def test_a_wish_weighs_what_its_heading_says(value: str, weight: str) -> None:
    assert _weights()[value] == weight


def test_a_heading_that_says_nothing_means_what_stands_over_it() -> None:
    meanings = {POSTING[s.heading : s.start].strip(): s.meaning for s in find_sections(POSTING)}
    assert meanings["### Payments"] == "duties"
    assert meanings["### Technical depth"] == "must"
    assert meanings["### Preferred"] == "nice"


def test_a_leaning_of_character_is_no_wish() -> None:
    text = (
        "## Requirements\n- SQL.\n- Willingness to learn new things quickly.\n## Benefits\n- Tea."
    )
    assert [c.value for c in read_request(text).criteria if c.kind == "text"] == []


@pytest.mark.parametrize(
    "heading",
    ["You must have:", "You will have", "You'll need:", "You will bring:", "Person specification"],
)
def test_what_you_must_have_is_a_heading_of_its_own(heading: str) -> None:
    text = f"Care Assistant\nYou will:\n- give medication\n{heading}\n- a full driving licence\n"
    weights = {c.kind: c.weight for c in read_request(text).criteria}
    assert weights["certification"] == "must"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("General Manager, Health Club", "fitness"),
        ("Communications Manager, nonprofit", "non-profit"),
        ("Registered Nurse - hospital", "healthcare"),
    ],
)
def test_the_field_a_heading_names_beside_its_job_is_a_must(heading: str, field: str) -> None:
    text = f"Job description: {heading}. You will keep records. Requirements: 2+ years, CPR."
    assert {str(c.value): c.weight for c in read_request(text).criteria}[field] == "must"


def test_a_heading_that_tells_who_hires_or_gives_examples_demands_neither() -> None:
    text = "Job description: Service Agent for a healthcare insurer. Requirements: 2+ years."
    assert "must" not in {c.weight for c in read_request(text).criteria if c.kind == "industry"}
    text = "Job description: Store Manager, retail (grocery, wireless). Requirements: 2+ years."
    weights = {str(c.value): c.weight for c in read_request(text).criteria}
    assert (weights["retail sales"], weights["grocery"]) == ("must", "nice")


def test_nice_before_a_colon_weighs_the_list_that_follows() -> None:
    said = read_request("Data analyst. Must: SQL. Nice: Python, healthcare. Avoid: contractors.")
    weights = {c.value: c.weight for c in said.criteria}
    assert weights["SQL"] == "must"
    assert weights["Python"] == weights["healthcare"] == "nice"


@pytest.mark.parametrize(
    ("section", "meaning"),
    [
        ("ROLES & RESPONSIBILITIES:", "duties"),
        ("PHYSICAL DEMANDS", "about"),
        ("Work environment", "about"),
        ("Perks:", "about"),
        ("Licensure:", "must"),
    ],
)
def test_a_heading_has_its_meaning(section: str, meaning: str) -> None:
    text = f"Welder\n\nRequirements\n- TIG.\n\n{section}\n- Ladders."
    assert find_sections(text)[-1].meaning == meaning


def test_the_whole_of_a_list_that_ends_in_or_is_an_asset() -> None:
    read = read_request("hotel manager in Malta, English. Russian, Chinese or Arabic is an asset")
    weights = {str(c.value): c.weight for c in read.criteria}
    assert weights["Russian or Chinese or Arabic"] == "nice"
    assert weights["English"] == weights["Malta"] == "must"


@pytest.mark.parametrize("text", ["registered nurse BLS preferred", "welder AWS D1.1 is a plus"])
def test_what_is_preferred_of_a_job_leaves_the_job_a_must(text: str) -> None:
    title, *others = read_request(text).criteria
    assert (title.kind, title.weight) == ("title", "must")
    assert {c.weight for c in others} == {"nice"}


@pytest.mark.parametrize(
    "text", ["Preferably a carpenter with AutoCAD", "ideally a nurse with CCRN in Leeds"]
)
def test_a_job_that_is_itself_preferred_is_nice_whatever_follows_it(text: str) -> None:
    title, *others = read_request(text).criteria
    assert (title.kind, title.weight) == ("title", "nice")
    assert {c.weight for c in others} == {"nice"}


@pytest.mark.parametrize(
    "heading",
    ["What you will not need", "What you won't need", "You don't need", "Not required"],
)
def test_what_a_heading_denies_is_not_asked_for(heading: str) -> None:
    posting = f"Sales manager\n\nRequirements:\n- Salesforce\n\n{heading}: SAP, Excel, or a tie"
    assert [str(c.value) for c in read_request(posting).criteria] == ["Sales Manager", "Salesforce"]
