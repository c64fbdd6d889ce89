"""What is not asked for makes no wish, what keeps people out an avoid, and two denials a demand."""

from __future__ import annotations

import pytest

from tools.request import read_request

Wish = tuple[str, str, str]


def asked(text: str) -> set[Wish]:
    return {(c.kind, str(c.value), c.weight) for c in read_request(text).criteria}


UNASKED = """
We do not require a culinary degree
we don't ask for HACCP
we do not insist on HACCP
HACCP is not something we ask for
HACCP is no requirement
HACCP unnecessary
HACCP not essential
HACCP won't be needed
HACCP will not be required
HACCP can be left out
no HACCP required
not requiring HACCP
without the need for HACCP
without needing HACCP
you will not be required to know HACCP
You won't be asked to do home visits.
You will not work nights or weekends.
you will never work nights
They won't have to know HACCP
who does not require supervision
No nights, no weekends.
There are no night shifts.
we can't require HACCP
"""


@pytest.mark.parametrize("said", UNASKED.strip().splitlines())
def test_what_a_request_says_it_does_not_ask_for_is_no_wish(said: str) -> None:
    assert asked(f"Chef in Boston. {said}") == {
        ("title", "Chef", "must"),
        ("location", "Boston", "must"),
    }


KEPT_OUT = """
hide those who know Epic
hide anyone with Epic
filter out those who know Epic
screen out people with Epic
exclude those who know Epic
leave those with Epic out
keep out anyone with Epic
omit anyone who knows Epic
drop those who know Epic
weed out anybody who knows Epic
ignore those who know Epic
don't show me those who know Epic
never show people with Epic
not those who know Epic
who doesn't know Epic
who hasn't used Epic
who can't use Epic
who cannot use Epic
who aren't Epic users
never worked with Epic
minus Epic
"""


@pytest.mark.parametrize("said", KEPT_OUT.strip().splitlines())
def test_whom_a_request_keeps_out_is_avoided(said: str) -> None:
    assert asked(f"nurses in Boston, {said}") == {
        ("title", "Registered Nurse", "must"),
        ("location", "Boston", "must"),
        ("skill", "Epic", "avoid"),
    }


def test_a_job_is_kept_out_as_well() -> None:
    assert asked("hide those who are attorneys") == {("title", "Lawyer", "avoid")}


DEMANDED = """
we will not consider anyone without Epic
don't send me anyone without Epic
do not hire people who lack Epic
we can't do without Epic
no Epic, no interview
Epic can't be skipped
if you don't have Epic, please do not apply
filter out people without Epic
"""


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("drop those who are not in Texas", ("location", "Texas", "must")),
        ("drop anyone not in Texas", ("location", "Texas", "must")),
        ("hide those who do not live in Texas", ("location", "Texas", "must")),
        ("exclude candidates outside Germany", ("location", "Germany", "must")),
        ("drop those who are not nurses", ("title", "Registered Nurse", "must")),
        ("hide those who live in Texas", ("location", "Texas", "avoid")),
        ("nurses, no people who live in Texas", ("location", "Texas", "avoid")),
    ],
)
def test_whoever_is_kept_out_for_not_being_something_leaves_those_who_are(
    said: str, wanted: Wish
) -> None:
    assert wanted in asked(said)
    assert not {w for w in asked(said) if w[:2] == wanted[:2] and w != wanted}


@pytest.mark.parametrize("said", DEMANDED.strip().splitlines())
def test_two_denials_are_a_demand(said: str) -> None:
    assert ("skill", "Epic", "must") in asked(f"Nurse in Boston. {said}")
    assert "avoid" not in {weight for _, _, weight in asked(f"Nurse in Boston. {said}")}


@pytest.mark.parametrize("said", ["it wouldn't hurt to know Epic", "Epic would not hurt"])
def test_what_does_no_harm_is_a_bonus(said: str) -> None:
    assert ("skill", "Epic", "nice") in asked(f"nurse; {said}")


@pytest.mark.parametrize(
    ("text", "kept_out", "wanted"),
    [
        ("nurse -ICU", {"critical care"}, set()),
        ("nurse -ICU -Epic", {"critical care", "Epic"}, set()),
        ("nurse !ICU", {"critical care"}, set()),
        ("Nurse -Epic in Texas", {"Epic"}, {"Texas"}),
        ("developer -PHP +Java", {"PHP"}, {"Java"}),
        ('nurse -"critical care", Spanish', {"critical care"}, {"Spanish"}),
        ("nurse -critical care", {"critical care"}, set()),
        ("nurse -agencywork", {"agencywork"}, set()),
    ],
)
def test_a_sign_before_a_word_keeps_it_out(text: str, kept_out: set[str], wanted: set[str]) -> None:
    found = asked(text)
    assert {value for _, value, weight in found if weight == "avoid"} == kept_out
    assert {v for kind, v, weight in found if weight == "must" and kind != "title"} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "nurse - ICU - Boston",
        "nurse\n-ICU\n-Epic",
        "Java developer -Spring Boot required",
        "full -time nurse",
        "entry -level nurse",
        "Berlin -based nurse",
        "tanner, hide processing",
        "nurse who never misses a deadline",
        "engineer who can filter out noise",
        "nurse who doesn't mind night shifts",
        "nurse not afraid of night shifts",
        "HACCP is not optional, cook",
        "developer, not only Java but Go",
        "keep only nurses with Epic",
        "You will not only cook, you will lead.",
    ],
)
def test_what_only_looks_like_a_denial_keeps_nobody_out(text: str) -> None:
    assert "avoid" not in {weight for _, _, weight in asked(text)}


