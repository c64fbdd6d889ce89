"""What nothing knows is an item of a choice as the things beside it are, and a job as good."""

from __future__ import annotations

import pytest

from tools.request import read_request


def asked(text: str) -> list[str]:
    return [f"{c.kind}: {c.value}" for c in read_request(text).criteria]


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        (
            "auditor with RA, ACA, ACCA, CA or CIA",
            ["certification: RA or ACA or ACCA or CA or CIA"],
        ),
        (
            "one message broker (Kafka, Zowl, RabbitMQ)",
            ["skill: message brokers", "skill: Kafka or Zowl or RabbitMQ"],
        ),
        ("Cisco, Palo Verde or Fortinet", ["skill: Cisco or Palo Verde or Fortinet"]),
        ("python, excel or zowl", ["skill: Python or Excel or zowl"]),
        ("Zowl, Mazak or Okuma", ["text: Zowl or Mazak or Okuma"]),
        ("machinist with mazak, haas or okuma", ["text: mazak or haas or okuma"]),
    ],
)
def test_an_unknown_item_of_a_choice_is_one_of_its_alternatives(
    text: str, wishes: list[str]
) -> None:
    assert [w for w in asked(text) if not w.startswith("title")][: len(wishes)] == wishes


@pytest.mark.parametrize(
    "text",
    ["designer for commercial or hospitality projects", "punctual, patient or Java"],
)
def test_a_word_that_only_colours_is_no_item(text: str) -> None:
    assert not any("commercial or" in w or "punctual" in w for w in asked(text))


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("2 welders and 1 plumber", "Welder or Plumber"),
        ("head chef and two sous chefs", "Head Chef or Sous Chef"),
        ("3 truck drivers and a zebra planner for our depot", "Truck Driver or zebra planner"),
        (
            "youth worker / zebra support worker with a diploma",
            "Youth Worker or zebra support worker",
        ),
        ("agronomist or agriculture zebra scientist", "Agronomist or agriculture zebra scientist"),
    ],
)
def test_of_several_vacancies_any_one_will_do(text: str, jobs: str) -> None:
    assert f"title: {jobs}" in asked(text)
    assert not any("planner" in w or "plumber" in w for w in asked(text) if w.startswith("text"))


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("baker, sourdough", ["title: Baker", "text: sourdough"]),
        ("payroll clerk, garnishments, 3 years", ["title: Payroll Clerk", "text: garnishments"]),
        ("barista with latte art", ["title: Barista", "skill: latte art"]),
    ],
)
def test_a_word_that_stands_alone_beside_a_job_is_asked_for(text: str, wishes: list[str]) -> None:
    """Also one which neither a vocabulary nor the model's tokens know: it was lost in silence."""
    assert set(wishes) <= set(asked(text))


@pytest.mark.parametrize("text", ["baker, pls", "<b>baker</b><br/>", "asdfgh"])
def test_a_word_that_asks_for_nothing_is_no_wish(text: str) -> None:
    assert not any(w.startswith("text") for w in asked(text))
