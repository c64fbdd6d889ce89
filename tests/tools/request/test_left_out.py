"""What a request says of pay or of bounds that cannot be meant is told, and is no wish."""

from __future__ import annotations

import pytest

from tools.request import read_request, unread


@pytest.mark.parametrize(
    ("said", "pay"),
    [
        ("cook, salary up to 60000", "salary up to 60000"),
        ("cook, 60k", "60k"),
        ("cook, €45.000 per year, HACCP", "€45.000 per year"),
        ("cook, pays 50-60k", "pays 50-60k"),
        ("up to $25/hour, cook", "up to $25/hour"),
    ],
)
def test_pay_is_no_wish(said: str, pay: str) -> None:
    assert unread(said)["pay"] == (pay,)
    assert "text" not in {c.kind for c in read_request(said).criteria}


@pytest.mark.parametrize(
    "said",
    [
        "project manager with a budget of $2M",
        "sales manager, $2,000,000 quota",
        "payroll clerk for 600 people",
        "nurse, 5 years",
        "recruiter with 10k followers",
        "salary negotiation, HR manager",
    ],
)
def test_what_somebody_answers_for_is_not_pay(said: str) -> None:
    assert not unread(said)["pay"]


def test_a_bound_that_cannot_be_meant_is_told() -> None:
    assert unread("cook with -5 years of experience")["bounds"] == ("-5 years",)
    assert unread("cook with 150 years of experience")["bounds"] == ("150 years",)
    assert not unread("cook - 5 years, 5-10 years, 10+ years of experience")["bounds"]


def test_a_line_of_a_posting_keeps_what_stands_beside_a_sum() -> None:
    posting = (
        "Chef de Partie\n\nAbout the job\nLeeds, £28,000, HACCP and pastry\n\n"
        "Requirements:\n- Two years in a busy kitchen\n- Food hygiene certificate\n"
    )
    values = {c.value for c in read_request(posting).criteria}
    assert "HACCP" in values


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("nurse, no job hoppers", "job hoppers"),
        ("without people who job-hop", "job-hop"),
        ("avoid career hoppers", "career hoppers"),
        ("cannot be a job hopper", "job hopper"),
        ("nurse, not more than 3 employers", "not more than 3 employers"),
        ("max 2 jobs in the last 5 years", "max 2 jobs in the last 5 years"),
    ],
)
def test_whoever_changes_jobs_often_is_told_of_and_not_searched(said: str, words: str) -> None:
    assert unread(said)["hopping"] == (words,)
    assert "text" not in {c.kind for c in read_request(said).criteria}


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("call center manager who managed more than 20 people", "more than 20 people"),
        ("call center manager who led 14 agents", "14 agents"),
        ("call center manager, team of 10+", "team of 10+"),
        ("project manager, budget over 5 million", "over 5 million"),
        ("manager with a budget of €5m+", "€5m+"),
        ("sales rep, quota > 1M", "> 1M"),
        ("sales rep with $2M quota", "$2M"),
    ],
)
def test_a_size_that_no_verdict_compares_is_told_and_no_wish(said: str, size: str) -> None:
    assert unread(said)["sizes"] == (size,)
    assert not [c for c in read_request(said).criteria if any(d.isdigit() for d in str(c.value))]
    assert not [c for c in read_request(said).criteria if c.kind == "text"]


@pytest.mark.parametrize(
    "said", ["managed 5 years of audits", "team of doctors", "quota of 120%", "led 3 projects"]
)
def test_another_number_is_no_size(said: str) -> None:
    assert not unread(said)["sizes"]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("data engineer, data pipelines 5+ years", [5]),
        ("UX designer with portfolio 3-5 years", [3, 5]),
        ("sales manager, pipeline 7+ years experience", [7]),
    ],
)
def test_years_behind_a_word_for_money_are_no_sum(said: str, years: list[int]) -> None:
    found = read_request(said).criteria
    assert [c.value for c in found if c.kind in ("min_years", "max_years")] == years


@pytest.mark.parametrize("said", ["at least 3 languages", "2+ foreign languages", "two languages"])
def test_how_many_languages_is_told_and_is_no_wish(said: str) -> None:
    assert unread(f"receptionist, {said}")["sizes"] == (said,)
    assert {c.kind for c in read_request(f"receptionist, {said}").criteria} == {"title"}
