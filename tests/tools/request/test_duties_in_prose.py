"""A posting in prose asks for what its reader must bring; what they will do is nice at most."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request

POSTING = (
    "We are hiring a Systems Administrator to keep our Windows Server environment running. "
    "You will administer Active Directory, patch and back up servers and manage every customer. "
    "You bring at least three years as a system administrator and PowerShell. Linux is a plus."
)


@pytest.fixture(scope="module")
def wishes() -> tuple[Criterion, ...]:
    return read_request(POSTING).criteria


def test_it_is_read_as_a_posting() -> None:
    assert read_request(POSTING).is_job_description


def test_what_the_reader_will_do_is_no_must(wishes: tuple[Criterion, ...]) -> None:
    weights = {str(c.value): c.weight for c in wishes}
    assert weights["Active Directory"] == "nice"
    assert weights["PowerShell"] == "must"
    assert weights["Linux"] == "nice"
    assert not any(c.kind == "text" and c.weight == "must" for c in wishes)


def test_a_fragment_without_an_object_is_nothing(wishes: tuple[Criterion, ...]) -> None:
    texts = [str(c.value) for c in wishes if c.kind == "text"]
    assert not any("running" in text or "customer" in text for text in texts)


def test_a_recruiters_own_sentence_stays_one() -> None:
    text = "You have any nurses? You must have seen my message, I need someone with ICU and BLS."
    assert not read_request(text).is_job_description


def test_a_list_of_preferences_that_speaks_to_its_reader_stays_one() -> None:
    text = (
        "Job title: Data Engineer\nRequirements:\n- SQL and Python, five years of it in a bank\n"
        "Nice to have:\n- You have experience with Kafka and have worked with Airflow\n"
        "- You have seen Snowflake, and have an opinion about what belongs into it and what not\n"
    )
    weights = {str(c.value): c.weight for c in read_request(text).criteria}
    assert weights["Kafka"] == "nice"
    assert weights["SQL"] == "must"


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("farm hand who has supervised workers", "staff supervision"),
        ("accountant who supervises a team of accountants", "staff supervision"),
        ("manager who manages two trainers and a budget", "staff supervision"),
        ("team leader, coached 12+ agents", "coaching"),
    ],
)
def test_leading_people_is_a_skill(text: str, skill: str) -> None:
    assert skill in {c.value for c in read_request(text).criteria}


@pytest.mark.parametrize(
    "text", ["analyst, manages client accounts", "clerk who manages crew calendars"]
)
def test_leading_nobody_is_none(text: str) -> None:
    assert "staff supervision" not in {c.value for c in read_request(text).criteria}


def test_years_of_leading_people_are_counted_for_it() -> None:
    found = read_request("call center manager, 2+ years managing team leaders or supervisors")
    years = next(c for c in found.criteria if c.kind == "min_years")
    assert years.subject == "staff supervision"
