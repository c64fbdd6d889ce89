"""Words that come down to an age, an origin or another trait are told, and the rest is read."""

from __future__ import annotations

import pytest

from agent.offline.wording.left_out import left_out
from tools.request import read_request


@pytest.mark.parametrize(
    ("text", "words", "about"),
    [
        ("licensed electrician, white", "white", "origin or nationality"),
        ("electrician, white, in Dallas", "white", "origin or nationality"),
        ("plumber - black", "black", "origin or nationality"),
        ("driver (black preferred)", "black preferred", "origin or nationality"),
        ("nurse, native speakers only", "native speakers only", "origin or nationality"),
        ("developer, GC or USC only", "GC or USC only", "origin or nationality"),
        ("chef, born in the USA", "born in the USA", "origin or nationality"),
        ("cook, EU passport holders only", "EU passport holders only", "origin or nationality"),
        ("foreigners need not apply, guard", "foreigners need not apply", "origin or nationality"),
        ("recent graduate nurse", "recent graduate", "age"),
        ("new grad RN, ICU", "new grad", "age"),
        ("cook, fresh out of college", "fresh out of college", "age"),
        ("developer, class of 2023", "class of 2023", "age"),
        ("digital natives for marketing", "digital natives", "age"),
        ("gen z only, designer", "gen z only", "age"),
        ("bus driver, nobody near retirement", "nobody near retirement", "age"),
        ("clerk, no overqualified people", "no overqualified people", "age"),
        ("ideal age 25-35, sales rep", "age 25-35", "age"),
        ("mature lady as a nanny", "mature lady", "age"),
        ("men preferred, forklift driver", "men preferred", "sex or gender"),
        ("gentleman driver", "gentleman", "sex or gender"),
        ("waiter, mothers need not apply", "mothers need not apply", "family or marital status"),
        ("branch manager, family man", "family man", "family or marital status"),
        (
            "cashier, pregnant women excluded",
            "pregnant women excluded",
            "health, pregnancy or disability",
        ),
        ("guard, deaf excluded", "deaf excluded", "health, pregnancy or disability"),
        ("teacher, no religious symbols", "no religious symbols", "religion"),
        ("accountant who attends our church", "who attends our church", "religion"),
        ("hot waitress", "hot", "looks"),
        ("sous chef, woman", "woman", "sex or gender"),
        ("sous chef (she/her)", "she/her", "sex or gender"),
        ("maiden nurse", "maiden", "sex or gender"),
        ("lady accountant", "lady", "sex or gender"),
        ("waiters, women", "women", "sex or gender"),
        ("sous chef, gender: F", "gender: F", "sex or gender"),
        ("sous chef, Asian", "Asian", "origin or nationality"),
        ("add Indian", "Indian", "origin or nationality"),
        ("cook, no recent immigrants", "no recent immigrants", "origin or nationality"),
        (
            "electrician. Young team, native speakers only.",
            "native speakers only",
            "origin or nationality",
        ),
        ("guard, pensioner", "pensioner", "age"),
        ("guard, over 50", "over 50", "age"),
        ("nurse born after 1990", "born after 1990", "age"),
        ("make healthy a must", "healthy", "health, pregnancy or disability"),
        ("clerk, mother", "mother", "family or marital status"),
        ("guard, height 6ft", "height 6ft", "looks"),
    ],
)
def test_a_proxy_is_named_back_and_never_searched(text: str, words: str, about: str) -> None:
    reading = read_request(text)
    assert words in reading.protected
    assert about in reading.attributes
    assert not [c for c in reading.criteria if c.kind == "text" or c.weight == "avoid"]


@pytest.mark.parametrize(
    "text",
    [
        "white glove delivery driver",
        "sommelier, white, red and sparkling",
        "wine buyer, white",
        "photographer, black & white",
        "young adult fiction editor",
        "accountant who knows straight-line depreciation",
        "women's health nurse",
        "React Native developer",
        "cloud native engineer",
        "native plants landscaper",
        "native English copywriter",
        "career adviser for recent graduates",
        "campus recruiter who hires recent graduates",
        "new graduate program coordinator",
        "graduate engineer",
        "fresh graduates are welcome, developer",
        "social media manager who runs gen z campaigns",
        "retirement home nurse",
        "pension administrator",
        "product manager in mature markets",
        "hot kitchen chef",
        "hot tub technician",
        "rigger, mast height 60 m",
        "religious education teacher",
        "teacher for kids with disabilities",
        "midwife for expecting mothers",
        "Turkish barber",
        "CNC Swiss programmer",
        "church administrator",
        "mothers' group coordinator",
        "fashion buyer, women",
        "barber, men, women and kids",
        "chef: Italian, Asian",
        "nurse, mother and baby unit",
        "man lift operator",
        "guard, pensioners welcome",
        "nurse in Jackson, Ms.",
        "girl scout leader",
        "manager who led a young team",
        "guide for senior citizens",
        "immigrant services coordinator",
    ],
)
def test_work_that_speaks_of_the_same_things_is_no_such_wish(text: str) -> None:
    assert read_request(text).protected == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "recent graduate nurse",
            "“recent graduate” keeps out others who can do the work: ask for entry level",
        ),
        ("nurse, class of 2023", "“class of 2023” keeps out others"),
        (
            "native English speaker as receptionist",
            "fluency where you say “native English speaker”",
        ),
        ("nurse, native speakers only", "ask for a fluent speaker of the language"),
        ("receptionist, English mother tongue", "fluency where you say “English mother tongue”"),
    ],
)
def test_what_is_searched_instead_is_said(text: str, said: str) -> None:
    assert said in " ".join(left_out(text))


def test_a_mother_tongue_is_searched_as_fluency_and_no_more() -> None:
    wishes = read_request("receptionist, English mother tongue").criteria
    assert [(c.kind, c.value, c.level) for c in wishes] == [
        ("title", "Receptionist", ""),
        ("language", "English", "fluent"),
    ]