def test_a_sign_that_opens_a_message_keeps_out_only_where_a_search_goes_on() -> None:
    known = read_request("nurse").criteria
    assert [c.weight for c in read_request("-ICU", known=known).criteria] == ["avoid"]
    assert [c.weight for c in read_request("-ICU").criteria] == ["must"]


def test_what_is_not_needed_ends_where_the_next_deed_begins() -> None:
    assert ("skill", "Epic", "must") in asked("nurse who needs no supervision and knows Epic")
    assert ("skill", "Epic", "must") in asked("who does not need supervision and knows Epic")


def test_a_job_that_somebody_is_not_keeps_people_out() -> None:
    assert ("certification", "CPA", "avoid") in asked("accountant who isn't a CPA")


def test_who_is_not_afraid_of_a_thing_may_know_it() -> None:
    assert ("skill", "critical care", "must") in asked("nurse who isn't afraid of ICU")


MORE_OF_THEM = """
waiter who is not a manager, Houston or Dallas|Manager|Houston or Dallas
waiters not in London who know SAP|London|SAP
a waiter without a degree who speaks French|bachelor|French
waiters not in Paris with HACCP|Paris|HACCP
waiter who has never worked in ICU and lives in Texas|critical care|Texas
waiter without an MBA who knows QuickBooks|master|QuickBooks
a waiter without HACCP in Berlin|HACCP|Berlin
waiter who isn't a manager and has HACCP|Manager|HACCP
waiter, B2B not B2C, Salesforce, Chicago or Boston|B2C sales|Salesforce|Chicago or Boston|B2B sales
waiter, MIG not TIG, Spanish, Leeds or Bristol|TIG welding|Spanish|Leeds or Bristol|MIG welding
waiter, not a manager, HACCP or pastry|Manager|HACCP or pastry
"""


@pytest.mark.parametrize("row", MORE_OF_THEM.strip().splitlines())
def test_a_denial_ends_where_more_is_said_of_whoever_is_sought(row: str) -> None:
    said, refused, *wanted = row.split("|")
    wishes = {(value, weight) for _, value, weight in asked(said)}
    assert wishes == {("Waiter", "must"), (refused, "avoid"), *((w, "must") for w in wanted)}


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("no managers, students or freelancers", {"Manager", "students or freelancers"}),
        ("not in London, Paris or Berlin", {"London", "Paris", "Berlin"}),
        ("no HACCP, ISO 9001 or pastry", {"HACCP", "ISO 9001", "pastry"}),
        ("no managers with HACCP", {"Manager", "HACCP"}),
        ("who doesn't do pastry", {"pastry"}),
        ("not based in London", {"London"}),
        ("not living in London", {"London"}),
        ("who has not lived in London", {"London"}),
        ("without experience in London", {"London"}),
        ("but can't be from audit", {"auditing"}),
        ("cannot be a manager", {"Manager"}),
    ],
)
def test_what_is_refused_with_others_stays_refused(said: str, refused: set[str]) -> None:
    assert {v for _, v, weight in asked(f"cook, {said}") if weight == "avoid"} == refused


def test_what_stands_behind_not_and_a_colon_is_refused() -> None:
    assert {v for _, v, w in asked("Nurse. Not: managers, agency staff") if w == "avoid"} == {
        "Manager",
        "agency staff",
    }


def test_what_is_not_needed_ends_with_the_word_that_says_so() -> None:
    wishes = asked("nurse, no management experience needed, BLS and ACLS")
    assert {value for _, value, _ in wishes} == {"Registered Nurse", "BLS", "ACLS"}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("teacher, not substitute, Spain or Portugal", ("location", "Spain or Portugal")),
        ("store manager, not food, 5 to 10 years, Gdańsk or Warsaw", ("min_years", 5)),
        ("accountant, IFRS, not freelance, between 5 and 12 years", ("max_years", 12)),
    ],
)
def test_places_and_years_behind_what_nothing_knows_are_not_refused_with_it(
    text: str, wish: tuple[str, object]
) -> None:
    assert wish in {(c.kind, c.value) for c in read_request(text).criteria if c.weight == "must"}
