"""Jobs of a résumé without dates are read from titles and their employers, and add no years."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate


def read(text: str) -> Candidate:
    stored, _ = normalise(f"Jo Tarnfield\n{text}\n")
    return build_candidate("p", stored, source="", content_hash="", today=date(2026, 11, 22))


def titles(text: str) -> list[str]:
    return [p.title for p in read(text).profile.positions]


@pytest.mark.parametrize(
    "employers",
    [
        ("\nCompany Name - City , State", "\nCompany Name"),
        (" Company Name City , State", "\nCompany Name - City , State"),
        ("\nLumen Foods Ltd", "\nHalden Bakery, Leeds"),
        (", Lumen Foods Ltd", "\nHalden Bakery, Leeds"),
    ],
)
def test_a_title_with_its_employer_is_a_job_without_dates(employers: tuple[str, str]) -> None:
    first, second = employers
    person = read(
        f"Experience\nExecutive Chef{first}\nWrote the menus.\nTrained six cooks.\n"
        f"Baker{second}\nBaked bread for forty guests."
    )
    chef, baker = person.profile.positions
    assert (chef.title, baker.title) == ("Executive Chef", "Baker")
    assert person.text[baker.title_start : baker.title_end] == "Baker"
    assert chef.end <= baker.start
    assert (chef.begin, chef.finish, chef.current) == ("", "", False)
    assert person.profile.years_experience is None


def test_jobs_without_dates_are_left_out_where_another_is_dated() -> None:
    text = (
        "Experience\nBaker\n06/2012 to 05/2014\nLumen Foods Ltd\nBaked.\n"
        "Sous Chef\nHalden Bakery, Leeds\nCooked."
    )
    assert titles(text) == ["Baker"]


@pytest.mark.parametrize(
    "text",
    [
        "Summary\nExecutive Chef\nLumen Foods Ltd\nWrote the menus.",
        "Education\nChef\nLumen Cooking School, Leeds\nLearned to cook.",
        "Experience\nI have cooked for ten years in hotels and bakeries of the north.",
        "Experience\nWrote the menus of the executive chef\nServed Lumen Foods Ltd",
        "Experience\n- Chef\n- Lumen Foods Ltd",
        "Experience\nLumen Foods Ltd\nChef\nHalden Bakery, Leeds\nBaker",
        "Experience\nReferences: Chef, Lumen Foods Ltd",
    ],
)
def test_what_does_not_head_an_entry_is_no_job(text: str) -> None:
    assert titles(text) == []


def test_the_same_job_listed_under_two_headings_counts_once() -> None:
    job = "Executive Chef Company Name City , State\nWrote the menus.\n"
    assert titles(f"Work History\n{job}\nExperience\n{job}") == ["Executive Chef"]


def test_what_is_current_and_what_is_not_is_told_apart() -> None:
    person = read(
        "Experience\nExecutive Chef\nCurrent Company Name City , State\nWrote the menus.\n"
        "Baker\nCompany Name City , State\nBaked bread."
    )
    assert [p.current for p in person.profile.positions] == [True, False]
