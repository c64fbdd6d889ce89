"""Protected attributes are refused, and words that only look like them are not."""

from __future__ import annotations

import pytest

from agent.offline.reading import refused
from agent.offline.refusals import asks_contact, refuse


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
    ],
)
def test_ordinary_requests_are_not_mistaken_for_them(text: str) -> None:
    assert refused(text) == ()


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
