"""A job's own lists become wishes beside what its description says."""

from __future__ import annotations

import pytest

from tools.match import Job, protected_of, read_job


def asked(job: Job) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in read_job(job)[0]}


def test_must_and_nice_lists_weigh_what_stands_in_them() -> None:
    found = asked(
        Job(
            "We run a kitchen of twelve.",
            title="Sous Chef",
            must=("HACCP", "menu planning"),
            nice=("wine pairing",),
        )
    )
    assert ("title", "Sous Chef", "must") in found
    assert ("skill", "HACCP", "must") in found
    assert ("skill", "menu planning", "must") in found
    assert ("skill", "wine pairing", "nice") in found


def test_a_description_that_names_the_job_keeps_its_title() -> None:
    found = asked(Job("Registered nurse for our ICU in Boston.", title="Ward hero"))
    assert [value for kind, value, _ in found if kind == "title"] == ["Registered Nurse"]


def test_what_the_description_says_is_not_said_twice() -> None:
    job = Job("Registered nurse, ACLS certified.", nice=("ACLS",))
    assert [c.weight for c in read_job(job)[0] if c.kind == "certification"] == ["must"]


def test_blank_entries_ask_for_nothing() -> None:
    assert read_job(Job("Cook", required_skills=(" ",), must=("",)))[0] == read_job(Job("Cook"))[0]


def test_a_wish_about_a_protected_attribute_is_kept_as_it_was_said() -> None:
    job = Job(description="Cook for our canteen (Female only)", must=("under 40 years",))
    assert protected_of(job) == ("Female only", "under 40 years")
    assert [str(wish.value) for wish in read_job(job)[0]] == ["Cook"]


def test_no_field_of_a_job_ranks_by_what_people_are() -> None:
    told = Job(
        "",
        title="Lesbian Nurse",
        location="Boston",
        required_skills=("pregnant", "ICU"),
        must=("blonde", "Spanish"),
    )
    plain = Job("", title="Nurse", location="Boston", required_skills=("ICU",), must=("Spanish",))
    assert read_job(told)[0] == read_job(plain)[0]
    assert protected_of(told) == ("Lesbian", "blonde", "pregnant")


BARE = """
woman
women
lady
a man
girl
boys
mother
white
Black
Asian
Indian
white or Asian
Europeans only
not American
healthy
straight
maiden
she/her
Gender: F
sex = male
Race: white
born after 1990
digital native
recent graduates only
native speakers
over 50
under the age of 30
50+
in his 30s
young and female
retired
pensioner
Ms.
Mrs
must be a woman
preferably white
"""


@pytest.mark.parametrize("entry", BARE.strip().splitlines())
def test_an_entry_that_is_nothing_but_a_trait_is_named_and_matched_by_nobody(entry: str) -> None:
    plain = read_job(Job(title="Sous Chef", must=("HACCP",)))[0]
    for told in (
        Job(title="Sous Chef", must=(entry, "HACCP")),
        Job(title="Sous Chef", must=("HACCP",), nice=(entry,)),
        Job(f"Sous Chef\n- {entry}", must=("HACCP",)),
    ):
        assert {c.value for c in read_job(told)[0]} == {c.value for c in plain}
        assert protected_of(told)
    skilled = Job(title="Sous Chef", required_skills=(entry,), must=("HACCP",))
    assert {c.value for c in read_job(skilled)[0]} == {c.value for c in plain}


ENTRIES = """
Asian cuisine
Indian cooking
Asian markets
Asian languages
Indian tax law
white box testing
white wine
white papers
black and white photography
Black Belt
healthy cooking
straight truck
straight razor shaving
women's health
men's fashion
girl guides
mother and baby yoga
mother tongue German
man management
youth work
young offenders
over 50 beds
MS Office
single malt
sex education
German
Thai
US
"""


@pytest.mark.parametrize("entry", ENTRIES.strip().splitlines())
def test_an_entry_that_names_work_or_a_language_stays_a_wish(entry: str) -> None:
    job = Job(title="Sous Chef", must=(entry,))
    assert protected_of(job) == ()
    assert [c for c in read_job(job)[0] if c.kind != "title"]


def test_a_team_that_is_praised_asks_for_nothing() -> None:
    job = Job("Electrician in Rotterdam. Young team, good pay.", must=("young, dynamic team",))
    assert asked(job) == {("title", "Electrician", "must"), ("location", "Rotterdam", "must")}
    assert protected_of(job) == ()
