"""What a request says about the one who hires asks for nothing, however it is introduced."""

from __future__ import annotations

import pytest

from tools.request import read_request


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Hi! We're a regional bank and I'm looking for a branch manager.", ["Branch Manager"]),
        (
            "Hi there! We're a mid-size regional bank and one of our branch managers just gave "
            "notice, so I'm hunting for a new branch manager with retail banking background.",
            ["Branch Manager", "retail banking"],
        ),
        ("We run a bakery and are on the lookout for a pastry chef", ["Pastry Chef"]),
        ("We are a small clinic trying to find a nurse who speaks Polish", ["Nurse", "Polish"]),
        (
            "One of our clients, a big agency, is looking for a paralegal with Westlaw.",
            ["Paralegal", "Westlaw"],
        ),
        (
            "one of our nurses gave notice, we need a new one for the ICU",
            ["Nurse", "critical care"],
        ),
        ("Hello. We have a hotel; hoping to hire a receptionist with Opera", ["Receptionist"]),
    ],
)
def test_the_story_before_the_wish_is_no_wish(said: str, wanted: list[str]) -> None:
    values = [str(c.value) for c in read_request(said).criteria if c.kind != "industry"]
    assert [any(w in v for v in values) for w in wanted] == [True] * len(wanted)
    assert not any("notice" in v or "regional" in v or "client" in v for v in values)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("(we run a 12-bed hospital) nurses with ICU", "critical care"),
        ("somebody who is hunting for bargains, a buyer", "Buyer"),
        ("nurses who gave notice to nobody, with ACLS", "ACLS"),
    ],
)
def test_what_stands_beside_a_story_is_still_a_wish(said: str, wanted: str) -> None:
    assert wanted in {c.value for c in read_request(said).criteria}


@pytest.mark.parametrize(
    ("said", "value", "weight"),
    [
        ("I'd love someone with a CBAP too, but it's not a dealbreaker.", "CBAP", "nice"),
        ("a CBAP, though it's not a deal breaker", "CBAP", "nice"),
        ("hide all the people who don't have CPA", "CPA", "must"),
        ("exclude the candidates without a degree", "bachelor", "must"),
        ("business analyst who's worked on SQL reports", "SQL", "must"),
    ],
)
def test_a_wish_weighs_what_is_said_of_it_in_short_forms(
    said: str, value: str, weight: str
) -> None:
    found = {str(c.value): c.weight for c in read_request(said).criteria}
    assert found[value] == weight
    assert not any(name.startswith(("s ", "it's")) for name in found)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Our client owns a restaurant and the general manager is leaving.", "General Manager"),
        ("They run two sites, but their plumber has quit", "Plumber"),
        ("we need a replacement for our retiring bookkeeper", "Bookkeeper"),
    ],
)
def test_a_job_that_somebody_leaves_is_the_one_sought(said: str, title: str) -> None:
    assert [c.value for c in read_request(said).criteria] == [title]
