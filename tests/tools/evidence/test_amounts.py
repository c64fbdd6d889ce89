"""A speed or a size asked for is met by whoever tells a higher one, in whatever words."""

from __future__ import annotations

from datetime import date

import pytest

from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate
from tools.request import read_request


@pytest.mark.parametrize("said", ["typing 60 wpm", "types 60+ words per minute", "60 WPM"])
def test_a_speed_is_a_wish_of_its_own(said: str) -> None:
    found = {(c.kind, c.value) for c in read_request(f"data entry clerk, {said}").criteria}
    assert {("text", "60 wpm"), ("skill", "typing")} <= found


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("Typing speed 75 WPM.", "met"),
        ("Types 60-65 words per minute.", "met"),
        ("50 wpm.", "partly"),
        ("Types 30 words a minute.", "missing"),
        ("Fast typist, 9,000 keystrokes per hour.", "unclear"),
    ],
)
def test_the_best_speed_told_decides(told: str, verdict: str) -> None:
    text = f"Jane Roe\nClerk\n{told}\n"
    person = build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))
    assert judge(person, Criterion("text", "60 wpm")).verdict == verdict


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("restaurant manager of a 250-seat restaurant", ("250 seats", "nice")),
        ("property manager, 200+ units", ("200 units", "must")),
        ("someone who can run a 120-room hotel", ("120 rooms", "nice")),
        ("line cook, 200 covers a night", ("200 covers", "nice")),
        ("farm manager, at least 2,000 acres", ("2,000 acres", "must")),
        ("bookkeeper, payroll for 20 staff", ("20 employees", "nice")),
    ],
)
def test_how_large_the_place_is_weighs_little_unless_a_bound_is_said(
    said: str, wish: tuple[str, str]
) -> None:
    loose = [(c.value, c.weight) for c in read_request(said).criteria if c.kind == "text"]
    assert loose == [wish]


@pytest.mark.parametrize(
    ("wish", "told", "verdict"),
    [
        ("200 units", "Managed a 340-unit apartment community.", "met"),
        ("200 units", "Portfolio of 180 rental units.", "partly"),
        ("200 units", "Made 5,000 units of blood tests a day.", "unclear"),
        ("250 seats", "Ran a 300-seat dining room.", "met"),
        ("250 seats", "Ran a 60 seat bistro.", "missing"),
        ("2,000 acres", "Farmed 3,500 acres of wheat.", "met"),
        ("40 beds", "In 2019 beds were moved.", "unclear"),
        ("10 rooms", "Room service since 2014 rooms.", "unclear"),
    ],
)
def test_a_larger_place_of_the_same_sort_meets_it(wish: str, told: str, verdict: str) -> None:
    text = f"Jane Roe\nManager\n{told}\n"
    person = build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))
    assert judge(person, Criterion("text", wish)).verdict == verdict


@pytest.mark.parametrize("said", ["a company with less than 50 employees", "up to 60 seats"])
def test_a_size_that_is_a_bound_from_above_is_met_by_no_larger_one(said: str) -> None:
    text = "Jane Roe\nHR Manager\nA works of 40,000 employees. 600 seats.\n"
    person = build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))
    wishes = [c for c in read_request(f"HR manager, {said}").criteria if c.kind == "text"]
    assert "met" not in {judge(person, wish).verdict for wish in wishes}


@pytest.mark.parametrize("told", ["Shipped 900 units, daily.", "Trained 300 employees."])
def test_what_somebody_handled_is_no_place_of_that_size(told: str) -> None:
    text = f"Jane Roe\nProperty Manager\n{told}\n"
    person = build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))
    for wish in ("200 units", "200 employees"):
        assert judge(person, Criterion("text", wish)).verdict == "unclear"
