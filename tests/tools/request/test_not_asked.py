"""What a request says of the firm, of colleagues, tools and characters is no wish of its own."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request


def values(text: str, kind: str) -> set[str]:
    wishes = (c for c in read_request(text).criteria if c.kind == kind)
    return {str(value) for wish in wishes for value in wish.values}


def posting(intro: str = "", duty: str = "Keep records", need: str = "First aid") -> str:
    return (
        f"Job Title: Office Manager\n{intro}\nDuties:\n- {duty}\n- File letters\n"
        f"Requirements:\n- {need}\n- 3 years of experience\n"
    )


@pytest.mark.parametrize(
    ("intro", "kind", "value"),
    [
        ("Lumen Freight, a young firm in Oslo.", "skill", "freight forwarding"),
        ("Maple Hollow Partners is growing.", "skill", "Maple"),
        ("Bexley Plastics molds parts.", "location", "Bexley"),
        ("Harbor Dental Supply needs help.", "industry", "dental"),
        ("Company: Larkfield Consulting", "skill", "consulting"),
    ],
)
def test_the_name_of_the_firm_asks_for_nothing(intro: str, kind: str, value: str) -> None:
    assert value not in values(posting(intro), kind)


def test_the_firm_named_by_its_trade_still_tells_the_trade_and_the_place() -> None:
    text = posting("Fellside Regional Hospital, a clinic in Leeds.")
    assert "healthcare" in values(text, "industry")
    assert "Leeds" in values(text, "location")


def test_a_place_that_opens_a_line_is_still_the_place() -> None:
    assert "Denver" in values(posting("Denver, CO"), "location")


@pytest.mark.parametrize(
    ("duty", "skill"),
    [
        ("Work with design and sales on launches", "sales"),
        ("Coordinate with marketing and finance teams", "marketing"),
        ("Work closely with physicians, case managers and pharmacy", "pharmacy operations"),
    ],
)
def test_those_one_works_with_are_no_skill(duty: str, skill: str) -> None:
    assert skill not in values(posting(duty=duty), "skill")


@pytest.mark.parametrize(
    ("duty", "skill"),
    [
        ("Work with Excel and SAP", "Excel"),
        ("Coordinate trade shows with marketing", "trade shows"),
    ],
)
def test_what_one_works_with_or_on_is_a_skill(duty: str, skill: str) -> None:
    assert skill in values(posting(duty=duty), "skill")


@pytest.mark.parametrize("duty", ["Book flights and hotels", "Bank the takings", "Visit factories"])
def test_a_duty_asks_for_no_field_of_business(duty: str) -> None:
    assert values(posting(duty=duty), "industry") == set()


def test_a_requirement_still_asks_for_a_field_of_business() -> None:
    assert "hospitality" in values(posting(need="Experience in the hotel industry"), "industry")


@pytest.mark.parametrize("need", ["Fleet software", "Experience with drainage software"])
def test_software_that_is_used_is_no_field_of_business(need: str) -> None:
    assert values(posting(need=need), "industry") == set()


def test_software_that_is_made_is_a_field_of_business() -> None:
    assert values("account manager from the software industry", "industry") == {"software"}
    assert values("recruiter who worked in software", "industry") == {"software"}


@pytest.mark.parametrize(
    "text",
    ["mechanic for heavy trucks (Cummins, Detroit, Paccar)", "lead with WMS (Manhattan, Zorvex)"],
)
def test_makes_in_brackets_are_no_places(text: str) -> None:
    assert values(text, "location") == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mechanic for heavy trucks (Detroit)", "Detroit"),
        ("nurse, night shift (Leeds or Bradford)", "Bradford"),
        ("data engineer for the team (Berlin, Hybrid)", "Berlin"),
    ],
)
def test_places_in_brackets_are_places(text: str, place: str) -> None:
    assert place in values(text, "location")


def test_the_van_one_drives_is_no_town() -> None:
    assert values("electrician who can drive the company van", "location") == set()
    assert values("locksmith, van stock, Leeds", "location") == {"Leeds"}
    assert values("electrician in Van, Turkey", "location") != set()


@pytest.mark.parametrize(
    "text", ["no job hoppers", "no drama please", "no cowboys", "no clock watchers"]
)
def test_characters_that_no_resume_tells_of_put_nobody_out(text: str) -> None:
    asked = read_request(f"restaurant general manager, {text}")
    assert [c.kind for c in asked.criteria] == ["title"]


def test_people_of_another_kind_are_still_avoided() -> None:
    asked = read_request("editor, no freelancers").criteria
    assert [c.value for c in asked if c.weight == "avoid"] == ["freelancers"]


@pytest.mark.parametrize("need", ["BS in accounting", "- MS in engineering", "CPA, BA in history"])
def test_a_degree_before_its_field_is_a_degree(need: str) -> None:
    (wish,) = (c for c in read_request(posting(need=need)).criteria if c.kind == "education")
    assert wish.subject == need.rsplit(" ", 1)[-1]


def test_a_degree_takes_no_field_from_the_item_below_it() -> None:
    text = posting(need="BSN\n- Telemetry experience")
    (wish,) = (c for c in read_request(text).criteria if c.kind == "education")
    assert "Telemetry" not in wish.subject
    assert "telemetry" in values(text, "skill")


def test_a_supply_chain_is_one_field() -> None:
    (wish,) = read_request("planner with a degree in supply chain or engineering").criteria[1:]
    assert wish.subject == "supply chain or engineering"


def test_a_wish_behind_the_must_of_another_is_read() -> None:
    wishes = read_request("civil engineer, Civil 3D a must, PE preferred").criteria
    assert Criterion("certification", "PE", "nice") in wishes


def test_a_program_at_a_level_is_asked_for() -> None:
    assert "Excel" in values("buyer with Excel at an advanced level", "skill")
    assert "Excel" not in values("people who excel at teamwork", "skill")


def test_a_word_left_over_of_a_sentence_is_no_skill() -> None:
    text = posting(duty="Lead a team of eight, more in spring", need="Plant knowledge")
    assert values(text, "skill") <= {"leadership", "staff supervision", "filing"}


@pytest.mark.parametrize(
    ("intro", "kind"),
    [
        ("Stonegate Builders puts up schools and clinics in Colorado.", "industry"),
        ("Birch & Vale sells skin care online.", "skill"),
    ],
)
def test_what_the_firm_makes_and_for_whom_is_no_wish(intro: str, kind: str) -> None:
    assert values(posting(intro), kind) <= {"filing"}


def test_where_the_firm_works_is_still_read() -> None:
    text = posting("Stonegate Builders puts up schools and clinics in Colorado.")
    assert "Colorado" in values(text, "location")


def test_the_trade_of_the_firm_is_no_must_of_its_dispatcher() -> None:
    wishes = read_request("dispatcher for a plumbing firm, scheduling").criteria
    assert [(c.value, c.weight) for c in wishes if c.kind == "skill"] == [
        ("plumbing", "nice"),
        ("scheduling", "must"),
    ]
    wishes = read_request("plumber with plumbing and heating experience").criteria
    assert not any(c.weight == "nice" for c in wishes)


def test_a_word_keeps_what_it_would_say_too_little_without() -> None:
    assert "home visits" in values("social worker, home visits, bereavement groups", "text")
    assert "deadlines" not in values("paralegal, good with deadlines", "text")


def test_years_are_not_counted_for_the_item_below_them() -> None:
    text = "Job Title: Barista\nRequirements:\n- 1 year\n- Latte art\nDuties:\n- Make drinks"
    years = [c.subject for c in read_request(text).criteria if c.kind == "min_years"]
    assert years == [""]
    (asked,) = (c for c in read_request(posting(need="5 years\nof payroll")).criteria if c.subject)
    assert asked.subject == "payroll"


def test_a_choice_of_two_that_each_have_a_name_spells_out_neither() -> None:
    assert values("warehouse lead, Lean or Six Sigma", "skill") == {
        "lean manufacturing",
        "Six Sigma",
    }
    assert "medical device sales" in values("Medical device or pharmaceutical sales", "skill")
