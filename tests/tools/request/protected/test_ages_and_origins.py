"""Ages and origins are found however they are said; experience and languages are left alone."""

from __future__ import annotations

import pytest

from tools.request import read_request, unread


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("chef, under 40 years, with HACCP", "under 40 years"),
        ("plumber under 40 with gas licence", "under 40"),
        ("under 40 and english native", "under 40"),
        ("waiter, under 35 ideally", "under 35"),
        ("sales rep, native british", "native british"),
        ("truck driver, must be at least 23 years old", "must be at least 23 years old"),
        ("bartender, must be 18 or older", "must be 18 or older"),
        ("bartender (18 years or older)", "18 years or older"),
        ("nurse; minimum 21 years of age", "minimum 21 years of age"),
        ("Cashier, must be 18 years or older", "must be 18 years or older"),
        ("Must be 21 years or older to serve alcohol", "Must be 21 years or older"),
        ("Must be at least 18 years or older, stocker", "Must be at least 18 years or older"),
        ("cashier, must be 21 yrs old", "must be 21 yrs old"),
        ("truck driver, must be at least 23", "must be at least 23"),
        ("drivers who must be 21+ to drive", "must be 21+"),
        ("cashier, must be 18+", "must be 18+"),
        ("driver, must be over 25", "must be over 25"),
    ],
)
def test_an_age_or_an_origin_is_named_back_and_never_searched(text: str, words: str) -> None:
    reading = read_request(text)
    assert "older" not in {str(c.value) for c in reading.criteria}
    assert reading.protected == (words,)
    assert not {c.kind for c in reading.criteria} & {"max_years", "min_years"}
    assert not any(c.kind == "text" and "british" in str(c.value) for c in reading.criteria)


@pytest.mark.parametrize(
    "text",
    [
        "developers with under 5 years of experience",
        "welder with under 30 years experience",
        "under 30 years in sales",
        "has managed teams under 40 people",
        "responses under 30 minutes",
        "native British English speaker",
        "native German speaker",
        "nurse for patients 65 and older",
        "teams of 20 or above",
        "works on systems at least 10 years old",
        "typing speed must be at least 60, secretary",
        "manager, must be at least 20 years in the trade",
        "driver, must be over 25 years experience",
        "Nurse, must be at least 20 hours available",
    ],
)
def test_experience_sizes_and_languages_are_no_such_wish(text: str) -> None:
    assert read_request(text).protected == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Family bakery, 40 years old, needs a baker", "Baker"),
        ("Law firm (50 years old) looking for paralegal", "Paralegal"),
        ("Law firm, at least 12 years old, seeks paralegal", "Paralegal"),
        ("Nanny for girls, 12 years old", "Nanny"),
        ("tutor for my son, 14 years old", "Tutor"),
        ("caregiver for my mother, 68 years old", "Caregiver"),
        ("carer for gentleman, 65 or older", "Caregiver"),
        ("carer for elderly men (65 years or older)", "Caregiver"),
        ("youth worker for teens (13 or older)", "Youth Worker"),
    ],
)
def test_the_age_of_a_firm_or_of_people_served_is_left_unread_and_told(
    text: str, title: str
) -> None:
    reading = read_request(text)
    assert reading.protected == ()
    assert title in {c.value for c in reading.criteria}
    assert not {c.kind for c in reading.criteria} & {"min_years", "text"}
    (said,) = unread(text)["bounds"]
    assert said.endswith(("old", "older"))


@pytest.mark.parametrize(
    "text", ["bartender (18 years or older)", "looking for people, 18 or older, bartender"]
)
def test_a_least_age_that_is_named_back_is_not_told_a_second_time(text: str) -> None:
    assert len(read_request(text).protected) == 1
    assert unread(text)["bounds"] == ()


@pytest.mark.parametrize(
    ("text", "words", "title"),
    [
        ("women who cut hair", "women", "Hairdresser"),
        ("men who lay bricks", "men", "Mason"),
        ("ladies who cut hair", "ladies", "Hairdresser"),
        ("young men who pick fruit", "young men", "Farm Worker"),
        ("women nurses in Texas", "women", "Registered Nurse"),
        ("men teachers", "men", "Teacher"),
        ("I'd rather not have women as teachers", "not have women", "Teacher"),
    ],
)
def test_the_sex_of_whom_a_request_describes_is_left_out_and_the_job_is_not(
    text: str, words: str, title: str
) -> None:
    reading = read_request(text)
    assert list(reading.protected) == [words]
    assert title in [value for c in reading.criteria for value in c.values]
    assert not [c for c in reading.criteria if "men" in str(c.value) or "ladies" in str(c.value)]


@pytest.mark.parametrize(
    "text",
    ["personal trainer for women who want to lose weight", "advocate for women who were abused"],
)
def test_people_who_are_helped_are_no_such_wish(text: str) -> None:
    assert not read_request(text).protected


@pytest.mark.parametrize(
    ("one", "either"),
    [
        ("waitresses in Texas, fine dining", "waiters in Texas, fine dining"),
        ("barmaid", "bartender"),
        ("a car salesman with CRM", "a car salesperson with CRM"),
        ("Stewardess who speaks French", "flight attendant who speaks French"),
        ("policewoman", "police officer"),
    ],
)
def test_a_job_named_for_one_sex_is_sought_of_either(one: str, either: str) -> None:
    assert read_request(one).criteria
    assert read_request(one).criteria == read_request(either).criteria
