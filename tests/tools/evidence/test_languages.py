"""A language is met at the level that is claimed; one being learned is partly met."""

from __future__ import annotations

import pytest

from tests.tools.evidence.resumes import planner
from tools.criteria import Criterion
from tools.evidence import judge


@pytest.mark.parametrize(
    ("said", "level", "verdict"),
    [
        ("Languages: English, Spanish", "", "met"),
        ("Languages: Spanish (read, write, speak)", "fluent", "met"),
        ("Languages: Spanish (read, write)", "fluent", "partly"),
        ("Beginner in Spanish", "", "met"),
        ("Beginner in Spanish", "fluent", "partly"),
        ("Almost fluent in Spanish", "fluent", "partly"),
        ("Not fluent in Spanish", "fluent", "partly"),
        ("Not fluent in Spanish", "", "partly"),
        ("Languages: English, learning Spanish", "", "partly"),
        ("Learning Spanish\nLanguages: Spanish (fluent)", "fluent", "met"),
        ("My wife speaks Spanish", "", "unclear"),
        ("Assisted Spanish-speaking customers", "", "unclear"),
        ("Languages: English (not Spanish)", "", "missing"),
    ],
)
def test_a_language_counts_as_it_is_spoken(said: str, level: str, verdict: str) -> None:
    judged = judge(planner(said), Criterion("language", "Spanish", level=level))
    assert judged.verdict == verdict
    assert bool(judged.evidence) == (verdict != "unclear")


def test_a_dot_between_two_languages_parts_them() -> None:
    person = planner("German native \u00b7 English C1 \u00b7 Italian A2")
    assert [(s.name, s.level) for s in person.profile.languages] == [
        ("German", "native"),
        ("English", "fluent"),
        ("Italian", "basic"),
    ]
