"""A bound of years has both its sides, and is counted for what it was said of alone."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request


def bounds(text: str) -> list[tuple[str, object, str]]:
    wishes = read_request(text).criteria
    return [(c.kind, c.value, c.subject) for c in wishes if c.kind.endswith("_years")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("accountant, at least 2 years, max 10", 2, 10),
        ("accountant, 2-10 years", 2, 10),
        ("accountant, between 2 and 10 years, no more than 10", 2, 10),
        ("accountant with at least 3 years but no more than 8", 3, 8),
        ("accountant with 3+ years of experience (max 8)", 3, 8),
        ("accountant, at least 3 but no more than 8 years", 3, 8),
        ("accountant, no more than 15 years but at least 8", 8, 15),
        ("accountant, minimum 8 and maximum 15 years", 8, 15),
        ("accountant, over 8 but under 15 years", 8, 15),
        ("accountant, more than 5 but less than 10 years", 5, 10),
        ("accountant, max 10 years experience, min 3", 3, 10),
    ],
)
def test_one_bound_needs_no_unit_beside_the_other(text: str, low: int, high: int) -> None:
    assert bounds(text) == [("min_years", low, ""), ("max_years", high, "")]


@pytest.mark.parametrize(
    "text",
    [
        "team leader with 5 years, max 10 people",
        "cook, 5 years, up to 200 covers",
        "accountant with 5 years, max 3",
    ],
)
def test_another_number_bounds_no_years(text: str) -> None:
    assert [kind for kind, _, _ in bounds(text)] == ["min_years"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("5+ years of professional experience in Go or Java", ""),
        ("nurse with 5 years in cardiology or oncology", ""),
        ("5+ years of Go, Java is a plus", "Go"),
        ("5+ years of Go and Java", "Go"),
        ("manager with 5+ years in retail", "retail"),
        ("manager, 5+ years, retail", ""),
    ],
)
def test_years_in_either_are_counted_for_neither_alone(text: str, subject: str) -> None:
    assert bounds(text) == [("min_years", 5, subject)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("laborers, at least a year on job sites", 1),
        ("ESL teacher who has taught for a couple of years", 2),
        ("cook with minimum of a year on the line", 1),
        ("carpenter with a few years behind him", 2),
    ],
)
def test_a_number_in_everyday_words_is_a_bound(text: str, low: int) -> None:
    assert bounds(text) == [("min_years", low, "")]


@pytest.mark.parametrize(
    "text",
    ["nurse who left a couple of years ago", "plumber who in the last couple of years moved"],
)
def test_a_time_in_everyday_words_bounds_nothing(text: str) -> None:
    assert bounds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "event planner, at least 3 years in that role",
        "event planner with 3 years of experience as such",
        "event planner, 3 years in the same job",
    ],
)
def test_years_in_that_role_are_counted_for_the_job_just_named(text: str) -> None:
    assert bounds(text) == [("min_years", 3, "Event Planner")]


def test_years_in_that_role_are_counted_for_the_job_on_the_desk() -> None:
    desk = (Criterion("title", "Event Planner"),)
    (wish,) = read_request("at least 3 years in that role", known=desk).criteria
    assert (wish.value, wish.subject) == (3, "Event Planner")


@pytest.mark.parametrize(
    "text",
    [
        "accountant with 3 years or less experience",
        "accountant with 3 years of experience or less",
        "accountant, 3 years or fewer",
        "accountant, 3 or fewer years",
        "accountant 3 years or under",
        "accountant (3 years max)",
        "accountant, up to 3 years",
        "accountant, no more than 3 years",
    ],
)
def test_or_less_is_an_upper_bound(text: str) -> None:
    assert bounds(text) == [("max_years", 3, "")]
    assert not [c for c in read_request(text).criteria if c.kind == "text"]


def test_less_of_another_thing_bounds_no_years() -> None:
    assert bounds("teacher, 5 years or under 40") == [("min_years", 5, "")]


def test_a_bound_of_all_years_needs_no_unit_behind_years_in_a_job() -> None:
    said = "at least 10 years as a teacher, no more than 20 overall"
    assert bounds(said) == [("min_years", 10, "Teacher"), ("max_years", 20, "")]
    assert bounds("teacher with experience, no more than 20 overall") == []
