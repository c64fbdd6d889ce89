"""Whom the work is for may be of any age; whom a recruiter seeks may not be chosen by it."""

from __future__ import annotations

import pytest

from agent.offline.reading import read, refused


@pytest.mark.parametrize(
    "text",
    [
        "home care aide for old people at home",
        "someone to look after an old man at home",
        "assists elderly people in daily life",
        "teaches old people to use computers",
        "nurse, care of old people and children",
        "someone good with old people",
        "home visits to old people",
        "old people's home",
        "support worker for disabled people",
        "midwife for pregnant women",
        "teacher for married couples",
        "social worker helping migrants",
        "which of them have taught special needs kids?",
    ],
)
def test_those_whom_the_work_is_for_are_no_wish_about_who_is_sought(text: str) -> None:
    assert refused(text) == ()
    assert read(text).criteria


@pytest.mark.parametrize(
    "text",
    [
        "looking for young people",
        "looking for women",
        "for young people only",
        "care assistants, no old people",
        "find me a young nurse for old people",
        "help me find young people",
        "i need help, young people only",
        "old people with care experience",
        "caregivers for our team, young people only",
    ],
)
def test_those_who_are_sought_are_not_chosen_by_age_or_sex(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "looking after old people",
        "carer for an elderly lady",
        "care of the elderly",
        "takes care of older adults",
    ],
)
def test_care_of_old_people_is_a_skill(text: str) -> None:
    assert "geriatric care" in {c.value for c in read(text).criteria}


def test_the_people_worked_with_are_kept_with_their_kind() -> None:
    assert "young people" in {c.value for c in read("works with young people").criteria}
