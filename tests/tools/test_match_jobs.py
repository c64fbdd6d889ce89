"""A job's own lists become wishes beside what its description says."""

from __future__ import annotations

from tools.match import Job, criteria_of, protected_of


def asked(job: Job) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in criteria_of(job)}


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
    assert [c.weight for c in criteria_of(job) if c.kind == "certification"] == ["must"]


def test_blank_entries_ask_for_nothing() -> None:
    assert criteria_of(Job("Cook", required_skills=(" ",), must=("",))) == criteria_of(Job("Cook"))


def test_a_wish_about_a_protected_attribute_is_kept_as_it_was_said() -> None:
    job = Job(description="Cook for our canteen (Female only)", must=("under 40 years",))
    assert protected_of(job) == ("Female only", "under 40 years")
    assert [str(wish.value) for wish in criteria_of(job)] == ["Cook"]


def test_no_field_of_a_job_ranks_by_what_people_are() -> None:
    told = Job(
        "",
        title="Lesbian Nurse",
        location="Boston",
        required_skills=("pregnant", "ICU"),
        must=("blonde", "Spanish"),
    )
    plain = Job("", title="Nurse", location="Boston", required_skills=("ICU",), must=("Spanish",))
    assert criteria_of(told) == criteria_of(plain)
    assert protected_of(told) == ("Lesbian", "blonde", "pregnant")
