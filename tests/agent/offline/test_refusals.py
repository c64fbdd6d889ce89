"""Protected attributes are refused, and words that only look like them are not."""

from __future__ import annotations

import pytest

from agent.offline.reading import read, refused
from agent.offline.refusals import asks_contact
from tools.request import refuse


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("how old is she?", "age"),
        ("how old is ⟨#2⟩?", "age"),
        ("when was he born?", "age"),
        ("young people only", "age"),
        ("exclude anyone over 50 years old", "age"),
        ("only men", "sex or gender"),
        ("find me a female nurse", "sex or gender"),
        ("which of them are women?", "sex or gender"),
        ("is ⟨#1⟩ a woman?", "sex or gender"),
        ("what's her religion", "religion"),
        ("is he muslim?", "religion"),
        ("no foreigners", "origin or nationality"),
        ("where is he really from", "origin or nationality"),
        ("what is their nationality?", "origin or nationality"),
        ("only white candidates", "origin or nationality"),
        ("is he married?", "family or marital status"),
        ("does she have kids", "family or marital status"),
        ("is ⟨#2⟩ pregnant?", "health, pregnancy or disability"),
        ("is she disabled?", "health, pregnancy or disability"),
        ("is he gay?", "sexual orientation"),
        ("is she a union member?", "politics or union membership"),
        ("show me a photo of her", "looks"),
        ("also women", "sex or gender"),
        ("women instead", "sex or gender"),
        ("plus men", "sex or gender"),
        ("senior men", "sex or gender"),
        ("nurses, women", "sex or gender"),
        ("nurses and women", "sex or gender"),
        ("senior men nurses", "sex or gender"),
        ("how many men are there?", "sex or gender"),
        ("how many men have ICU?", "sex or gender"),
        ("how many boys?", "sex or gender"),
        ("also Germans", "origin or nationality"),
        ("how many Germans?", "origin or nationality"),
        ("how many are black?", "origin or nationality"),
        ("how many white nurses?", "origin or nationality"),
        ("white carpenters", "origin or nationality"),
        ("Indians", "origin or nationality"),
        ("Hispanic", "origin or nationality"),
        ("also pregnant", "health, pregnancy or disability"),
        ("how many are disabled?", "health, pregnancy or disability"),
        ("add mothers", "family or marital status"),
        ("how many mothers?", "family or marital status"),
        ("gay instead", "sexual orientation"),
        ("how many are gay?", "sexual orientation"),
        ("gay chefs", "sexual orientation"),
        ("union membership", "politics or union membership"),
        ("how many are named Mohammed?", "names"),
    ],
)
def test_questions_about_protected_attributes_are_recognised(text: str, attribute: str) -> None:
    assert attribute in refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "senior nurse",
        "women's health nurse",
        "men's wear buyer",
        "elderly care assistant",
        "foreign language teacher",
        "German-speaking nurse",
        "fluent Spanish",
        "immigration lawyer",
        "chinese cuisine",
        "young company culture",
        "pediatric nurse, has worked with children",
        "diversity and inclusion manager",
        "religious studies teacher",
        "how old is the codebase?",
        "at least 5 years of experience",
        "over 10 years in retail",
        "lives in Germany",
        "disability support worker",
        "family medicine doctor",
        "black belt in six sigma",
        "single page applications",
        "health and safety officer",
        "race car mechanic",
        "also women's health",
        "menswear buyer",
        "men's fashion",
        "black belt (Six Sigma)",
        "how many are black belts?",
        "white box testing",
        "Black Diamond",
        "black and white photographer",
        "maternity ward",
        "pregnancy care",
        "midwife for mothers",
        "gay rights NGO experience",
        "Indian cuisine chef",
        "Indian chefs",
        "Spanish teacher",
        "how many German speakers?",
        "who speaks German?",
        "skip the German",
        "accountants, no guys from banking",
        "union negotiations experience",
        "straight through processing",
        "gender studies teacher",
        "aged care",
        "boys football coach",
        "Jewish museum",
        "nurses in White Plains",
        "which named accounts",
    ],
)
def test_ordinary_requests_are_not_mistaken_for_them(text: str) -> None:
    assert refused(text) == ()


@pytest.mark.parametrize("text", ["nurses, women", "gay", "Berlin and women", "chefs, pregnant"])
def test_no_group_of_people_becomes_a_wish_of_any_kind(text: str) -> None:
    assert not {"text", "skill"} & {c.kind for c in read(text).criteria}
    assert "gay" not in {str(c.value).casefold() for c in read(text).criteria}


def test_whom_somebody_works_for_may_be_wished() -> None:
    assert "mothers" in {str(c.value) for c in read("patients: mothers, 5 years").criteria}


def test_a_refusal_is_one_sentence_that_says_what_can_be_searched() -> None:
    said = refuse(("age",))
    assert said.count(".") == 1
    assert "skills" in said
    assert "age" in said


@pytest.mark.parametrize("text", ["what's her phone?", "give me the email address of #2"])
def test_contact_details_are_recognised(text: str) -> None:
    assert asks_contact(text)


@pytest.mark.parametrize("text", ["call center agent", "email marketing manager", "phone support"])
def test_work_with_phones_and_mail_is_no_wish_for_contact_details(text: str) -> None:
    assert not asks_contact(text)
