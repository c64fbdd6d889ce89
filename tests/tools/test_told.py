"""What a résumé tells of one side of a person, in its own words."""

from __future__ import annotations

import itertools
from datetime import date
from typing import get_args

import pytest

from tests.tools.calling import call_tool
from tools.candidates import Candidate
from tools.desk import Desk
from tools.ingest.profile import build_candidate
from tools.told import MOST_TOLD, Topic, told, years_told

TEXT = """Jane Roe
Sous Chef
Leeds, UK

Experience
Sous Chef, Brass Kettle, Leeds
March 2021 - Present
Runs a brigade of nine.

Line Cook, Old Mill, York
2016 - 2020

Education
BA in History, University of Hull, 2015

Certificates
Level 3 Food Safety, ServSafe Manager

Languages
French (B2), Spanish (basic)
"""


@pytest.fixture(scope="module")
def person() -> Candidate:
    return build_candidate("c", TEXT, source="c", content_hash="c", today=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("topic", "quotes"),
    [
        ("education", ["BA in History, University of Hull, 2015"]),
        ("languages", ["French (B2), Spanish (basic)"]),
        ("certifications", ["Level 3 Food Safety, ServSafe Manager"]),
        ("latest_position", ["Sous Chef, Brass Kettle, Leeds\nMarch 2021 - Present"]),
        (
            "positions",
            [
                "Sous Chef, Brass Kettle, Leeds\nMarch 2021 - Present",
                "Line Cook, Old Mill, York\n2016 - 2020",
            ],
        ),
        ("earlier_positions", ["Line Cook, Old Mill, York\n2016 - 2020"]),
        ("location", ["Leeds, UK"]),
    ],
)
def test_a_topic_is_told_in_quotes(person: Candidate, topic: Topic, quotes: list[str]) -> None:
    assert [evidence.quote for evidence in told(person, topic)] == quotes


def test_the_latest_position_is_told_with_its_length_and_years_for_themselves(
    person: Candidate,
) -> None:
    assert years_told(person, "latest_position") == 5.8
    assert years_told(person, "years") == person.profile.years_experience
    assert years_told(person, "education") is None


NURSE = """Ana Roe, BSN, RN, CCRN
Austin, TX

Experience
ICU Nurse, Saint Mary Hospital, Austin
2015 - Present
Night charge nurse.

Education
Bachelor of Science in Nursing, Plains State University, 2015
B.Sc. Biology, Hull College, 2010
"""


def test_a_degree_is_told_with_its_school_and_not_by_letters_behind_a_name() -> None:
    nurse = build_candidate("n", NURSE, source="n", content_hash="n", today=date(2026, 11, 1))
    quotes = [evidence.quote for evidence in told(nurse, "education")]
    assert "Bachelor of Science in Nursing, Plains State University, 2015" in quotes
    assert "B.Sc. Biology, Hull College, 2010" in quotes
    assert not any("CCRN" in quote for quote in quotes)


@pytest.mark.parametrize("topic", get_args(Topic))
def test_every_quote_of_the_sample_stands_at_its_offsets_and_none_overlap(
    topic: Topic, people: list[Candidate]
) -> None:
    for each in people:
        quotes = told(each, topic)
        assert len(quotes) <= MOST_TOLD
        assert all(each.text[q.start : q.end] == q.quote for q in quotes)
        places = sorted((q.start, q.end) for q in quotes)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(places))


def test_a_tool_tells_a_topic_before_any_search_by_id(desk: Desk) -> None:
    outcome = call_tool("explain_match", desk, {"people": ["co-1"], "about": "positions"})
    (row,) = outcome.payload["people"]
    assert (row["about"], outcome.events) == ("positions", ())
    assert row["evidence"]
    assert "Delgado" not in str(outcome.payload)


def test_a_topic_nobody_knows_is_named(desk: Desk) -> None:
    outcome = call_tool("explain_match", desk, {"people": ["co-1"], "about": "salary"})
    assert outcome.payload["error"]["code"] == "invalid_arguments"
    assert "about" in outcome.payload["error"]["message"]
