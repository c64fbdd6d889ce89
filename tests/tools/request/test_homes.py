"""Nobody lives in two places: places that lie apart are alternatives, an employer's is a bonus."""

from __future__ import annotations

import pytest

from tools.request import read_request


def places(text: str) -> list[tuple[str, str]]:
    wishes = read_request(text).criteria
    return [(str(c.value), c.weight) for c in wishes if c.kind == "location"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nurses in Munich", [("Munich", "must")]),
        ("nurses in Munich. Vienna works as well for us.", [("Munich or Vienna", "must")]),
        (
            "We are a primary school in Dublin. We need a teacher with patience.",
            [("Dublin", "nice")],
        ),
        ("We are looking for nurses in Dublin", [("Dublin", "must")]),
        (
            "HR partner near Amsterdam; experience from Germany would do.",
            [("Amsterdam", "must"), ("Germany", "nice")],
        ),
        ("housekeepers with a year of experience in Madrid", [("Madrid", "must")]),
    ],
)
def test_where_people_should_live(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_a_denial_ends_at_the_colon_that_tells_what_is_wanted() -> None:
    wishes = read_request(
        "Someone on the bench, not a manager: haematology and blood bank."
    ).criteria
    weights = {str(c.value): c.weight for c in wishes}
    assert weights["Manager"] == "avoid"
    assert weights["hematology"] == weights["blood banking"] == "must"


def test_a_denial_that_opens_a_list_holds_for_the_list() -> None:
    wishes = read_request("A welder. We do not want: forklift operation, crane operation.").criteria
    assert {c.weight for c in wishes if c.kind == "skill"} == {"avoid"}


@pytest.mark.parametrize(
    "text",
    [
        "teacher with a Texas teaching license",
        "nurse with a license in the state of Ohio",
        "US tax accountant",
        "accountant with UK payroll",
        "buyer sourcing from Vietnam",
    ],
)
def test_a_place_whose_rules_or_goods_somebody_knows_is_no_home(text: str) -> None:
    places = [c for c in read_request(text).criteria if c.kind == "location"]
    assert [c.weight for c in places] == ["nice"]


@pytest.mark.parametrize("text", ["nurse in Texas, RN license", "tax accountant in the UK"])
def test_a_place_to_work_in_stays_a_home(text: str) -> None:
    places = [c for c in read_request(text).criteria if c.kind == "location"]
    assert [c.weight for c in places] == ["must"]


POSTING = """Senior Backend Engineer

{where}

Requirements
- Experience with Kubernetes
- Working knowledge of PostgreSQL
Nice to have
- Kafka
"""


@pytest.mark.parametrize(
    ("where", "weight"),
    [
        ("Location: Berlin", "must"),
        ("Location: Berlin, onsite", "must"),
        ("Location: Berlin (hybrid)", "nice"),
        ("Work model: hybrid\nLocation: Berlin", "nice"),
        ("Location: Berlin, remote possible", "nice"),
        ("Location: Berlin. We offer a relocation package.", "nice"),
        ("Location: Berlin\nWe run a hybrid cloud.", "must"),
    ],
)
def test_a_posting_that_lets_people_work_elsewhere_puts_nobody_out(where: str, weight: str) -> None:
    assert ("Berlin", weight) in places(POSTING.format(where=where))


def test_a_place_that_a_recruiter_types_is_a_must_even_of_hybrid_work() -> None:
    assert places("data engineer in Berlin, hybrid") == [("Berlin", "must")]
