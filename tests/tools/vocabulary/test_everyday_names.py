"""A name that is an everyday word, or a letter or two, counts only where its context means it."""

from __future__ import annotations

import pytest

from tools.vocabulary.everyday_names import is_everyday, is_of_their_field, is_respelled
from tools.vocabulary.skills import find_skills


def _names(text: str, trusted: bool = False) -> set[str]:
    return {m.name for m in find_skills(text, trusted=trusted)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Built models in R and Python.", "R"),
        ("Strong in R and fond of field work", "R"),
        ("Proficient with R, less so elsewhere", "R"),
        ("Rewrote the billing service in Go", "Go"),
        ("The parser was programmed in C for the plant", "C"),
        ("Maintained Go and Python services", "Go"),
        ("Moved the figures between Access, Excel and SQL Server", "Excel"),
        ("Wrote the loaders in Scala and tuned them", "Scala"),
        ("Migrated our sources to Mercurial / Jenkins", "Mercurial"),
        ("Supported a mixed estate of Linux and Windows clients", "Windows"),
        ("An app deployed on AWS with RDS", "AWS"),
        ("Uses Epic for every chart", "Epic"),
        ("Utilized Blackboard for homework", "Blackboard"),
        ("Kept the old reports in MySQL, Oracle 11g and DB2", "Oracle Database"),
    ],
)
def test_a_sentence_that_speaks_of_a_tool_names_it(text: str, skill: str) -> None:
    assert skill in _names(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Sales in Brazil fell by R$ 19 million", "R"),
        ("Paperwork to go with the R&D grant", "R"),
        ("Helped 4th grade pass the C.R.C.T. exam", "C"),
        ("Led go to market for Python training", "Go"),
        ("Taught with Go Math and Microsoft Word", "Go"),
        ("Ran publicity for Taylor Swift", "Swift"),
        ("Executive Chef who knows Microsoft Office, Python", "Chef"),
        ("I used the rest of the budget for SQL training", "REST APIs"),
        ("Lines that excel in speed and SQL", "Excel"),
        ("A flash sale on MySQL courses", "Flash"),
        ("Swift response to Linux outages", "Swift"),
        ("Encompass all of it: Java, SQL", "Encompass"),
        ("Planned a Spring Concert and its MySQL list", "Spring Framework"),
    ],
)
def test_an_everyday_word_names_no_tool(text: str, skill: str) -> None:
    assert skill not in _names(text)


@pytest.mark.parametrize(
    "text",
    [
        "cook with rest days",
        "midwife with c section experience",
        "electrician with spark plugs",
        "cashier with express checkout",
        "caterer with swift service",
        "photographer with flash photography",
        "host with opera singing",
        "gardener with spring cleaning",
        "someone with go getter attitude",
        "clerk with excel as a strength",
    ],
)
def test_a_neighbour_makes_a_word_of_a_request_an_everyday_one(text: str) -> None:
    technical = {"REST APIs", "C", "Apache Spark", "Express.js", "Swift", "Flash", "OPERA PMS"}
    assert not _names(text, trusted=True) & (technical | {"Spring Framework", "Go", "Excel"})


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("developers with rest experience", "REST APIs"),
        ("someone with go", "Go"),
        ("analyst with excel skills", "Excel"),
        ("engineer with spark", "Apache Spark"),
        ("designer with sketch", "Sketch"),
        ("C developer", "C"),
    ],
)
def test_a_request_for_a_tool_still_names_it(text: str, skill: str) -> None:
    assert skill in _names(text, trusted=True)


def test_a_name_is_told_from_the_word_by_its_capitals() -> None:
    assert is_everyday("Go")
    assert not is_everyday("go")
    assert is_respelled("go")
    assert not is_respelled("welding")


def test_letters_are_meant_where_their_field_is_worked_in() -> None:
    assert is_of_their_field("AWS", ["Linux"])
    assert not is_of_their_field("AWS", ["MIG welding"])
