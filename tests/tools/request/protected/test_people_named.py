"""Whom somebody should be like decides nothing: a name tells sex and origin."""

from __future__ import annotations

import pytest

from tools.request import read_request


@pytest.mark.parametrize(
    ("text", "words", "plain"),
    [
        ("a nurse like Maria Lopez in the ICU", "like Maria Lopez", "a nurse in the ICU"),
        ("a nurse like maria lopez", "like maria lopez", "a nurse"),
        ("find somebody like Maria Lopez", "like Maria Lopez", "find somebody"),
        ("someone similar to John Smith with Python", "similar to John Smith", "with Python"),
        ("nurses such as Maria", "such as Maria", "nurses"),
        ("a chef called Ahmed", "called Ahmed", "a chef"),
        ("nurses named Maria de la Cruz", "named Maria de la Cruz", "nurses"),
        ("find Maria Lopez", "Maria Lopez", "find"),
        ("replacement for Peter Schmidt, cook", "replacement for Peter Schmidt", "cook"),
        ("chef in the style of Gordon Ramsay", "in the style of Gordon Ramsay", "chef"),
    ],
)
def test_a_name_is_named_back_and_ranks_nobody(text: str, words: str, plain: str) -> None:
    reading = read_request(text)
    assert reading.protected == (words,)
    assert reading.attributes == ("names",)
    assert reading.criteria == read_request(plain).criteria


@pytest.mark.parametrize(
    "text",
    [
        "sales rep from firms like Goldman Sachs",
        "tools like Jira and Trello, project manager",
        "engineers like those at Google",
        "languages such as Python",
        "find San Francisco",
        "find Project Manager Berlin",
        "somebody like a project manager",
    ],
)
def test_firms_tools_places_and_jobs_are_no_names_of_people(text: str) -> None:
    assert read_request(text).protected == ()
